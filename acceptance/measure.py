"""What stands where on a page of a PDF, in millimetres: lines of text from pdftotext, ink from a picture of the page."""
import html
import re
import subprocess

from PIL import Image, ImageChops, ImageOps

DPI = 254  # ten pixels a millimetre
MM = 72 / 25.4


class Page:
    """One page; distances count from the upper left corner of the paper."""

    def __init__(self, pdf, number):
        self.pdf, self.number = pdf, number
        stem = f"{pdf[:-4]}-{number}"
        arguments = ["-f", str(number), "-l", str(number)]
        subprocess.run(
            ["pdftoppm", "-r", str(DPI), *arguments, "-singlefile", pdf, stem], check=True)
        picture = Image.open(stem + ".ppm").convert("RGB")
        red, green, _ = picture.split()
        # Red ink is light in the red channel and dark in the green one.
        self.red = ImageChops.subtract(red, green).point(lambda v: 255 if v > 90 else 0)
        self.black = red.point(lambda v: 255 if v < 128 else 0)
        self.height = picture.height / 10

    def words(self):
        """(left, top, right, bottom, text) of each word, in millimetres."""
        arguments = ["-f", str(self.number), "-l", str(self.number)]
        text = subprocess.run(
            ["pdftotext", "-bbox", *arguments, self.pdf, "-"], check=True, capture_output=True, text=True).stdout
        pattern = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
        return [
            (*(float(v) / MM for v in found[:4]), html.unescape(found[4])) for found in re.findall(pattern, text)]

    def lines(self):
        """The texts of the lines, from above."""
        rows = {}
        for left, top, _, _, text in self.words():
            rows.setdefault(next((y for y in rows if abs(y - top) < 2), top), []).append((left, text))
        return ["".join(text for _, text in sorted(rows[y])) for y in sorted(rows)]

    def ink(self, colour, top=0.0, bottom=None, left=0.0, right=None):
        """The rectangle of all ink of a colour within a part of the page, or None."""
        layer = self.red if colour == "red" else self.black
        corner = (round(left * 10), round(top * 10))
        end = (layer.width if right is None else round(right * 10),
               layer.height if bottom is None else round(bottom * 10))
        box = layer.crop((*corner, *end)).getbbox()
        return box and tuple((v + corner[i % 2]) / 10 for i, v in enumerate(box))

    def rules(self, colour, shortest=100.0):
        """The horizontal lines of at least a length: (top, bottom, left, right), from above."""
        layer = self.red if colour == "red" else self.black
        found = []
        _, inked = layer.getprojection()
        for y, any_ink in enumerate(inked):
            if not any_ink:
                continue
            row = layer.crop((0, y, layer.width, y + 1))
            left, _, right, _ = row.getbbox()
            if right - left < shortest * 10 or row.histogram()[255] < 0.97 * (right - left):
                continue
            if found and y - found[-1][1] <= 1:
                found[-1][1] = y
            else:
                found.append([y, y, left, right])
        return [(top / 10, (bottom + 1) / 10, left / 10, right / 10) for top, bottom, left, right in found]


def picture(pdf, number, dpi=60):
    """A page as a picture with a grey edge; -1 is the last one."""
    number = number if number > 0 else page_count(pdf) + 1 + number
    stem = f"{pdf[:-4]}-shown-{number}"
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-f", str(number), "-l", str(number), "-singlefile", pdf, stem], check=True)
    return ImageOps.expand(Image.open(stem + ".ppm").convert("RGB"), border=1, fill=(200, 200, 200))


def page_count(pdf):
    text = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", text)[1])
