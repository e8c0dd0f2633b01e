#!/usr/bin/env python3
"""local-sources.py: lets modules take their sources from a folder.

Usage: local-sources.py LIBRARIES.json FOLDER

A tarball in the folder that has the checksum a module asks for stands in for
its address. Where there is none, the module's tarball of another packing
does, as long as it is of the same version.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import json
import pathlib
import re
import sys
import tarfile


SAME = "the very tarball"


def choose(source, tarballs):
    for path, checksum in tarballs.items():
        if checksum == source["sha256"]:
            return path, SAME
    # NAME-1.2.3.tar.xz, and Debian's NAME_1.2.3+dfsg.orig.tar.xz.
    name, version = re.match(r"(.+?)-([\d.]+)\.tar", source["url"].rsplit("/", 1)[1]).groups()
    for path in tarballs:
        if re.match(re.escape(name) + r"[-_]" + re.escape(version) + r"(\+\w+)?(\.orig)?\.tar", path.name):
            return path, "the same version, packed by Debian"
    sys.exit(f"{source['url']}: no tarball of it in the folder")


def has_configure(path):
    with tarfile.open(path) as tarball:
        return any(re.fullmatch(r"[^/]+/configure", name) for name in tarball.getnames())


def main(libraries, folder):
    tarballs = {
        path: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.tar.*")) if path.is_file()
    }
    top = json.loads(libraries.read_text(encoding="utf-8"))
    for module in top["modules"]:
        bootstrap = []
        for source in module["sources"]:
            path, how = choose(source, tarballs)
            print(f"{module['name']}: {path.name} ({how})")
            del source["url"]
            source["path"], source["sha256"] = str(path), tarballs[path]
            # A release has its configure script, what Debian packs from a tag has not.
            if module["buildsystem"] == "autotools" and how != SAME and not has_configure(path):
                bootstrap.append({"type": "shell", "commands": ["touch ChangeLog", "autoreconf -fi"]})
        module["sources"] += bootstrap
    libraries.write_text(json.dumps(top, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve())
