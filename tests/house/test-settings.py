#!/usr/bin/env python3
"""Every setting is read by something, and everything that is read is a setting.

Usage: test-settings.py SOURCE-FOLDER

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

# Settings that come as one: while none of them is read, what reads them is on its way.
TOGETHER = "backup-"
# What shows a setting to be changed does not yet do anything with it.
SHOWS_ONLY = {"gs-preferences.c"}


def read_keys(source):
    schema = ElementTree.parse(source / "resources" / "org.gainsay.Gainsay.gschema.xml")
    return {key.get("name") for key in schema.iter("key")}


def strings_of(text):
    return set(re.findall(r'"((?:[^"\\]|\\.)*)"', text))


def main():
    source = pathlib.Path(sys.argv[1])
    keys = read_keys(source)
    files = [f for room in ("app", "cli", "ui") for f in (source / room).rglob("*.c")]
    said = set()
    for file in files:
        if file.name not in SHOWS_ONLY:
            said |= strings_of(file.read_text(encoding="utf-8"))

    failures = 0
    print("1..3")
    dead = sorted(key for key in keys if key not in said and "changed::" + key not in said)
    together = sorted(key for key in keys if key.startswith(TOGETHER))
    if together and all(key in dead for key in together):
        print(f"# nothing reads {TOGETHER}… yet")
        dead = [key for key in dead if key not in together]
    for key in dead:
        print(f"# {key} is a setting that nothing reads")
    print("not ok 1 - every setting is read" if dead else "ok 1 - every setting is read")
    failures += bool(dead)

    unknown = set()
    for file in files:
        for key in re.findall(r'gs_settings_(?:bind|get_string|set_string) \("([^"]+)"', file.read_text(encoding="utf-8")):
            if key not in keys:
                unknown.add(f"{file.name}: {key}")
    for line in sorted(unknown):
        print(f"# {line} is not a setting")
    print("not ok 2 - what is read is a setting" if unknown else "ok 2 - what is read is a setting")
    failures += bool(unknown)

    planted = {"nobody-reads-this"} - said
    print("ok 3 - a dead one would be noticed" if planted else "not ok 3 - a dead one would be noticed")
    failures += not planted

    sys.exit(1 if failures else 0)


main()
