#!/usr/bin/env python3
"""test-docs.py: what the documentation names is there.

Usage: test-docs.py SOURCE-ROOT

Every function that a page calls by name must be declared in a header or
defined in a source, and every relative link must lead to a file.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

FUNCTION = re.compile(r"\b(gs_[a-z0-9_]+) ?\(")
TYPE = re.compile(r"`(Gs[A-Za-z]+)`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:build-aux|db|docs|resources|tests|words|app|cli|ui|po)/[\w./-]+)`")


def pages(root):
    return [root / "README.md", root / "CONTRIBUTING.md", root / "SECURITY.md", *sorted((root / "docs").glob("*.md"))]


def known_names(root):
    names = set()
    for room in ("words", "db", "app", "cli", "ui", "tests"):
        for path in (root / room).rglob("*.[ch]"):
            text = path.read_text(encoding="utf-8")
            names.update(re.findall(r"\b(gs_[a-z0-9_]+) *\(", text))
            names.update(re.findall(r"\b(Gs[A-Za-z]+)\b", text))
    return names


def findings(page, root, names):
    text = page.read_text(encoding="utf-8")
    for pattern in (FUNCTION, TYPE):
        for name in pattern.findall(text):
            if name not in names:
                yield f"{page.name} names {name}, which is not there"
    for link in LINK.findall(text):
        if not (page.parent / link).exists():
            yield f"{page.name} links to {link}, which is not there"
    for path in PATH.findall(text):
        if not (root / path).exists():
            yield f"{page.name} names {path}, which is not there"


def main(root):
    names = known_names(root)
    all_pages = pages(root)
    print(f"1..{len(all_pages)}")
    failed = False
    for number, page in enumerate(all_pages, 1):
        found = list(findings(page, root, names))
        for finding in found:
            print(f"# {finding}")
        failed = failed or bool(found)
        print(f"{'not ok' if found else 'ok'} {number} {page.name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
