"""The canonical text of a Word document (docs/templates.md, section 14), read with python-docx.

Lines in document order: a paragraph is a line and a line break ends one; each paragraph of a cell is a line;
an automatic list label stands before its item; headers, footers, fields and hidden text are left out.
"""
import docx
from docx.oxml.ns import qn

from lines import chinese, tidy


_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"


def canonical_lines(path, with_boxes=True, with_labels=True):
    """The canonical lines of a .docx file."""
    document = docx.Document(path)
    reader = _Reader(document, with_boxes, with_labels)
    reader.blocks(document.element.body)
    reader.footnotes()
    return tidy(reader.lines)


def has_boxes(path):
    return next(docx.Document(path).element.body.iter(_CHOICE), None) is not None


class _Reader:
    def __init__(self, document, with_boxes, with_labels):
        self.document = document
        self.with_labels = with_labels
        self.with_boxes = with_boxes
        self.numbering = _Numbering(document)
        self.lines = []
        self.notes = []
        # A field may go over many paragraphs: the list of contents is one.
        self.field_depth = 0

    def blocks(self, parent):
        """The paragraphs and tables of a body, a cell or a content control."""
        for node in parent:
            if node.tag == qn("w:p"):
                self.paragraph(node)
            elif node.tag == qn("w:tbl"):
                for row in node.iterchildren(qn("w:tr")):
                    for cell in row.iterchildren(qn("w:tc")):
                        if not _continues_a_cell_above(cell):
                            self.blocks(cell)
            elif node.tag == qn("w:sdt"):
                for content in node.iterchildren(qn("w:sdtContent")):
                    self.blocks(content)

    def paragraph(self, paragraph):
        pieces = [self.numbering.label(paragraph)] if self.with_labels else []
        self.runs(paragraph, pieces)
        self.lines += "".join(pieces).split("\n")
        # A text box counts once, where its anchor stands.
        if not self.with_boxes:
            return
        for box in paragraph.iterchildren(qn("w:r")):
            for choice in box.iter(_CHOICE):
                for content in choice.iter(qn("w:txbxContent")):
                    self.blocks(content)

    def runs(self, parent, pieces):
        for node in parent:
            if node.tag == qn("w:r"):
                self.run(node, pieces)
            elif node.tag in (qn("w:hyperlink"), qn("w:ins"), qn("w:smartTag"), qn("w:sdtContent")):
                self.runs(node, pieces)
            elif node.tag == qn("w:sdt"):
                self.runs(node.find(qn("w:sdtContent")), pieces)

    def run(self, run, pieces):
        properties = run.find(qn("w:rPr"))
        if properties is not None and properties.find(qn("w:vanish")) is not None:
            return
        for node in run:
            if node.tag == qn("w:fldChar"):
                kind = node.get(qn("w:fldCharType"))
                self.field_depth += {"begin": 1, "end": -1}.get(kind, 0)
            elif self.field_depth > 0:
                continue
            elif node.tag == qn("w:t"):
                pieces.append(node.text or "")
            elif node.tag in (qn("w:tab"), qn("w:ptab")):
                pieces.append("\t")
            elif node.tag == qn("w:noBreakHyphen"):
                pieces.append("\u2011")
            elif node.tag == qn("w:cr"):
                pieces.append("\n")
            elif node.tag == qn("w:br") and node.get(qn("w:type")) in (None, "textWrapping"):
                pieces.append("\n")
            elif node.tag == qn("w:footnoteReference"):
                self.notes.append(node.get(qn("w:id")))

    def footnotes(self):
        """Notes follow the body, in the order of their marks."""
        if not self.notes:
            return
        part = next(r.target_part for r in self.document.part.rels.values() if r.reltype.endswith("/footnotes"))
        root = docx.oxml.parse_xml(part.blob)
        by_id = {note.get(qn("w:id")): note for note in root}
        for note_id in self.notes:
            self.blocks(by_id[note_id])


def _continues_a_cell_above(cell):
    properties = cell.find(qn("w:tcPr"))
    merge = None if properties is None else properties.find(qn("w:vMerge"))
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


class _Numbering:
    """Computes the labels of automatic lists, as Word does, from numbering.xml."""

    def __init__(self, document):
        self.counts = {}
        self.instances = {}
        self.abstracts = {}
        self.styles = {style.style_id: style.element for style in document.styles}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.iterchildren(qn("w:abstractNum")):
            self.abstracts[abstract.get(qn("w:abstractNumId"))] = {
                level.get(qn("w:ilvl")): level for level in abstract.iterchildren(qn("w:lvl"))
            }
        for instance in root.iterchildren(qn("w:num")):
            self.instances[instance.get(qn("w:numId"))] = instance

    def label(self, paragraph):
        """The label and a space, or nothing for a paragraph that isn't a list item."""
        instance_id, level = self.place(paragraph)
        if instance_id in (None, "0") or instance_id not in self.instances:
            return ""
        instance = self.instances[instance_id]
        levels = self.abstracts[instance.find(qn("w:abstractNumId")).get(qn("w:val"))]
        counts = self.counts.setdefault(instance_id, {})
        start = self.start(instance, levels, level)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        definition = levels[str(level)]
        text = _value(definition, "w:lvlText", "")
        for number in range(level + 1):
            shape = _value(levels[str(number)], "w:numFmt", "decimal")
            text = text.replace(f"%{number + 1}", _number(counts.get(number, 1), shape))
        return f"{text} " if text else ""

    def place(self, paragraph):
        for properties in self.properties(paragraph):
            numbering = properties.find(qn("w:numPr"))
            if numbering is not None:
                return _value(numbering, "w:numId", None), int(_value(numbering, "w:ilvl", "0"))
        return None, 0

    def properties(self, paragraph):
        """The paragraph's own properties, then those of its styles, nearest first."""
        own = paragraph.find(qn("w:pPr"))
        style_id = None
        if own is not None:
            yield own
            style_id = _value(own, "w:pStyle", None)
        while style_id in self.styles:
            style = self.styles[style_id]
            inherited = style.find(qn("w:pPr"))
            if inherited is not None:
                yield inherited
            style_id = _value(style, "w:basedOn", None)

    @staticmethod
    def start(instance, levels, level):
        for override in instance.iterchildren(qn("w:lvlOverride")):
            if override.get(qn("w:ilvl")) == str(level):
                start = override.find(qn("w:startOverride"))
                if start is not None:
                    return int(start.get(qn("w:val")))
        return int(_value(levels[str(level)], "w:start", "1"))


def _value(node, tag, default):
    child = node.find(qn(tag))
    return default if child is None else child.get(qn("w:val"), default)


def _number(value, shape):
    if shape in ("chineseCounting", "chineseCountingThousand", "japaneseCounting"):
        return chinese(value)
    if shape.startswith("decimalEnclosedCircle"):
        return chr(0x2460 + value - 1) if value <= 20 else str(value)
    if shape in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26)
        return letter if shape == "lowerLetter" else letter.upper()
    return str(value)
