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


def validate(tool, types, path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r'<template class="(\w+)"', r'<template class="\1Checked"', text)
    text = re.sub(r"<signal [^>]*/>", "", text)
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / path.name
        copy.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [tool, "validate", copy],
            env=os.environ | {"LD_PRELOAD": types, "G_DEBUG": ""},
            capture_output=True,
            text=True,
            check=False,
        )
    return done.returncode, done.stdout + done.stderr


def main(tool, types, folder):
    failed = False
    paths = sorted(pathlib.Path(folder).glob("*.ui"))
    print(f"1..{len(paths)}")
    for number, path in enumerate(paths, 1):
        code, said = validate(tool, types, path)
        for line in said.splitlines():
            print(f"# {line}")
        failed = failed or code != 0
        print(f"{'ok' if code == 0 else 'not ok'} {number} {path.name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
