#!/usr/bin/env python3
"""test-packaging.py: what the packages say agrees with each other and with the repository.

Usage: test-packaging.py SOURCE-ROOT

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree

ID = "org.gainsay.Gainsay"
# A screen, a graphics card, and addresses that the analyst types. Files come
# through portals.
PERMISSIONS = ["--share=ipc", "--share=network", "--socket=fallback-x11", "--socket=wayland", "--device=dri"]


def read_manifest(root, name):
    return json.loads((root / "flatpak" / name).read_text(encoding="utf-8"))


def program(manifest):
    return next(module for module in manifest["modules"] if isinstance(module, dict))


def manifests_agree(root):
    release, devel = read_manifest(root, f"{ID}.json"), read_manifest(root, f"{ID}.Devel.json")
    if (release["id"], devel["id"]) != (ID, f"{ID}.Devel"):
        yield f"the IDs are {release['id']} and {devel['id']}"
    for key in set(release) | set(devel):
        if key not in ("id", "modules", "desktop-file-name-prefix") and release.get(key) != devel.get(key):
            yield f"{key} differs"
    if [m for m in release["modules"] if isinstance(m, str)] != [m for m in devel["modules"] if isinstance(m, str)]:
        yield "the libraries differ"
    if "-Dprofile=devel" not in program(devel)["config-opts"] or not program(devel)["run-tests"]:
        yield "the devel profile is not built, or not tested"


def only_portals(root):
    for permission in read_manifest(root, f"{ID}.json")["finish-args"]:
        if permission not in PERMISSIONS:
            yield f"{permission} is more than it needs"


def sources_are_pinned(root):
    for module in read_manifest(root, "libraries.json")["modules"]:
        for source in module["sources"]:
            if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")) or not source["url"].startswith("https:"):
                yield f"{module['name']} is not pinned"


def metainfo(root):
    return ElementTree.parse(root / "resources" / f"{ID}.metainfo.xml.in").getroot()


def project_version(root):
    return re.search(r"version: '([^']+)'", (root / "meson.build").read_text(encoding="utf-8")).group(1)


def screenshots_are_there(root):
    shots = metainfo(root).findall("screenshots/screenshot/image")
    if not shots:
        yield "there is none"
    for shot in shots:
        picture = root / "docs" / "images" / shot.text.rsplit("/", 1)[1]
        if not picture.exists():
            yield f"{picture} is not there"
            continue
        with picture.open("rb") as file:
            size = struct.unpack(">II", file.read(24)[16:24])
        if size != (int(shot.get("width")), int(shot.get("height"))):
            yield f"{picture.name} is {size[0]} × {size[1]}"


def versions_agree(root):
    version = project_version(root)
    latest = metainfo(root).find("releases/release").get("version")
    if latest != version:
        yield f"the metainfo's latest release is {latest}, the project's version {version}"
    changelog = (root / "debian" / "changelog").read_text(encoding="utf-8")
    if not re.match(rf"gainsay \({re.escape(version)}\) ", changelog):
        yield f"debian/changelog does not begin with {version}"


def debian_builds_what_is_needed(root):
    """Every library that Meson looks for is a build dependency."""
    control = (root / "debian" / "control").read_text(encoding="utf-8")
    for line in (root / "build-aux" / "packages.txt").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if words and words[0] == "run" and words[1].startswith("lib") and words[1].endswith("-dev"):
            if words[1] not in control:
                yield f"debian/control does not build with {words[1]}"


CHECKS = [
    manifests_agree,
    only_portals,
    sources_are_pinned,
    screenshots_are_there,
    versions_agree,
    debian_builds_what_is_needed,
]


def main(root):
    print(f"1..{len(CHECKS)}")
    failed = False
    for number, check in enumerate(CHECKS, 1):
        found = list(check(root))
        for finding in found:
            print(f"# {finding}")
        failed = failed or bool(found)
        print(f"{'not ok' if found else 'ok'} {number} {check.__name__.replace('_', ' ')}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
