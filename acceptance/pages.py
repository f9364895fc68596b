"""Pages to look at: LibreOffice makes PDFs of Word documents, pdftoppm pictures of their pages."""
import os
import re
import shutil
import subprocess


def check(documents, work, fonts_conf):
    """Converts the documents; findings where no PDF came out or the paper is wrong."""
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    sources = []
    for number, document in enumerate(documents, 1):
        source = os.path.join(work, f"{number:02d}-{document.kind}.docx")
        shutil.copyfile(document.path(".docx"), source)
        sources.append(source)
    environment = dict(os.environ)
    if os.path.exists(fonts_conf):
        environment["FONTCONFIG_FILE"] = os.path.abspath(fonts_conf)
    profile = os.path.abspath(os.path.join(work, "profile"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf",
         "--outdir", work, *sources],
        check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    findings = []
    for source in sources:
        pdf = os.path.splitext(source)[0] + ".pdf"
        if not os.path.exists(pdf):  # soffice ends with 0 having written nothing
            findings.append(f"{source}: LibreOffice made no PDF")
            continue
        subprocess.run(["pdftoppm", "-r", "60", "-png", "-l", "3", pdf, os.path.splitext(source)[0]], check=True)
        findings += [f"{pdf}: {f}" for f in of_pdf(pdf)]
    return findings


def of_pdf(pdf):
    """A page of A4, upright or across. Whether it looks right is for a person to say."""
    size = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    if not re.search(r"Page size:\s+(595\.\d+ x 841\.\d+|841\.\d+ x 595\.\d+)", size):
        yield f"the first page isn't A4: {re.search(r'Page size:.*', size)[0]}"
