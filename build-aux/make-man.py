#!/usr/bin/env python3
"""make-man.py PROGRAM SECTION-FILE: a manual page, from what the program says of itself.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later

The help of a program is tested and cannot be out of date; a page written beside
it can. What help does not say (files, environment, examples) stands in a file of
ready-made sections that is put behind it.
"""

import os
import re
import subprocess
import sys

LABELS = {"Usage:", "Options:", "Commands:", "Help Options:", "Application Options:", "GApplication options"}

# What every command takes is told once.
COMMON = ("-h, --help", "--json")


def ask(program, *arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=0")
    run = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=True)
    return run.stdout.rstrip("\n").split("\n")


def escaped(text):
    """Text of a page: a backslash or a first dot would be an instruction."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq")
    text = text.replace("…", "\\&...").replace("’", "\\(cq")
    return "\\&" + text if text[:1] in (".", "'") else text


def parts(lines):
    """Splits help into (label, lines) pairs; what stands below no label has the label None."""
    label, held = None, []
    for line in lines:
        if line in LABELS:
            yield label, held
            label, held = line.rstrip(":"), []
        elif line and not line.startswith(" ") and held and label is not None:
            yield label, held
            label, held = None, [line]
        else:
            held.append(line)
    yield label, held


def paragraphs(lines):
    for paragraph in "\n".join(lines).strip("\n").split("\n\n"):
        if paragraph.strip():
            yield " ".join(line.strip() for line in paragraph.split("\n"))


def options(lines, known):
    """The rows of a table of options, as tagged paragraphs; not those that are known already."""
    for line in lines:
        row = re.match(r"  (\S.*?)(?:\s{2,}(\S.*))?$", line)
        if row and row.group(1) not in known:
            yield ".TP"
            yield ".B " + escaped(row.group(1))
            yield escaped(row.group(2) or "")


def usage(lines):
    held = next(held for label, held in parts(lines) if label == "Usage")
    return " ".join(line.strip() for line in held if line.strip())


def body(lines, in_command=False):
    """Everything help says but the usage and the list of commands."""
    for label, held in parts(lines):
        if label is None:
            for text in paragraphs(held):
                yield ".PP"
                yield escaped(text)
        elif label not in ("Usage", "Commands") and any(line.strip() for line in held):
            if not in_command:
                yield ".SH " + label.upper()
            yield from options(held, COMMON if in_command else ())


def commands(program, lines):
    table = [held for label, held in parts(lines) if label == "Commands"]
    names = [line.split()[0] for line in table[0] if line.startswith("  ")] if table else []
    if names:
        yield ".SH COMMANDS"
    for name in names:
        told = ask(program, name, "--help")
        yield ".SS " + escaped(re.sub(r"^\S+ \[OPTION…\] ", "", usage(told)))
        yield from body(told, in_command=True)


def page(program, sections):
    name = os.path.basename(program)
    told = ask(program, "--help-all" if name == "gainsay" else "--help")
    version = ask(program, "--version")[0].split()[-1]
    with open(sections, encoding="utf-8") as file:
        summary, _, rest = file.read().partition("\n")
    yield f'.TH {name.upper()} 1 "" "Gainsay {version}" "User Commands"'
    yield ".SH NAME"
    yield f"{name} \\- {summary}"
    yield ".SH SYNOPSIS"
    yield escaped(usage(told))
    yield ".SH DESCRIPTION"
    yield from body(told)
    yield from commands(program, told)
    yield rest.strip("\n")


if __name__ == "__main__":
    print("\n".join(page(sys.argv[1], sys.argv[2])))
