#!/usr/bin/env python3
"""test-comments.py: every public function says what it promises, and the check
would notice if not.

Usage: test-comments.py SOURCE-ROOT

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import sys
import tempfile

from comments import HEADERS, check

HEADER = """
#define GS_TYPE_X (gs_x_get_type ())
G_DECLARE_FINAL_TYPE (GsX, gs_x, GS, X, GObject)

typedef int (*GsXFunc) (GsX *x, gpointer user_data);

typedef struct
{
  int (*call) (GsX *x);
} GsXClass;

/* @key: a comment in a header is none. */
GType gs_x_get_type (void);
char *gs_x_get (GsX         *self,
                const char  *key,
                GError     **error);
void  gs_x_say (GsX        *self,
                const char *format,
                ...) G_GNUC_PRINTF (2, 3);

static inline int
gs_x_one (int i)
{
  return i;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsX, g_object_unref)
"""

SAY = """/**
 * gs_x_say:
 * @self: an x
 * @format: as for printf()
 */
void
gs_x_say (GsX *self, const char *format, ...)
{
}
"""

GET = """/**
 * gs_x_get:
 * @self: an x
 * @key: a word
 *
 * Returns: (transfer full) (nullable): what it means
 */
char *
gs_x_get (GsX *self, const char *key, GError **error)
{
  return NULL;
}
"""

# What is replaced in the source, by what, and what the one finding must say.
PLANTED = [
    (GET[: GET.index("char *")], "", "gs_x_get has no comment"),
    ("/**\n * gs_x_get:", "/* gs_x_get:", "gs_x_get has no comment"),
    (" * gs_x_get:", " * gs_x_take:", "gs_x_get has no comment"),
    (" */\nchar", " */\n\nstatic int n;\n\nchar", "gs_x_get has no comment"),
    (" * @key: a word\n", "", "gs_x_get does not name @key"),
    (" * @key: a word\n", " * @keys: words\n", "gs_x_get does not name @key"),
    (" * @format: as for printf()\n", "", "gs_x_say does not name @format"),
]


def findings_with(room, source, header_name="gs-x.h", header=HEADER):
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        folder = root / room
        folder.mkdir(parents=True)
        (folder / header_name).write_text(header)
        (folder / "gs-x.c").write_text(source)
        return check(root)


def main(root):
    results = []
    findings = check(root)
    for finding in findings:
        print(f"# {finding}")
    results.append(("every public function says what it promises", not findings))

    whole = SAY + "\n" + GET
    results.append(("functions that do have no findings", findings_with("db", whole) == []))
    for old, new, expected in PLANTED:
        assert old in whole
        found = findings_with("db", whole.replace(old, new))
        good = len(found) == 1 and expected in found[0]
        if not good:
            print(f"# expected one finding with “{expected}”, got {found}")
        results.append((f"notices: {expected}", good))

    undefined = findings_with("db", SAY)
    results.append(("notices a function that is nowhere defined", len(undefined) == 1 and "gs_x_get" in undefined[0]))

    bare = whole.replace("/**", "/*")
    for room in HEADERS:
        folder = "app/model" if room == "app" else room
        header_name = "gs-cli-x.h" if room == "cli" else "gs-x.h"
        results.append((f"looks into {room}", len(findings_with(folder, bare, header_name)) == 2))
    results.append(("leaves private headers alone", findings_with("db", bare, "gs-x-private.h") == []))

    print(f"1..{len(results)}")
    for number, (name, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name.replace('#', '')}")
    return 0 if all(good for _, good in results) else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
