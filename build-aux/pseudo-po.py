#!/usr/bin/env python3
"""pseudo-po.py: a catalogue in a language that nobody speaks.

Usage: pseudo-po.py INPUT.po OUTPUT.po

Every message of INPUT, whatever it is translated to, becomes “[Ñàmé of àñ àrtîçlé one two]”: in brackets,
so that what was never marked for translation can be told from what was; with accents, so that
a font or an encoding that is wrong shows; and 40 % longer, as German is.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšüýÀÇÉÎÑÖŠÜÝ")
# What must stay as it is: formats, entities and tags of markup, escapes.
FIXED = re.compile(r"%(?:\d+\$)?['#0\- +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]|&\w+;|</?\w[^<>]*>|\\.")
FILLER = "one two three four five six seven eight nine ten "


def pseudo(message):
    # Both must begin and end with the same line feeds.
    head, body, tail = re.fullmatch(r"((?:\\n)*)(.*?)((?:\\n)*)", message).groups()
    if not body.strip():
        return message
    parts, last = [], 0
    for match in FIXED.finditer(body):
        parts += [body[last:match.start()].translate(ACCENTS), match.group()]
        last = match.end()
    parts.append(body[last:].translate(ACCENTS))
    length = int(len(FIXED.sub("", body)) * 0.4)
    filler = (" " + (FILLER * (length // len(FILLER) + 1))[:length - 1].rstrip()) if length > 1 else ""
    return head + "[" + "".join(parts) + filler + "]" + tail


def unquote(lines):
    return "".join(re.match(r'[^"]*"(.*)"$', line).group(1) for line in lines)


def entries(text):
    """Of a .po file: lists of (keyword, value)."""
    for block in text.split("\n\n"):
        fields, current = [], None
        for line in block.split("\n"):
            match = re.match(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) \"", line)
            if match:
                current = [match.group(1), [line]]
                fields.append(current)
            elif line.startswith('"') and current:
                current[1].append(line)
            else:
                current = None
        if fields:
            yield [(keyword, unquote(lines)) for keyword, lines in fields]


def main():
    source, target = sys.argv[1:3]
    out = ['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
           '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n']
    with open(source, encoding="utf-8") as file:
        for entry in entries(file.read()):
            fields = dict(entry)
            if not fields.get("msgid"):
                continue
            lines = []
            if "msgctxt" in fields:
                lines.append(f'msgctxt "{fields["msgctxt"]}"')
            lines.append(f'msgid "{fields["msgid"]}"')
            if "msgid_plural" in fields:
                lines.append(f'msgid_plural "{fields["msgid_plural"]}"')
                lines.append(f'msgstr[0] "{pseudo(fields["msgid"])}"')
                lines.append(f'msgstr[1] "{pseudo(fields["msgid_plural"])}"')
            else:
                lines.append(f'msgstr "{pseudo(fields["msgid"])}"')
            out.append("\n".join(lines) + "\n")
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


main()
