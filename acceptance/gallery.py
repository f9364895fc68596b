"""The gallery: every template of Templates/gallery with its data, rendered in three formats."""
import os
import subprocess

import docx

FORMATS = {".html": "html", ".docx": "docx", ".xml": "xml"}


class Page:
    """One template of the gallery, finished."""

    def __init__(self, folder, name):
        self.stem = os.path.join(folder, name)
        self.kind = name

    def path(self, extension):
        return self.stem + extension

    def __repr__(self):
        return f"gallery/{self.kind}"


def render(baton, templates, output):
    """Renders each template; the findings are those that did not end well or warned of something."""
    os.makedirs(output, exist_ok=True)
    pages, findings = [], []
    for file in sorted(os.listdir(templates)):
        name, extension = os.path.splitext(file)
        if extension != ".html":
            continue
        page = Page(output, name)
        source = os.path.join(templates, file)
        for suffix, kind in FORMATS.items():
            result = subprocess.run(
                [baton, "render", source, "--data", os.path.join(templates, name + ".json"), "--format", kind,
                 "--output", page.path(suffix)], capture_output=True, text=True)
            if result.returncode or result.stderr.strip():
                findings.append(f"{page} as {kind}: {result.stdout}{result.stderr}".strip())
        if all(os.path.exists(page.path(suffix)) for suffix in FORMATS):
            pages.append(page)
    return pages, findings


def opened(pages):
    """What python-docx cannot open, or opens without text."""
    for page in pages:
        document = docx.Document(page.path(".docx"))
        if not (document.paragraphs or document.tables):
            yield f"{page}: python-docx finds nothing in it"
