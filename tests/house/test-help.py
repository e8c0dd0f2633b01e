#!/usr/bin/env python3
"""test-help.py: the guide hangs together.

Usage: test-help.py SOURCE-ROOT [BUILD-FOLDER-OF-HELP]

Without Mallard's own tools: every page is well-formed and named like its
file, every link leads somewhere, every page can be reached from the first
one, every picture exists, every page is installed, and the translations are
complete and well-formed.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

MALLARD = "{http://projectmallard.org/1.0/}"


def read_pages(folder):
    return {path.stem: ElementTree.parse(path).getroot() for path in sorted(folder.glob("*.page"))}


def places(pages):
    """Whatever may be linked to: pages, and sections in them."""
    found = set(pages)
    for name, page in pages.items():
        found.update(f"{name}#{section.get('id')}" for section in page.iter(f"{MALLARD}section") if section.get("id"))
    return found


def ids_are_names(root, pages):
    for name, page in pages.items():
        if page.get("id") != name:
            yield f"{name}.page has the ID {page.get('id')}"


def links_resolve(root, pages):
    there = places(pages)
    for name, page in pages.items():
        for link in page.iter(f"{MALLARD}link"):
            target = link.get("xref")
            if target is not None and target not in there:
                yield f"{name}.page links to {target}"


def all_are_reached(root, pages):
    """A guide link of a page makes it stand on the page that it names."""
    reached, waiting = set(), ["index"]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        for other, page in pages.items():
            guides = [link.get("xref").split("#")[0] for link in page.iter(f"{MALLARD}link") if link.get("type") == "guide"]
            if name in guides and other not in reached:
                waiting.append(other)
    for name in sorted(set(pages) - reached):
        yield f"nobody gets to {name}.page"


def pictures_exist(root, pages):
    listed = set(re.findall(r"'([\w-]+)'", re.search(r"help_pictures = \[(.*?)\]", meson(root), re.S).group(1)))
    used = set()
    for name, page in pages.items():
        for media in page.iter(f"{MALLARD}media"):
            picture = pathlib.PurePath(media.get("src"))
            used.add(picture.stem)
            if str(picture.parent) != "figures" or not (root / "docs" / "images" / picture.name).exists():
                yield f"{name}.page shows {picture}, which is not there"
            if not "".join(media.itertext()).strip():
                yield f"{name}.page does not say what {picture} shows"
    for picture in sorted(listed ^ used):
        yield f"{picture}.png is installed or used, but not both"


def meson(root):
    return (root / "help" / "meson.build").read_text(encoding="utf-8")


def all_are_installed(root, pages):
    for name in pages:
        if f"'C/{name}.page'" not in meson(root):
            yield f"help/meson.build does not install {name}.page"


def languages(root):
    return (root / "help" / "LINGUAS").read_text(encoding="utf-8").split()


def translations_are_complete(root, pages):
    for language in languages(root):
        text = (root / "help" / language / f"{language}.po").read_text(encoding="utf-8")
        empty = re.findall(r'^msgid "(.+)"\nmsgstr ""\n(?!")', text, re.M)
        for message in empty:
            yield f"{language}: “{message[:60]}” is not translated"
        catalogue = set(re.findall(r'^msgid "(.+)"$', text, re.M))
        for name, page in pages.items():
            for element in page.iter():
                if element.tag in (f"{MALLARD}title", f"{MALLARD}desc") and not len(element):
                    words = " ".join((element.text or "").split()).replace('"', '\\"')
                    if words and words not in catalogue:
                        yield f"{language}: “{words}” of {name}.page is missing"


def built_pages_are_whole(root, built, pages):
    """What itstool made is the same tree in other words."""
    for language in languages(root):
        made = read_pages(built / language)
        for name in sorted(set(pages) - set(made)):
            yield f"{language}/{name}.page is not built"
        for name, page in made.items():
            if [element.tag for element in page.iter()] != [element.tag for element in pages[name].iter()]:
                yield f"{language}/{name}.page is built otherwise than the original"


CHECKS = [
    ids_are_names,
    links_resolve,
    all_are_reached,
    pictures_exist,
    all_are_installed,
    translations_are_complete,
]


def main(root, built=None):
    pages = read_pages(root / "help" / "C")
    checks = [(check.__name__, list(check(root, pages))) for check in CHECKS]
    if built is not None:
        checks.append((built_pages_are_whole.__name__, list(built_pages_are_whole(root, built, pages))))
    print(f"1..{len(checks)}")
    for number, (name, found) in enumerate(checks, 1):
        for finding in found:
            print(f"# {finding}")
        print(f"{'not ok' if found else 'ok'} {number} {name.replace('_', ' ')}")
    return 1 if any(found for _, found in checks) else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:])))
