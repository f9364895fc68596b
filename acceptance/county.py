"""A finished output folder: what index.json says is in it."""
import collections
import hashlib
import json
import os

FORMATS = (".html", ".docx", ".xml")


class Document:
    """One document in its three formats."""

    def __init__(self, root, stem, entry):
        self.stem = stem
        self.kind = entry["doc"]
        self.entry = entry
        self._root = root

    def path(self, extension):
        return os.path.join(self._root, self.stem + extension)

    def __repr__(self):
        return self.stem


def read(root):
    """Every document of an output folder, in the order of index.json."""
    with open(os.path.join(root, "index.json"), encoding="utf-8") as file:
        index = json.load(file)
    by_stem = collections.OrderedDict()
    for path, entry in index.items():
        stem, extension = os.path.splitext(path)
        if extension not in FORMATS:
            raise ValueError(f"index.json lists {path}")
        by_stem.setdefault(stem, (entry, set()))[1].add(extension)
    for stem, (_, extensions) in by_stem.items():
        if extensions != set(FORMATS):
            raise ValueError(f"{stem} lacks {sorted(set(FORMATS) - extensions)}")
    return [Document(root, stem, entry) for stem, (entry, _) in by_stem.items()]


def find(output):
    """The one folder below an output folder that holds an index.json."""
    found = [folder for folder, _, files in os.walk(output) if "index.json" in files]
    if len(found) != 1:
        raise ValueError(f"{len(found)} folders below {output} hold an index.json")
    return found[0]


def samples(documents, commit):
    """Of each kind: the longest, the shortest, one with 堃, the longest name, and two by hash of the commit."""
    chosen = collections.OrderedDict()
    kinds = collections.OrderedDict()
    for document in documents:
        kinds.setdefault(document.kind, []).append(document)
    for members in kinds.values():
        by_size = sorted(members, key=lambda d: (os.path.getsize(d.path(".html")), d.stem))
        by_hash = sorted(members, key=lambda d: hashlib.sha256((commit + d.stem).encode()).digest())
        longest_name = max(members, key=lambda d: (len(os.path.basename(d.stem)), d.stem))
        rare = next((d for d in members if "堃" in _text(d)), None)
        for document in [by_size[-1], by_size[0], rare, longest_name, *by_hash[:2]]:
            if document is not None:
                chosen[document.stem] = document
    return list(chosen.values())


def one_of_each_kind(documents):
    """The longest document of each kind."""
    longest = collections.OrderedDict()
    for document in documents:
        size = os.path.getsize(document.path(".html"))
        if document.kind not in longest or size > longest[document.kind][0]:
            longest[document.kind] = (size, document)
    return [document for _, document in longest.values()]


def _text(document):
    with open(document.path(".html"), encoding="utf-8") as file:
        return file.read()
