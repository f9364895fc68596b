"""The archive judged by tools that are not ours: OpenSSL for the seals, ocfl-py for the store, lxml for PREMIS."""
import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

from lxml import etree

PREMIS = "{http://www.loc.gov/premis/v3}"


def check(baton, data, work):
    """Seals a year twice, and returns what others find wrong with the store."""
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    store, key = os.path.join(work, "Archive"), os.path.join(work, "key.pem")

    def run(*arguments, status=0):
        ended = subprocess.run([baton, "archive", *arguments], capture_output=True, text=True)
        if ended.returncode != status:
            raise RuntimeError(f"baton archive {' '.join(arguments)}: {ended.returncode}\n{ended.stderr}")
        return ended.stdout + ended.stderr

    run("key", "init", "--key", key)
    add = ("--store", store, "--key", key, "--user", "验收", "--leaf", os.path.join(work, "leaf"))
    run("add", data, *add)
    if "内容相同" not in run("add", data, *add):
        return ["the same year again made a version"]
    run("add", data, *add, "--formats", "html,docx,xml", "--message", "加 Flat OPC")
    year = json.loads(run("list", "--store", store, "--json"))[0]["year"]
    out = os.path.join(work, "restored")
    run("restore", str(year), "--version", "1", "--store", store, "--to", out)
    findings = [f"restored input {name} differs" for name in differing(data, os.path.join(out, "inputs"))]
    run("rebuild-documents", str(year), "--store", store)
    run("verify", "--store", store)
    return findings + seals(store) + validated(store) + premis(store)


def differing(data, restored):
    files = [data] if os.path.isfile(data) else sorted(glob.glob(os.path.join(data, "*.*")))
    for path in files:
        copy = os.path.join(restored, os.path.basename(path))
        if not os.path.exists(copy) or open(path, "rb").read() != open(copy, "rb").read():
            yield os.path.basename(path)


def seals(store):
    """Every seal by `openssl pkeyutl`, as the manual shows, and the chain by plain SHA-512."""
    findings, chain = [], []
    for path in sorted(glob.glob(os.path.join(store, "ocfl", "*", "logs", "seal-v*.json"))):
        content = open(path, "rb").read()
        seal = json.loads(content)
        key = os.path.join(store, "keys", seal["key"] + ".pem")
        ended = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", path,
             "-sigfile", path[:-len("json")] + "sig"], capture_output=True, text=True)
        if ended.returncode != 0:
            findings.append(f"{path}: openssl says {ended.stdout}{ended.stderr}")
        inventory = os.path.join(os.path.dirname(os.path.dirname(path)), seal["version"], "inventory.json")
        if hashlib.sha512(open(inventory, "rb").read()).hexdigest() != seal["inventory"]:
            findings.append(f"{path} seals another inventory")
        chain.append((seal["sequence"], seal["previous"], hashlib.sha512(content).hexdigest()))
    previous = None
    for sequence, before, digest in sorted(chain, key=lambda link: link[0]):
        if before != previous:
            findings.append(f"seal {sequence} does not follow the one before")
        previous = digest
    return findings if chain else ["the store has no seal"]


def validated(store):
    """What `ocfl-validate.py` of ocfl-py says of the storage root."""
    script = os.path.join(os.path.dirname(sys.executable), "ocfl-validate.py")
    ended = subprocess.run(
        [sys.executable, script, os.path.join(store, "ocfl")], capture_output=True, text=True)
    said = ended.stdout + ended.stderr
    return [] if ended.returncode == 0 and "INVALID" not in said else [f"ocfl-validate.py: {said.strip()}"]


def premis(store):
    """The order of the elements of PREMIS 3, that every reference has its object, and the events that must be there."""
    findings = []
    for path in sorted(glob.glob(os.path.join(store, "ocfl", "*", "v*", "content", "premis.xml"))):
        root = etree.parse(path).getroot()
        names = [etree.QName(child).localname for child in root]
        if root.tag != PREMIS + "premis" or names != sorted(names, key=["object", "event", "agent"].index):
            findings.append(f"{path}: objects, events, agents in another order")
        agents = {e.text for e in root.iter(PREMIS + "agentIdentifierValue")}
        objects = {e.text for e in root.iter(PREMIS + "objectIdentifierValue")}
        for element, known in (("linkingAgentIdentifierValue", agents), ("linkingObjectIdentifierValue", objects)):
            unknown = {e.text for e in root.iter(PREMIS + element)} - known
            findings += [f"{path}: {element} {value} is nowhere" for value in sorted(unknown)]
        wanted = {"creation", "validation", "fixity check"} | ({"sealing"} if "/v1/" not in path else set())
        missing = wanted - {e.text for e in root.iter(PREMIS + "eventType")}
        findings += [f"{path}: no event {name}" for name in sorted(missing)]
    return findings


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = check(os.path.abspath(sys.argv[1]), sys.argv[2], os.path.join(folder, "work"))
    print("\n".join(found) or "archive: nothing found")
    sys.exit(1 if found else 0)
