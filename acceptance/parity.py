"""Text parity: the page and the Word document say the same lines in the same order.

The page is read by Python's html.parser, the Word document by python-docx, and by pandoc as a second reader that
knows neither our styles nor our code; its reading is compared as one text without labels and white space.
"""
import concurrent.futures
import re

import read_page
import read_pandoc
import read_word
from lines import first_difference

_WHITE = re.compile(r"\s+")


def check(documents, with_pandoc):
    """Findings over all documents; `with_pandoc` are the ones that pandoc reads too."""
    findings = []
    with concurrent.futures.ProcessPoolExecutor() as pool:
        findings += [f for f in pool.map(compare, documents, chunksize=8) if f]
        findings += [f for f in pool.map(compare_with_pandoc, with_pandoc, chunksize=8) if f]
    return findings


def compare(document):
    """A sentence about the first difference, or None."""
    page = read_page.canonical_lines(document.path(".html"))
    word = read_word.canonical_lines(document.path(".docx"))
    if not page:
        return f"{document}: the page is empty"
    difference = first_difference(page, word, "page", "Word")
    return difference and f"{document}: {difference}"


def compare_with_pandoc(document):
    """The same, with pandoc reading the Word document. Pandoc knows no text boxes of DrawingML: where there are any,
    it is compared with python-docx's reading without them, which with them is the page's."""
    word = document.path(".docx")
    if read_word.has_boxes(word):
        lines = read_word.canonical_lines(word, with_boxes=False, with_labels=False)
    else:
        lines = read_page.canonical_lines(document.path(".html"), with_labels=False)
    one, other = _bare("".join(lines)), _bare(read_pandoc.text(word))
    if one == other:
        return None
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"{document}: page {one[at:at + 30]!r}, pandoc {other[at:at + 30]!r}"


def _bare(text):
    return _WHITE.sub("", text).replace("\u3000", "").replace("\xa0", "")
