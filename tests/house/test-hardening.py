#!/usr/bin/env python3
"""test-hardening.py: the programs were built to make a mistake harder to use.

Usage: test-hardening.py READELF FORTIFIED|PLAIN PROGRAM…

What meson.build asks for is one thing, what is in the file another: a linker
or a wrapper may have dropped it.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import platform
import subprocess
import sys

# endbr64, at which alone an indirect jump may land.
LANDING = b"\xf3\x0f\x1e\xfa"
# Two are in what every program begins with.
FEWEST = 3
# The least program, which only reads PDF, copies nothing that could be checked.
COPIES = {"gainsay", "gainsayctl"}


def read(readelf, option, path):
    return subprocess.run([readelf, "-W", option, path], check=True, capture_output=True, text=True).stdout


def segment(headers, name):
    return next((line.split() for line in headers.splitlines() if line.split()[:1] == [name]), None)


def findings(readelf, fortified, path):
    """Yields a sentence for each thing that is missing."""
    headers = read(readelf, "-l", path)
    dynamic = read(readelf, "-d", path)
    table = [line.split() for line in read(readelf, "--dyn-syms", path).splitlines()]
    symbols = [row[7].split("@")[0] for row in table if len(row) > 7]

    if "DYN (Position-Independent Executable" not in headers and "DYN (Shared object" not in headers:
        yield "it lies at the same address each time (-pie)"
    if segment(headers, "GNU_RELRO") is None:
        yield "its tables stay writable (-z relro)"
    if "BIND_NOW" not in dynamic and "Flags: NOW" not in dynamic:
        yield "its functions are bound while it runs (-z now)"
    stack = segment(headers, "GNU_STACK")
    if stack is None or "E" in stack[6]:
        yield "its stack can be executed (-z noexecstack)"
    if "TEXTREL" in dynamic:
        yield "its code is written to when it is loaded"
    if "RPATH" in dynamic:
        yield "it looks for libraries where it was built"
    if "__stack_chk_fail" not in symbols:
        yield "its stack has no canaries (-fstack-protector-strong)"
    if fortified and pathlib.Path(path).name in COPIES and not any(name.endswith("_chk") for name in symbols):
        yield "its copies are not checked (_FORTIFY_SOURCE)"
    if platform.machine() == "x86_64" and pathlib.Path(path).read_bytes().count(LANDING) < FEWEST:
        yield "its functions are not marked as places to land (-fcf-protection)"


def main():
    readelf, fortified, *programs = sys.argv[1:]
    print("TAP version 13")
    print(f"1..{len(programs)}")
    failed = False
    for number, program in enumerate(programs, 1):
        found = list(findings(readelf, fortified == "FORTIFIED", program))
        for finding in found:
            print(f"# {pathlib.Path(program).name}: {finding}")
        failed = failed or bool(found)
        print(f"{'not ok' if found else 'ok'} {number} - {pathlib.Path(program).name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
