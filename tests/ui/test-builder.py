#!/usr/bin/env python3
"""test-builder.py: gtk4-builder-tool finds every .ui file valid.

Usage: test-builder.py TOOL TYPES FOLDER

TYPES is a library with our widgets, which the tool would not know. Two things
are changed before it looks: a template is of another class, since the tool
makes one of that name itself, and signals are left out, since handlers are no
public functions. Both are what test-templates.c is about.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile


def change(text):
    text = re.sub(r'<template class="(\w+)"', r'<template class="\1Checked"', text)
    return re.sub(r"<signal [^>]*/>", "", text)


def main(tool, types, folder):
    print("1..1")
    with tempfile.TemporaryDirectory() as name:
        copies = []
        for path in sorted(pathlib.Path(folder).glob("*.ui")):
            copies.append(pathlib.Path(name) / path.name)
            copies[-1].write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        done = subprocess.run(
            [tool, "validate", *copies],
            env=os.environ | {"LD_PRELOAD": types, "G_DEBUG": ""},
            capture_output=True,
            text=True,
            check=False,
        )
    for line in (done.stdout + done.stderr).splitlines():
        print(f"# {line}")
    good = done.returncode == 0 and len(copies) > 0
    print(f"{'ok' if good else 'not ok'} 1 {len(copies)} files are valid")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
