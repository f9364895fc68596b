"""The two readers on a pair made by hand: python3 -m unittest in this folder."""
import os
import tempfile
import unittest

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import read_page
import read_word
from lines import chinese

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><title>不读</title><style>p{}</style></head><body>
<section class="page"><header><p>页眉不读</p></header>
<h1>题　名</h1>
<p>根据<b>县委</b>部署<br/>另起  一行</p>
<table><caption>表1</caption><thead><tr><th>甲</th><th>乙</th></tr></thead>
<tbody><tr><td rowspan="2">一</td><td><p>二</p><p>三</p></td></tr><tr><td></td></tr></tbody></table>
<p>页码<span class="page-number">1</span></p>
</section></body></html>
"""

EXPECTED = ["题　名", "根据县委部署", "另起 一行", "表1", "甲", "乙", "一", "二", "三", "页码"]


def word_twin(path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉不读"
    document.add_heading("题　名", 0)
    paragraph = document.add_paragraph("根据")
    paragraph.add_run("县委").bold = True
    paragraph.add_run("部署\n另起  一行")
    document.add_paragraph("表1")
    table = document.add_table(3, 2)
    for cell, text in zip(table.rows[0].cells, ("甲", "乙")):
        cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0)).paragraphs[0].text = "一"
    table.cell(1, 1).text = "二"
    table.cell(1, 1).add_paragraph("三")
    field = document.add_paragraph("页码")
    for kind in ("begin", "end"):
        field._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>'))
        if kind == "begin":
            field._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:t>9</w:t></w:r>'))
    document.save(path)


class Readers(unittest.TestCase):
    def test_both_read_the_same_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            page, word = os.path.join(folder, "a.html"), os.path.join(folder, "a.docx")
            with open(page, "w", encoding="utf-8") as file:
                file.write(PAGE)
            word_twin(word)
            self.assertEqual(read_page.canonical_lines(page), EXPECTED)
            self.assertEqual(read_word.canonical_lines(word), EXPECTED)

    def test_labels_of_lists_are_computed(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.html")
            with open(path, "w", encoding="utf-8") as file:
                file.write('<ol start="3"><li>甲</li><li><p>乙</p><ol><li>丙</li></ol></li></ol>')
            self.assertEqual(read_page.canonical_lines(path), ["3. 甲", "4. 乙", "（1） 丙"])
            document = docx.Document()
            for text in ("甲", "乙"):
                document.add_paragraph(text, style="List Number")
            path = os.path.join(folder, "a.docx")
            document.save(path)
            self.assertEqual(read_word.canonical_lines(path), ["1. 甲", "2. 乙"])

    def test_notes_follow_and_contents_are_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.html")
            with open(path, "w", encoding="utf-8") as file:
                file.write(
                    '<section class="page"><nav class="toc"><ul><li><a href="#a">不读</a></li></ul></nav>'
                    '<p>甲<sup class="footnote-mark"><a href="#n">1</a></sup></p><section class="footnotes">'
                    '<p class="footnote"><a class="footnote-number" href="#m">1</a> 注</p></section></section>'
                    '<section class="page"><pre>乙\n丙</pre></section>')
            self.assertEqual(read_page.canonical_lines(path), ["甲", "乙", "丙", "注"])
            document = docx.Document()
            for text, kinds in (("不读", ("begin", "separate")), ("也不读", ()), ("", ("end",)), ("甲", ())):
                paragraph = document.add_paragraph()
                for kind in kinds:
                    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>'))
                paragraph.add_run(text)
            path = os.path.join(folder, "a.docx")
            document.save(path)
            self.assertEqual(read_word.canonical_lines(path), ["甲"])

    def test_chinese_numbers(self):
        self.assertEqual([chinese(n) for n in (1, 10, 11, 20, 99)], ["一", "十", "十一", "二十", "九十九"])

    def test_unbalanced_pages_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.html")
            with open(path, "w", encoding="utf-8") as file:
                file.write("<p>甲</div>")
            with self.assertRaises(ValueError):
                read_page.canonical_lines(path)


if __name__ == "__main__":
    unittest.main()
