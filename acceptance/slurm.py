#!/usr/bin/env python3
"""A build spread by Slurm on this one machine: an array of shards, merged, is the build of one run, byte for byte.

Starts munged, slurmctld and slurmd from Debian's packages (slurm-wlm, munge) in a folder of its own, on ports of its
own, and ends what it started. Where Slurm can't run the check is skipped, and says so loudly.
    slurm.py --baton .build/release/baton --data 年度数据.xlsx [--shards 4]
"""
import argparse
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import builds

PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "sinfo"]


class Unavailable(Exception):
    """Slurm can't run here: no fault of the build."""


def program(name):
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if path is None:
        raise Unavailable(f"no {name}: apt-get install slurm-wlm munge")
    return path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """A cluster of one node; a context, whose end ends its daemons."""

    def __init__(self, folder):
        if os.geteuid() != 0:
            raise Unavailable("slurmd must be started by root")
        self.paths = {name: program(name) for name in PROGRAMS}
        self.folder, self.daemons = folder, []
        self.environment = {**os.environ, "SLURM_CONF": self.file("slurm.conf")}

    def file(self, name):
        return os.path.join(self.folder, name)

    def __enter__(self):
        try:
            self.configure()
            self.start("munged", "-F", "--force", "--socket", self.file("munge.socket"), "--key-file", self.file("key"),
                       "--pid-file", self.file("munged.pid"), "--log-file", self.file("munged.log"),
                       "--seed-file", self.file("seed"))
            self.wait("munged", lambda: os.path.exists(self.file("munge.socket")))
            self.start("slurmctld", "-D", "-c")
            self.start("slurmd", "-D")
            self.wait("the node", self.is_idle)
        except Unavailable:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for name, daemon, log in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(timeout=20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
            log.close()

    def configure(self):
        with open(self.file("key"), "wb") as key:
            key.write(secrets.token_bytes(128))
        os.chmod(self.file("key"), 0o400)
        for name in ("state", "spool"):
            os.mkdir(self.file(name))
        host = socket.gethostname().split(".")[0]
        lines = f"""
            ClusterName=baton
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={free_port()}
            SlurmdPort={free_port()}
            SlurmUser=root
            AuthType=auth/munge
            AuthInfo=socket={self.file("munge.socket")}
            CredType=cred/munge
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            MpiDefault=none
            ReturnToService=2
            StateSaveLocation={self.file("state")}
            SlurmdSpoolDir={self.file("spool")}
            SlurmctldPidFile={self.file("slurmctld.pid")}
            SlurmdPidFile={self.file("slurmd.pid")}
            NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} State=UNKNOWN
            PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP
        """
        with open(self.file("slurm.conf"), "w") as config:
            config.write("\n".join(line.strip() for line in lines.strip().splitlines()) + "\n")

    def start(self, name, *arguments):
        log = open(self.file(f"{name}.out"), "w")
        daemon = subprocess.Popen([self.paths[name], *arguments], env=self.environment, stdout=log, stderr=log)
        self.daemons.append((name, daemon, log))

    def wait(self, what, is_there):
        for _ in range(150):
            for name, daemon, _ in self.daemons:
                if daemon.poll() is not None:
                    with open(self.file(f"{name}.out")) as log:
                        raise Unavailable(f"{name} ended with {daemon.returncode}: {log.read()[-400:]}")
            if is_there():
                return
            time.sleep(0.2)
        raise Unavailable(f"{what} did not come up in 30 s")

    def is_idle(self):
        state = subprocess.run([self.paths["sinfo"], "-h", "-o", "%t"], env=self.environment, capture_output=True, text=True)
        return state.stdout.strip() == "idle"

    def run_array(self, count, script):
        """Runs a script once for each number of an array, and waits for all."""
        with open(self.file("job.sh"), "w") as job:
            job.write(f"#!/bin/bash\nset -eu\n{script}\n")
        subprocess.run(
            [self.paths["sbatch"], "--wait", "--quiet", f"--array=1-{count}", "--ntasks=1", "--cpus-per-task=1",
             f"--output={self.file('job-%a.out')}", self.file("job.sh")],
            check=True, env=self.environment, cwd=self.folder)


def check(baton, data, shards=4):
    """What is wrong with a build that Slurm spread; None where Slurm can't run."""
    baton, data = os.path.abspath(baton), os.path.abspath(data)
    with tempfile.TemporaryDirectory(prefix="baton-slurm-") as folder:
        parts = os.path.join(folder, "parts")
        try:
            with Cluster(folder) as cluster:
                started = time.monotonic()
                try:
                    cluster.run_array(
                        shards,
                        f'"{baton}" build "{data}" --shard "$SLURM_ARRAY_TASK_ID/{shards}" '
                        f'--output "{parts}/$SLURM_ARRAY_TASK_ID"')
                except subprocess.CalledProcessError as error:
                    logs = [open(cluster.file(name)).read()[-300:] for name in os.listdir(folder) if name.startswith("job-")]
                    return [f"the array ended with {error.returncode}: {logs}"]
                seconds = time.monotonic() - started
        except Unavailable as reason:
            print(f"    SKIPPED, NOT CHECKED: Slurm can't run here: {reason}", file=sys.stderr)
            return None
        merged, whole = os.path.join(folder, "merged"), os.path.join(folder, "whole")
        folders = [os.path.join(parts, str(number)) for number in range(1, shards + 1)]
        subprocess.run([baton, "merge", *folders, "--output", merged], check=True)
        builds.build(baton, data, whole)
        findings = builds.differences(whole, merged)
        print(f"    Slurm: {shards} shards in {seconds:.1f} s, {len(builds.tree(merged))} files merged, {len(findings)} differ")
        return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--baton", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--shards", type=int, default=4)
    options = parser.parse_args()
    findings = check(options.baton, options.data, options.shards)
    for finding in findings or []:
        print("    FOUND", finding)
    return 77 if findings is None else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
