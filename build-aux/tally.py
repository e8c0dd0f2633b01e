#!/usr/bin/env python3
"""Counts the tests of one or more Meson test logs and prints one closing line.

Usage: tally.py BUILD-FOLDER…

A folder without a log counts as one failure: its tests never ran.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import sys

GOOD = {"OK", "EXPECTEDFAIL"}
IGNORED = {"SKIP"}


def tally(folder):
    """Gives (passed, failed) of one build folder."""
    log = pathlib.Path(folder, "meson-logs", "testlog.json")
    if not log.exists():
        print(f"{folder}: its tests did not run", file=sys.stderr)
        return 0, 1
    passed = failed = 0
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            result = json.loads(line)["result"]
            if result in GOOD:
                passed += 1
            elif result not in IGNORED:
                failed += 1
    return passed, failed


def main(folders):
    results = [tally(folder) for folder in folders]
    passed = sum(result[0] for result in results)
    failed = sum(result[1] for result in results)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
