"""What must hold of whole builds: two are byte-identical, and one that is killed leaves the one before it."""
import filecmp
import hashlib
import os
import signal
import subprocess
import time


def build(baton, data, output, environment=None, folder=None):
    """Runs `baton build`; raises where it doesn't end well."""
    subprocess.run(
        [baton, "build", os.path.abspath(data), "--output", os.path.abspath(output)],
        check=True, cwd=folder, env={**os.environ, **(environment or {})})


def differences(left, right):
    """The files in which two output folders differ."""
    one, other = tree(left), tree(right)
    only = [f"only in one build: {path}" for path in sorted(set(one) ^ set(other))]
    return only + [
        f"differs between two builds: {path}"
        for path in sorted(set(one) & set(other))
        if not filecmp.cmp(one[path], other[path], shallow=False)
    ]


def tree(root):
    return {
        os.path.relpath(os.path.join(folder, name), root): os.path.join(folder, name)
        for folder, _, names in os.walk(root)
        for name in names
    }


def fingerprint(root, ignoring=lambda path: False):
    """One hash over every path and every byte below a folder."""
    digest = hashlib.sha256()
    for path, file in sorted(tree(root).items()):
        if not ignoring(path):
            digest.update(path.encode() + b"\0")
            with open(file, "rb") as content:
                digest.update(hashlib.sha256(content.read()).digest())
    return digest.hexdigest()


def killed(baton, data, output):
    """Kills builds at several moments; the output that stood there must not change, and the next build tidies up."""
    findings = []
    before = fingerprint(output)
    command = [baton, "build", os.path.abspath(data), "--output", os.path.abspath(output)]
    for delay in (0.05, 0.4, 1.2):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.returncode == -signal.SIGKILL and before != fingerprint(output, ignoring=_staged):
            findings.append(f"a build killed after {delay} s changed the output")
    build(baton, data, output)
    left = [path for path in tree(output) if _staged(path)]
    if left:
        findings.append(f"killed builds left {left[0]}, which the next build didn't remove")
    if fingerprint(output) != before:
        findings.append("the build after the killed ones isn't the one before them")
    return findings + interrupted(command, output)


def interrupted(command, output):
    """Ctrl-C ends with 130 and leaves nothing of its own behind."""
    before = fingerprint(output)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.4)
    process.send_signal(signal.SIGINT)
    status = process.wait()
    if status not in (0, 130):
        return [f"an interrupted build ended with {status}"]
    return [] if fingerprint(output) == before else ["an interrupted build changed the output folder"]


def _staged(path):
    return ".baton-" in path
