"""Who wrote it: the properties of a package name a unit, never a person."""
import csv
import os
import zipfile

from lxml import etree

# Elements of docProps/core.xml and docProps/app.xml that name who made or keeps a document.
PERSONAL = {"creator", "lastModifiedBy", "Manager", "Company", "keywords", "category", "description"}


def check(documents, data):
    """Findings over all packages, against every name in the data's 干部 table."""
    names = people(data)
    return [f"{d}: {finding}" for d in documents for finding in of_package(d.path(".docx"), names)]


def people(data):
    with open(os.path.join(data, "干部.csv"), encoding="utf-8-sig", newline="") as file:
        return {row["姓名"] for row in csv.DictReader(file)}


def of_package(path, names):
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if not part.startswith("docProps/"):
                continue
            for element in etree.fromstring(package.read(part)).iter():
                local = etree.QName(element).localname
                text = element.text or ""
                if local in PERSONAL and any(name in text for name in names):
                    yield f"{part} names a person in <{local}>: {text}"
