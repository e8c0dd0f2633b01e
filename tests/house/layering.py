"""The rules of the house, checked against the source text.

words <- db <- app <- { ui, cli }. The build already keeps each room's headers
out of the others' include paths, but system headers share one path, and SQL
text or a translated string needs no header at all: so the sources are read.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re

MAX_LINES = 600

# Which rooms and which libraries each room may include.
ROOMS = {
    "words": ({"words"}, {"c", "glib"}),
    "db": ({"words", "db"}, {"c", "glib", "gio", "sqlite"}),
    "app": ({"words", "db", "app"}, {"c", "glib", "gio", "xml", "json", "uchardet", "gmime", "archive", "pango", "poppler", "soup"}),
    "cli": ({"words", "app", "cli"}, {"c", "glib", "gio", "json"}),
    "ui": ({"words", "app", "ui"}, {"c", "glib", "gio", "gtk", "pango"}),
}
SQL_ROOMS = {"db"}
MUTE_ROOMS = {"words", "db"}

# System headers by the library they belong to; the first pattern that fits.
LIBRARIES = [
    ("glib", r"glib(-object|-unix)?\.h|glib/.*|gobject/.*|gmodule\.h"),
    ("gio", r"gio/.*"),
    ("pango", r"pango/.*|cairo.*\.h"),
    ("gtk", r"gtk/.*|gdk/.*|gsk/.*|adwaita\.h|graphene.*\.h|gdk-pixbuf/.*"),
    ("sqlite", r"sqlite3(ext|session)?\.h"),
    ("xml", r"libxml/.*"),
    ("json", r"json-glib/.*"),
    ("uchardet", r"uchardet(/uchardet)?\.h"),
    ("gmime", r"gmime/.*"),
    ("archive", r"archive(_entry)?\.h"),
    ("poppler", r"poppler\.h"),
    ("soup", r"libsoup/.*"),
    ("c", r"(sys/|arpa/|netinet/)?[a-z0-9_]+\.h"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
SQL = re.compile(
    r"^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s"
    r"|WITH\s+\w+\s+AS\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\s"
    r"|PRAGMA\s|ATTACH\s|SAVEPOINT\s|BEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED))"
)
TRANSLATED = re.compile(r'\b(C?_|NC?_|n?gettext|g_d[np]*gettext2?)\s*\(\s*"|<glib/gi18n(-lib)?\.h>')
# xgettext sees only what comes before the macro, and the translation is never found.
CUT = re.compile(
    r'\b(?:N?_|ngettext|g_dngettext)\s*\((?:\s*NULL,|\s*GETTEXT_PACKAGE,)?\s*(?:"(?:[^"\\\n]|\\.)*"\s*)+(?:G_G|PRI)\w+'
)
# The one part that may reach for the network, and what would be reaching: also
# a file by its address, which GVfs might fetch.
FETCHER = re.compile(r"app/import/gs-fetch[a-z-]*\.[ch]")
NETWORK = re.compile(
    r"<libsoup/|\bsoup_\w+\s*\(|\bg_(socket|resolver|proxy|tcp|tls|network)_\w+\s*\(|\bgetaddrinfo\s*\("
    r"|\bsocket\s*\(|\bconnect\s*\(|\bg_file_new_for_(uri|commandline_arg)\w*\s*\("
)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# Folders that only one machine has.
MACHINE = re.compile(r"(?<![\w.>~$}/-])/(?:work|home|root|Users)/[\w.]")
TEXT_FILES = {
    "", ".build", ".c", ".css", ".desktop", ".h", ".in", ".json", ".md", ".po", ".pot", ".py", ".rnc", ".sh",
    ".sql", ".supp", ".svg", ".txt", ".ui", ".xml", ".xsd", ".yml",
}


def without_comments(text):
    """Blanks comments, keeping line numbers and string literals."""
    out = []
    place = 0
    for match in re.finditer(r'"(?:[^"\\\n]|\\.)*"|' + COMMENT.pattern, text, re.DOTALL):
        if not match.group().startswith('"'):
            out.append(text[place : match.start()])
            out.append("\n" * match.group().count("\n"))
            place = match.end()
    out.append(text[place:])
    return "".join(out)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def library_of(header):
    for library, pattern in LIBRARIES:
        if re.fullmatch(pattern, header):
            return library
    return None


def sources(root, room):
    return sorted(p for p in (root / room).rglob("*") if p.suffix in {".c", ".h"})


def header_rooms(root):
    """Maps the name of every header to the room that owns it."""
    owners = {}
    findings = []
    for room in ROOMS:
        for path in sources(root, room):
            if path.suffix != ".h":
                continue
            if path.name in owners:
                findings.append(f"{path.relative_to(root)}: {owners[path.name]} has a header of that name too")
            owners.setdefault(path.name, room)
    return owners, findings


def check_includes(room, name, text, owners):
    rooms, libraries = ROOMS[room]
    for match in INCLUDE.finditer(text):
        mark, header = match.groups()
        where = f"{name}:{line_of(text, match.start())}"
        if mark == '"':
            owner = owners.get(header.rsplit("/", 1)[-1])
            if owner is not None and owner not in rooms:
                yield f"{where}: {room} must not include {header}, which belongs to {owner}"
            continue
        library = library_of(header)
        if library is None:
            yield f"{where}: <{header}> is in no library that this test knows; add it to LIBRARIES"
        elif library not in libraries:
            yield f"{where}: {room} must not include <{header}> ({library})"


def check_text(room, name, text):
    if room not in SQL_ROOMS:
        for match in STRING.finditer(text):
            if SQL.match(match.group(1)):
                yield f"{name}:{line_of(text, match.start())}: SQL text outside db"
    for match in CUT.finditer(text):
        yield f"{name}:{line_of(text, match.start())}: a macro inside a translated string"
    if room in MUTE_ROOMS:
        for match in TRANSLATED.finditer(text):
            yield f"{name}:{line_of(text, match.start())}: a translated string in {room}; translate where it is shown"


def check_network(name, text):
    if FETCHER.fullmatch(name):
        return
    for match in NETWORK.finditer(text):
        yield f"{name}:{line_of(text, match.start())}: reaches for the network, which only app/import/gs-fetch may"


def check_shape(name, path, raw, text):
    lines = raw.count("\n")
    if lines > MAX_LINES:
        yield f"{name}: {lines} lines; split it by topic ({MAX_LINES} is the ceiling)"
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in raw[:800]:
        yield f"{name}: no licence line at the top"
    first = INCLUDE.search(text)
    if path.suffix == ".c" and (first is None or first.group(2) != "config.h"):
        yield f"{name}: config.h is not the first include"
    # GCC takes a precompiled header for a main file, which has no use for it.
    if path.suffix == ".h" and path.parent.name != "pch" and "#pragma once" not in text:
        yield f"{name}: no #pragma once"


def check_machine_paths(root):
    """Nothing may name a folder that only its author's machine has."""
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if relative.parts[0].startswith(("_", "build-", ".git")) and relative.parts[0] != "build-aux":
            continue
        if path.suffix not in TEXT_FILES or not path.is_file() or path.name == "COPYING":
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for match in MACHINE.finditer(text):
            yield f"{relative}:{line_of(text, match.start())}: names a folder of one machine: {match.group()}"


def check(root):
    """Gives a list of findings, one sentence each; an empty list means clean."""
    root = pathlib.Path(root)
    owners, findings = header_rooms(root)
    for room in ROOMS:
        for path in sources(root, room):
            name = str(path.relative_to(root))
            raw = path.read_text(encoding="utf-8")
            text = without_comments(raw)
            findings.extend(check_includes(room, name, text, owners))
            findings.extend(check_text(room, name, text))
            findings.extend(check_network(name, text))
            findings.extend(check_shape(name, path, raw, text))
    findings.extend(check_machine_paths(root))
    return findings
