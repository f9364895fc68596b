"""The finished packages against the standard: schemas, Word's own rules, and openxml-audit as a third opinion."""
import base64
import os
import re
import shutil
import subprocess
import sys
import zipfile

from lxml import etree

PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
XML_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def check(documents, work, tools):
    """Findings over the .docx files and the Flat OPC files (made into packages again)."""
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    names = {}
    findings = []
    for number, document in enumerate(documents):
        word, flat = (os.path.join(work, f"{number:04d}-{kind}.docx") for kind in ("docx", "flat"))
        shutil.copyfile(document.path(".docx"), word)
        from_flat_opc(document.path(".xml"), flat)
        names[os.path.basename(word)] = names[os.path.basename(flat)] = document.stem
        findings += [f"{document}: {f}" for f in same_parts(word, flat)]
    files = sorted(os.path.join(work, name) for name in names)
    findings += audit(files, work)
    if tools:
        findings += run_tool(os.path.join(tools, "xsdcheck.py"), files)
        findings += run_tool(os.path.join(tools, "wordrules.py"), files)
    return [re.sub(r"\d{4}-(?:docx|flat)\.docx", lambda m: f"{m[0]} ({names[m[0]]})", f) for f in findings]


def from_flat_opc(source, target):
    """Writes the package that a Flat OPC file describes."""
    root = etree.parse(source).getroot()
    if root.tag != PKG + "package":
        raise ValueError(f"{source} is no Flat OPC")
    parts = []
    types = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    etree.SubElement(types, f"{{{TYPES}}}Default", Extension="rels", ContentType=RELS)
    for part in root:
        name, content_type = part.get(PKG + "name"), part.get(PKG + "contentType")
        xml = part.find(PKG + "xmlData")
        if xml is not None:
            (content,) = xml
            data = etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True, with_tail=False)
        else:
            data = base64.b64decode(part.find(PKG + "binaryData").text)
        if content_type != RELS:
            etree.SubElement(types, f"{{{TYPES}}}Override", PartName=name, ContentType=content_type)
        parts.append((name.lstrip("/"), data))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", XML_DECLARATION + etree.tostring(types))
        for name, data in parts:
            package.writestr(name, data)


def same_parts(word, flat):
    """The two packagings of one rendering hold the same parts, compared as canonical XML."""
    with zipfile.ZipFile(word) as one, zipfile.ZipFile(flat) as other:
        names = [set(z.namelist()) - {"[Content_Types].xml"} for z in (one, other)]
        if names[0] != names[1]:
            return [f"parts differ: {sorted(names[0] ^ names[1])}"]
        return [
            f"part {name} differs between .docx and Flat OPC"
            for name in sorted(names[0])
            if _canonical(name, one.read(name)) != _canonical(name, other.read(name))
        ]


def _canonical(name, data):
    if not name.endswith((".xml", ".rels")):
        return data
    # Exclusive: a part within a Flat OPC file inherits the declarations of what surrounds it.
    return etree.tostring(etree.fromstring(data), method="c14n", exclusive=True)


def run_tool(tool, files):
    """A checker prints `ok  FILE` a file, and its findings below; any other line is a finding."""
    findings = []
    for start in range(0, len(files), 50):
        result = subprocess.run([sys.executable, tool, *files[start:start + 50]], capture_output=True, text=True)
        if result.returncode not in (0, 1):
            raise RuntimeError(f"{tool}: {result.stderr}")
        name = os.path.basename(tool)
        findings += [f"{name}: {line}" for line in result.stdout.splitlines() if not line.startswith("ok ")]
    return findings


def audit(files, work):
    """openxml-audit over a whole folder; its exit code says whether it found anything."""
    tool = os.path.join(os.path.dirname(sys.executable), "openxml-audit")
    tool = tool if os.path.exists(tool) else "openxml-audit"
    result = subprocess.run(
        [tool, "--recursive", "--quiet", "-f", "microsoft365", work], capture_output=True, text=True)
    if result.returncode == 0:
        return []
    return [f"openxml-audit: {line}" for line in (result.stdout + result.stderr).splitlines() if line.strip()]
