"""The text of a Word document as pandoc reads it: its JSON, without labels, notes behind the rest.

Pandoc knows neither our styles nor our code. It leaves list labels to its own list structure, so they are left out on
both sides; it keeps what a field showed last, so the page that a link points to (digits only) is left out here.
"""
import json
import subprocess

_TEXT = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


def text(path):
    """All characters of a .docx file, in order."""
    document = json.loads(subprocess.run(
        ["pandoc", "--from=docx", "--to=json", path], check=True, capture_output=True, text=True).stdout)
    # A paragraph in the style Title is pandoc's title.
    title = document["meta"].get("title")
    notes = []
    return "".join(_pieces([title, document["blocks"]] if title else document["blocks"], notes)) + "".join(notes)


def _pieces(node, notes):
    if isinstance(node, list):
        for child in node:
            yield from _pieces(child, notes)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            yield content
        elif kind in _TEXT:
            yield _TEXT[kind]
        elif kind in ("Code", "CodeBlock"):
            yield content[1]
        elif kind == "Note":
            notes.extend(_pieces(content, notes))
        elif kind == "Image":
            return
        elif kind == "Link":
            shown, target = "".join(_pieces(content[1], notes)), content[2][0]
            # Entries of a list of contents, and the numbers of pages.
            if not (target.startswith("#_Toc") or target.startswith("#") and shown.isdigit()):
                yield shown
        elif kind is not None:
            yield from _pieces(content, notes)
