#!/usr/bin/env python3
"""test-layering.py: the house keeps its rules, and the check would notice if not.

Usage: test-layering.py SOURCE-ROOT

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import sys
import tempfile

from layering import MAX_LINES, ROOMS, check

HEAD = "/* x: a file.\n *\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n\n"
C = HEAD + '#include "config.h"\n\n'
H = HEAD + "#pragma once\n\n"

# Path, contents, and what the one finding must say. The strings are put
# together here so that this file itself stays clean.
PLANTED = [
    ("db/a.c", C + "#include <gtk/gtk.h>\n", "db must not include <gtk/gtk.h>"),
    ("db/a.c", C + "#include <libxml/parser.h>\n", "db must not include <libxml/parser.h>"),
    ("db/a.c", C + '#include "gs-app.h"\n', "belongs to app"),
    ("db/a.c", C + '#define X _("Undo")\n', "a translated string in db"),
    ("words/a.c", C + "#include <gio/gio.h>\n", "words must not include <gio/gio.h>"),
    ("words/a.c", C + '#include "gs-db.h"\n', "belongs to db"),
    ("app/model/a.c", C + "#include <sqlite3.h>\n", "app must not include <sqlite3.h>"),
    ("app/a.c", C + "#include <adwaita.h>\n", "app must not include <adwaita.h>"),
    ("app/a.c", C + '#define X "SELECT id FROM claim"\n', "SQL text outside db"),
    ("app/a.c", C + '#include "gs-ui.h"\n', "belongs to ui"),
    ("ui/a.c", C + '#include "gs-db.h"\n', "belongs to db"),
    ("ui/a.c", C + "#include <libxml/tree.h>\n", "ui must not include <libxml/tree.h>"),
    ("ui/a.c", C + '#define X "UPDATE claim SET x = 1"\n', "SQL text outside db"),
    ("ui/a.c", C + '#include "gs-cli.h"\n', "belongs to cli"),
    ("cli/a.c", C + "#include <gtk/gtk.h>\n", "cli must not include <gtk/gtk.h>"),
    ("cli/a.c", C + '#include "../db/gs-db.h"\n', "belongs to db"),
    ("cli/a.c", C + '#define X "PRAGMA user_version"\n', "SQL text outside db"),
    ("cli/a.c", C + "#include <frobnicate/frob.h>\n", "in no library that this test knows"),
    ("cli/a.c", C + '#define X _ ("has %" G_GINT64_FORMAT " parts")\n', "a macro inside a translated string"),
    ("ui/a.c", C + '#define X ngettext ("%" G_GINT64_FORMAT " a", "b", 1)\n', "a macro inside a translated string"),
    ("app/a.c", C + "\n" * MAX_LINES, "is the ceiling"),
    ("app/a.c", HEAD + "#include <glib.h>\n", "config.h is not the first include"),
    ("app/a.c", '#include "config.h"\n', "no licence line"),
    ("app/report/a.c", C + "#include <libsoup/soup.h>\n", "reaches for the network"),
    ("ui/a.c", C + "static void a (void) { g_file_new_for_uri (uri); }\n", "reaches for the network"),
    ("db/a.c", C + "static void a (void) { g_socket_client_new (); }\n", "reaches for the network"),
    ("app/gs-b.h", HEAD, "no #pragma once"),
    ("app/gs-db.h", H, "has a header of that name too"),
    ("docs/a.md", "See /" + "home/someone/gainsay.\n", "names a folder of one machine"),
    ("tests/a.sh", "cat /" + "work/list\n", "names a folder of one machine"),
]

# What looks like a violation and is none.
INNOCENT = [
    ("app/a.c", C + "/* #include <gtk/gtk.h>: not here. SELECT id FROM claim. */\n"),
    ("app/a.c", C + '#include <glib/gi18n.h>\n#define X _("Select a claim")\n'),
    ("db/a.c", C + '#include <sqlite3.h>\n#define X "SELECT id FROM claim"\n'),
    ("app/import/gs-fetch-answer.c", C + "#include <libsoup/soup.h>\n"),
    ("docs/a.md", "Paths such as app/work/x, https://example.org/home/x and ~/work/x are fine.\n"),
]


def plant(folder):
    """A small house in which everything is as it should be."""
    for room in ROOMS:
        (folder / room).mkdir(parents=True)
        (folder / room / f"gs-{room}.h").write_text(H)
        (folder / room / f"gs-{room}.c").write_text(C + f'#include "gs-{room}.h"\n\n#include <glib.h>\n')


def findings_with(files):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plant(folder)
        for path, contents in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(contents)
        return check(folder)


def main(root):
    results = []
    findings = check(root)
    for finding in findings:
        print(f"# {finding}")
    results.append(("the house is in order", not findings))
    results.append(("a clean small house has no findings", findings_with([]) == []))
    for path, contents, expected in PLANTED:
        found = findings_with([(path, contents)])
        good = len(found) == 1 and expected in found[0]
        if not good:
            print(f"# expected one finding with “{expected}”, got {found}")
        results.append((f"notices in {path}: {expected}", good))
    for path, contents in INNOCENT:
        found = findings_with([(path, contents)])
        if found:
            print(f"# unexpected: {found}")
        results.append((f"is not misled in {path}", not found))

    print(f"1..{len(results)}")
    for number, (name, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name.replace('#', '')}")
    return 0 if all(good for _, good in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
