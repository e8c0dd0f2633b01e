"""comments.py: every public function says what it promises.

A public function is one that a header of a room declares, unless the header
has "private" in its name. Its definition carries a comment of the form

    /**
     * name:
     * @parameter: ...

which names each parameter. What macros declare or define needs none:
types, their get_type functions and error quarks.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

# Rooms, and the headers of each that count.
HEADERS = {"words": "*.h", "db": "*.h", "app": "**/*.h", "ui": "*.h", "cli": "gs-cli*.h"}

# These two mean the same everywhere.
IMPLIED = {"error", "..."}

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$", re.M)
MACRO = re.compile(r"^[ \t]*(?:G|GTK|ADW)_[A-Z_]+(?:[ \t]*\([^;{}]*?\))?[ \t]*;?[ \t]*$", re.M)
ATTRIBUTE = re.compile(r"\bG_GNUC_\w+(?:\s*\([^()]*\))?")
FUNCTION = re.compile(r"^[\w\s*]*?\b(gs_\w+)\s*\((.*)\)$", re.S)


def parameter_names(text):
    """The names in a parameter list, "..." included."""
    names, pieces, depth, start = [], [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            pieces.append(text[start:index])
            start = index + 1
    pieces.append(text[start:])
    for piece in pieces:
        piece = piece.strip()
        if piece in ("", "void"):
            continue
        pointer = re.search(r"\(\s*\*\s*(\w+)\s*\)", piece)
        name = pointer or re.search(r"(\.\.\.|\w+)(?:\s*\[[^\]]*\])*$", piece)
        names.append(name.group(1))
    return names


def declared(header):
    """The names of the functions a header declares."""
    text = COMMENT.sub(" ", header)
    text = DIRECTIVE.sub("", text)
    text = MACRO.sub("", text)
    text = ATTRIBUTE.sub(" ", text)
    # Inside braces are members and inline code, no declarations.
    while True:
        fewer = re.sub(r"\{[^{}]*\}", ";", text)
        if fewer == text:
            break
        text = fewer
    for statement in text.split(";"):
        statement = " ".join(statement.split())
        if statement.startswith(("typedef ", "static ")):
            continue
        found = FUNCTION.match(statement)
        if found and not found.group(1).endswith(("_get_type", "_error_quark")):
            yield found.group(1)


def missing(name, sources):
    """What is wrong with the comment of one function, or None."""
    definition = re.compile(r"^" + name + r"[ \t]*\(([^;{]*)\)\s*\{", re.M)
    for path, text in sources:
        found = definition.search(text)
        if not found:
            continue
        before = text[: found.start()].rstrip()
        # The line above is the return type; above that the comment must end.
        before = before[: before.rfind("\n") + 1].rstrip()
        opening = before.rfind("/*")
        block = before[opening:] if before.endswith("*/") else ""
        if not re.match(r"/\*\*\s*\n \* " + name + r":", block):
            return f"{path}: {name} has no comment that says what it promises"
        for parameter in parameter_names(ATTRIBUTE.sub("", found.group(1))):
            if parameter not in IMPLIED and not re.search(r"@" + parameter + r":", block):
                return f"{path}: the comment of {name} does not name @{parameter}"
        return None
    return f"{name} is declared, but no source of its room defines it"


def check(root):
    """Every finding in the folder, as one sentence each."""
    findings = []
    for room, pattern in HEADERS.items():
        sources = [(p.relative_to(root).as_posix(), p.read_text()) for p in sorted((root / room).glob("**/*.c"))]
        for header in sorted((root / room).glob(pattern)):
            if "private" in header.name:
                continue
            for name in declared(header.read_text()):
                finding = missing(name, sources)
                if finding:
                    findings.append(finding)
    return findings
