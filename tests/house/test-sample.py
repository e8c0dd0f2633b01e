#!/usr/bin/env python3
"""test-sample.py: the sample dossier is whole, and shows what Gainsay is for.

Usage: test-sample.py SOURCE-ROOT GAINSAYCTL

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile

MIN_ARTICLES = 6
MIN_CLAIMS = 40
MIN_CONFLICTS = 6
LANGUAGES = {"de", "en", "nl"}


class Failure(Exception):
    """What is wrong, in a sentence."""


def expect(condition, sentence):
    if not condition:
        raise Failure(sentence)


class Dossier:
    def __init__(self, root, gainsayctl, folder):
        self.sample = root / "resources" / "sample"
        self.gainsayctl = gainsayctl
        self.workspace = str(folder / "sample.gainsay")
        self.report = json.loads((self.sample / "sample.json").read_text(encoding="utf-8"))

    def run(self, *arguments):
        run = subprocess.run([self.gainsayctl, *arguments], capture_output=True, encoding="utf-8", check=False)
        expect(run.returncode == 0, f"gainsayctl {' '.join(arguments)}: status {run.returncode}: {run.stderr}")
        return run.stdout

    def test_is_what_the_builder_makes(self):
        build = [sys.executable, str(self.sample / "build.py"), self.gainsayctl, "--check"]
        run = subprocess.run(build, capture_output=True, encoding="utf-8", check=False)
        expect(run.returncode == 0, run.stderr)

    def test_speaks_three_languages(self):
        languages = collections.Counter(article["language"] for article in self.report["articles"])
        expect(set(languages) == LANGUAGES, f"the languages are {dict(languages)}")
        expect(min(languages.values()) >= 2, f"a language has one article only: {dict(languages)}")
        expect(languages.total() >= MIN_ARTICLES, f"there are only {languages.total()} articles")

    def test_quotes_stand_at_their_places(self):
        texts = {article["uuid"]: article["text"] for article in self.report["articles"]}
        expect(len(self.report["claims"]) >= MIN_CLAIMS, f"there are only {len(self.report['claims'])} claims")
        for claim in self.report["claims"]:
            text = texts[claim["article"]]
            for span in claim["spans"]:
                expect(text[span["start"] : span["end"]] == span["exact"], f"“{claim['summary']}” is out of place")
            for hop in claim["hops"]:
                cue = text[hop["cue_start"] : hop["cue_end"]] if "cue" in hop else None
                expect(cue == hop.get("cue"), f"“{claim['summary']}”: a cue is out of place")

    def test_imports_and_checks_clean(self):
        self.run("new", self.workspace, "--title", self.report["title"])
        self.run("import", self.workspace, str(self.sample / "sample.json"))
        self.run("check", self.workspace)
        claims = json.loads(self.run("--json", "claims", self.workspace))
        expect(len(claims) == len(self.report["claims"]), f"{len(claims)} claims came in")

    def test_knows_its_articles_again(self):
        files = sorted(str(path) for path in (self.sample / "articles").iterdir())
        lines = self.run("--json", "import", self.workspace, *files).splitlines()
        known = {article["uuid"] for article in self.report["articles"]}
        for line in map(json.loads, lines):
            expect(line["status"] == "duplicate" and line["article"] in known, f"{line['path']}: {line['status']}")

    def test_shows_conflicts(self):
        conflicts = json.loads(self.run("--json", "conflicts", self.workspace))
        expect(len(conflicts) >= MIN_CONFLICTS, f"only {len(conflicts)} conflicts")
        kinds = {conflict["kind"] for conflict in conflicts}
        expect(kinds >= {"polarity", "exclusive-value"}, f"the kinds of conflicts are {kinds}")

    def test_shows_verdicts(self):
        pairs = json.loads(self.run("--json", "conflicts", self.workspace, "--pairs"))
        verdicts = {pair["verdict"] for pair in pairs}
        expect(verdicts == {"undecided", "confirmed", "dismissed"}, f"the verdicts are {verdicts}")
        expect(not any(pair["stale"] for pair in pairs), "a verdict is stale")
        expect(any(pair["class"] == "self-contradiction" for pair in pairs), "nobody contradicts himself")


def main(root, gainsayctl):
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        dossier = Dossier(pathlib.Path(root), gainsayctl, pathlib.Path(folder))
        tests = [name for name in vars(Dossier) if name.startswith("test_")]
        print(f"1..{len(tests)}")
        for number, name in enumerate(tests, 1):
            try:
                getattr(dossier, name)()
                print(f"ok {number} {name[5:].replace('_', ' ')}")
            except Failure as failure:
                failed = True
                print("".join(f"# {line}\n" for line in str(failure).splitlines()), end="")
                print(f"not ok {number} {name[5:].replace('_', ' ')}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
