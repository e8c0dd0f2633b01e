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

# What shows a setting to be changed does not yet do anything with it.
SHOWS_ONLY = {"gs-preferences.c"}
# A key where one is read, written or bound.
USE = re.compile(r'settings?(?:_\w+)? \((?:gs_settings_get \(\), |settings, )?"([\w-]+)"')


def read_keys(source):
    schema = ElementTree.parse(source / "resources" / "org.gainsay.Gainsay.gschema.xml")
    return {key.get("name") for key in schema.iter("key")}


def strings_of(text):
    return set(re.findall(r'"((?:[^"\\]|\\.)*)"', text))


def dead_keys(keys, said):
    return sorted(key for key in keys if key not in said and "changed::" + key not in said)


def unknown_keys(keys, name, text):
    return sorted(f"{name}: {key}" for key in USE.findall(text) if key not in keys)


def main():
    source = pathlib.Path(sys.argv[1])
    keys = read_keys(source)
    texts = {f.name: f.read_text(encoding="utf-8") for room in ("app", "cli", "ui") for f in (source / room).rglob("*.c")}
    said = set().union(*(strings_of(text) for name, text in texts.items() if name not in SHOWS_ONLY))
    unknown = [line for name, text in texts.items() for line in unknown_keys(keys, name, text)]
    planted = 'g_settings_get_int (gs_settings_get (), "made-up-key")'
    checks = [
        ("every setting is read", [f"{key} is a setting that nothing reads" for key in dead_keys(keys, said)]),
        ("what is read is a setting", [f"{line} is not a setting" for line in unknown]),
        ("a dead one would be noticed", [] if dead_keys({"made-up-key"}, said) else ["it is not"]),
        ("one that is none would be noticed", [] if unknown_keys(keys, "a.c", planted) else ["it is not"]),
    ]

    print(f"1..{len(checks)}")
    for number, (what, found) in enumerate(checks, 1):
        for line in found:
            print(f"# {line}")
        print(f"{'not ok' if found else 'ok'} {number} - {what}")
    return 1 if any(found for _, found in checks) else 0


sys.exit(main())
