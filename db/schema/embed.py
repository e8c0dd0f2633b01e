#!/usr/bin/env python3
# embed.py: SQL files as C strings, one a migration, in order.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys


def main():
    out, *paths = sys.argv[1:]
    with open(out, 'w', encoding='utf-8') as c:
        c.write('static const char *const schema_steps[] = {\n')
        for path in paths:
            with open(path, encoding='utf-8') as sql:
                for line in sql:
                    line = line.split('--')[0].rstrip()
                    if line:
                        text = line.replace('\\', '\\\\').replace('"', '\\"')
                        c.write('  "%s\\n"\n' % text)
            c.write('  ,\n')
        c.write('};\n')


main()
