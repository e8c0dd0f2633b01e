#!/usr/bin/env python3
"""Runs one libFuzzer target for GAINSAY_FUZZ_SECONDS seconds (60 unless set).

    run-target.py PROGRAM DICTIONARY CORPUS FILE…

It begins with the files of the folder CORPUS and with each FILE.
What it makes up goes to a folder of its own, and what it finds to
GAINSAY_FUZZ_FINDINGS where that is set. Any input that crashes, leaks, takes
more than ten seconds or more than a gigabyte is a finding, and fails the test.
The last line says how long it ran, how many inputs it tried and what it found.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

LIMITS = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=65536", "-reload=0", "-print_final_stats=1"]


def environment():
    """Every allocation its own, so that the sanitizer sees where it ends."""
    return dict(os.environ, G_SLICE="always-malloc", G_DEBUG="gc-friendly",
                LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=1",
                UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1")


def main():
    program, dictionary, corpus, *files = sys.argv[1:]
    seconds = int(os.environ.get("GAINSAY_FUZZ_SECONDS", "60"))
    name = os.path.basename(program)

    with tempfile.TemporaryDirectory() as folder:
        new = os.path.join(folder, "new")
        findings = os.path.join(os.environ.get("GAINSAY_FUZZ_FINDINGS", folder), name)
        golden = os.path.join(folder, "golden")
        os.makedirs(new)
        os.makedirs(golden)
        for file in files:
            shutil.copy(file, golden)
        os.makedirs(findings, exist_ok=True)
        began = time.monotonic()
        run = subprocess.run([program, f"-max_total_time={seconds}", f"-dict={dictionary}",
                              f"-artifact_prefix={findings}/", *LIMITS, new, corpus, golden],
                             env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             encoding="utf-8", errors="replace", check=False)
        took = time.monotonic() - began
        found = sorted(os.listdir(findings))

    executed = re.search(r"number_of_executed_units:\s*(\d+)", run.stdout)
    print(run.stdout[-6000:] if run.returncode != 0 else "")
    print(f"{name}: {took:.0f} s, {executed.group(1) if executed else '?'} inputs, "
          f"{', '.join(found) or 'nothing'} found")

    return 1 if run.returncode != 0 or found else 0


if __name__ == "__main__":
    sys.exit(main())
