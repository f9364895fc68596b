"""The canonical text of a page (docs/templates.md, section 14), read with Python's html.parser."""
from html.parser import HTMLParser

from lines import chinese, tidy

# A line ends where one of these begins or ends; everything else is within a line.
BLOCKS = {
    "body", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "figure", "figcaption",
    "blockquote", "hr", "nav", "main", "pre",
}
# Left out with everything in them.
OMITTED = {"head", "header", "footer", "script", "style", "title"}
VOID = {"br", "hr", "img", "col", "meta", "link", "input", "wbr"}
FIELDS = {"page-number", "page-count"}
# Marks of footnotes, the numbers of the notes themselves, and the list of contents.
LEFT_OUT = FIELDS | {"footnote-mark", "footnote-number", "toc"}


def canonical_lines(path, with_labels=True):
    """The canonical lines of an .html file."""
    reader = _Reader(with_labels)
    with open(path, encoding="utf-8", newline="") as file:
        reader.feed(file.read())
    reader.close()
    if reader.open_elements:
        raise ValueError(f"{path}: <{reader.open_elements[-1][0]}> is never closed")
    return tidy(reader.finished())


class _Reader(HTMLParser):
    def __init__(self, with_labels):
        super().__init__(convert_charrefs=True)
        self.with_labels = with_labels
        self.lines = [[]]
        self.notes = []
        self.open_elements = []
        # The depth of the section of notes that is open.
        self.notes_depth = None
        self.lists = []
        self.pending_label = ""

    def finished(self):
        """Notes stand below the page section that refers to them; they are read behind everything else."""
        return ["".join(pieces) for pieces in self.lines + self.notes]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "br":
            self.new_line()
            return
        if tag in BLOCKS:
            self.new_line()
        if tag in VOID:
            return
        classes = set((attributes.get("class") or "").split())
        silent = (
            tag in OMITTED or attributes.get("aria-hidden") == "true" or bool(classes & LEFT_OUT)
            or (bool(self.open_elements) and self.open_elements[-1][1])
        )
        self.open_elements.append((tag, silent))
        if silent:
            return
        if tag in ("ol", "ul", "table"):
            self.print_label()
        if tag in ("ol", "ul"):
            self.lists.append([tag, classes, int(attributes.get("start", "1")) - 1])
        elif tag == "li" and self.lists:
            self.lists[-1][2] += 1
            self.pending_label = self.label() + " " if self.with_labels else ""
        elif tag == "span" and "tab" in classes:
            self.lines[-1].append("\t")
        elif tag == "section" and "footnotes" in classes:
            self.lines, self.notes = self.notes + [[]], self.lines
            self.notes_depth = len(self.open_elements)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open_elements or self.open_elements[-1][0] != tag:
            raise ValueError(f"line {self.getpos()[0]}: </{tag}> closes nothing")
        _, silent = self.open_elements.pop()
        if tag in BLOCKS:
            self.new_line()
        if silent:
            return
        if tag in ("ol", "ul"):
            self.lists.pop()
        elif tag == "li":
            self.print_label()
        elif tag == "section" and self.notes_depth == len(self.open_elements) + 1:
            self.lines, self.notes = self.notes + [[]], self.lines
            self.notes_depth = None

    def handle_data(self, data):
        if self.open_elements and self.open_elements[-1][1]:
            return
        if data.strip(" \t\r\n"):
            self.print_label(ends_line=False)
        first, *rest = data.split("\n") if self.is_preformatted() else [data]
        self.lines[-1].append(first)
        for line in rest:
            self.new_line()
            self.lines[-1].append(line)

    def is_preformatted(self):
        return any(tag == "pre" for tag, _ in self.open_elements)

    def print_label(self, ends_line=True):
        """An item's label stands before its first text, or alone where the item begins with something else."""
        if self.pending_label:
            self.lines[-1].append(self.pending_label)
            self.pending_label = ""
            if ends_line:
                self.new_line()

    def new_line(self):
        if self.lines[-1] and "".join(self.lines[-1]).strip():
            self.lines.append([])

    def label(self):
        """The theme's labels: 1. （1） ① for numbers, 一、（一） for ol.中文, • for bullets."""
        tag, classes, count = self.lists[-1]
        if tag == "ul":
            return "•"
        level = len(self.lists) - 1
        if "中文" in classes:
            return [f"{chinese(count)}、", f"（{chinese(count)}）", f"{count}.", f"（{count}）"][min(level, 3)]
        return [f"{count}.", f"（{count}）", chr(0x2460 + count - 1)][min(level, 2)]
