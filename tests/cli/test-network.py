#!/usr/bin/env python3
"""test-network.py: no import and no export asks anybody anything.

Usage: test-network.py GAINSAYCTL

Files that beg to be fetched from are imported, and exported in every format,
while somebody listens at the address they name. Nobody may call. That a call
would be heard is tried first, with the one command that fetches.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import socket
import subprocess
import sys
import tempfile
import threading

# AT stands for the address.
FILES = {
    "page.html": """<!DOCTYPE html SYSTEM "AT/page.dtd" [<!ENTITY x SYSTEM "AT/entity">]>
<html><head><title>The keeper counts his lamps</title><base href="AT/"><meta http-equiv="refresh" content="0;url=AT/next">
<link rel="stylesheet" href="AT/style.css"><link rel="preload" href="AT/font"><script src="AT/script.js"></script>
<style>@import url(AT/import.css); body { background: url(AT/background) }</style></head>
<body onload="fetch('AT/load')"><article><h1>The keeper counts his lamps</h1>
<p>The keeper of the north pier says that twelve lamps were lit in the night, &x; and that nobody paid for the oil.</p>
<img src="AT/picture" srcset="AT/large 2x"><iframe src="AT/frame"></iframe><object data="AT/object"></object>
<video src="AT/film" poster="AT/poster"></video><embed src="AT/embed"><svg><image href="AT/svg"/></svg>
<p>An <a href="AT/link" ping="AT/ping">envoy</a> denies that there were more than ten of them.</p></article></body></html>
""",
    "feed.xml": """<?xml version="1.0"?><?xml-stylesheet href="AT/feed.css"?>
<rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>News</title><item><title>Lamps</title>
<link>AT/item</link><enclosure url="AT/sound" type="audio/mpeg"/><xi:include href="AT/include"/>
<description>&lt;p&gt;Nine lamps were seen by the harbour office.&lt;img src="AT/in-feed"&gt;&lt;/p&gt;</description>
</item></channel></rss>
""",
    "mail.eml": """From: keeper@example.org
Subject: Lamps
MIME-Version: 1.0
Content-Type: text/html

<p>Eight lamps were lit, says the keeper of the north pier.<img src="AT/in-mail"></p>
""",
    "report.xml": """<?xml version="1.0"?><!DOCTYPE gainsay-report SYSTEM "AT/report.dtd">
<gainsay-report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="AT/report.xsd"/>
""",
}


class Listener:
    """Counts who calls, and answers nobody."""

    def __init__(self):
        self.calls = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.at = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            caller, _ = self.socket.accept()
            self.calls += 1
            caller.close()


def run(*arguments):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True, check=False)
    for line in (done.stdout + done.stderr).splitlines():
        print(f"# {line[:300]}")
    return done


def formats_of(gainsayctl):
    """What --format takes, as the refusal of another names them."""
    refusal = run(gainsayctl, "export", "nowhere.gainsay", "--format", "nonsense").stderr
    return refusal.splitlines()[0].rsplit(": ", 1)[-1].split(", ")


def main(gainsayctl):
    results = []
    listener = Listener()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        workspace = folder / "w.gainsay"
        run(gainsayctl, "new", workspace)
        for file, text in FILES.items():
            (folder / file).write_text(text.replace("AT/", listener.at + "/"))

        fetched = run(gainsayctl, "import", workspace, "--url", listener.at + "/asked-for")
        heard = listener.calls
        results.append(("a page that is asked for is called for", heard > 0 or "libsoup" in fetched.stderr))

        imported = run(gainsayctl, "--json", "import", workspace, *[folder / file for file in FILES])
        results.append(("pages are imported", imported.stdout.count('"imported"') >= 2))
        results.append(("and nobody is called", listener.calls == heard))

        for form in formats_of(gainsayctl):
            written = run(gainsayctl, "export", workspace, "--format", form, "-o", folder / f"out.{form}")
            good = written.returncode == 0 and listener.calls == heard
            results.append((f"{form} is exported, and nobody is called", good))
        results.append(("there are formats", len(results) >= 8))

    print(f"1..{len(results)}")
    for number, (what, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    return 0 if all(good for _, good in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
