#!/usr/bin/env python3
"""Makes sample.json, the sample dossier as a Gainsay report.

Usage: build.py GAINSAYCTL [--check]

What an analyst would have done stands in claims.json, where a claim names its
place by the words it quotes. This script asks the importer (`gainsayctl
extract`) for each article's text and zones, finds every quote and every cue
in that text, gives everything a UUID that depends on its name alone, and
writes the native JSON format. The same input gives the same bytes, whenever
and wherever it runs.

With --check nothing is written: the exit status says whether sample.json is
what would be written.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys
import uuid

HERE = pathlib.Path(__file__).resolve().parent
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://gainsay.org/sample")
EXTRACTOR = "gainsay-extract/1"
CONTEXT = 32  # code points of prefix and suffix, or more until the place is unique


def identifier(kind, name):
    return str(uuid.uuid5(NAMESPACE, f"{kind}/{name}"))


class Clock:
    """A minute a record: stamps that say in which order things were done."""

    def __init__(self, start):
        self.now = datetime.datetime.fromisoformat(start.replace("Z", "+00:00"))

    def tick(self):
        self.now += datetime.timedelta(minutes=1)
        return self.now.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def places(text, words):
    """Every place where @words stand in @text."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def the_place(text, quote, claim):
    found = list(places(text, quote))
    if len(found) != 1:
        sys.exit(f"build.py: claim {claim}: “{quote}” stands in its article {len(found)} times, not once")
    return found[0]


def nearest_place(text, words, offset, claim):
    found = list(places(text, words))
    if not found:
        sys.exit(f"build.py: claim {claim}: the cue “{words}” is not in its article")
    return min(found, key=lambda start: (abs(start - offset), start))


def context(text, start, end):
    """Prefix and suffix that together with the quote occur only here."""
    width = CONTEXT
    while True:
        low, high = max(0, start - width), min(len(text), end + width)
        if (low, high) == (0, len(text)) or text.find(text[low:high]) == text.rfind(text[low:high]):
            return text[low:start], text[end:high]
        width *= 2


class Builder:
    def __init__(self, claims, gainsayctl):
        self.source = claims
        self.gainsayctl = gainsayctl
        self.clock = Clock(claims["at"])
        self.annotator = identifier("annotator", claims["annotator"])
        self.texts = {}

    def head(self, kind, name):
        stamp = self.clock.tick()
        return {
            "uuid": identifier(kind, name),
            "author": self.annotator,
            "created": stamp,
            "modified": stamp,
            "modified_by": self.annotator,
        }

    def tag(self, tag):
        parent, _, name = tag["path"].rpartition("/")
        record = self.head("tag", tag["path"])
        if parent:
            record["parent"] = identifier("tag", parent)
        record["name"] = name
        return record | {key: tag[key] for key in ("colour", "description") if key in tag}

    def source_record(self, source):
        record = self.head("source", source["id"]) | {"kind": source["kind"], "name": source["name"]}
        if "part_of" in source:
            record["part_of"] = identifier("source", source["part_of"])
        for key in ("note", "aliases"):
            if key in source:
                record[key] = source[key]
        if "affiliations" in source:
            record["affiliations"] = [a | {"party": identifier("source", a["party"])} for a in source["affiliations"]]
        if "ratings" in source:
            record["ratings"] = source["ratings"]
        return record

    def question(self, question):
        return self.head("question", question["id"]) | {k: v for k, v in question.items() if k != "id"}

    def extract(self, path):
        run = subprocess.run(
            [self.gainsayctl, "--json", "extract", "--zones", str(path)], capture_output=True, check=True, encoding="utf-8"
        )
        return json.loads(run.stdout)

    def article(self, article):
        path = HERE / "articles" / article["file"]
        data = path.read_bytes()
        found = self.extract(path)
        text = found["text"]
        self.texts[article["id"]] = text
        record = self.head("article", article["id"])
        for key in ("title", "language", "url"):
            if key in article:
                record[key] = article[key]
        record["path"] = article["file"]
        for key in ("outlet", "agency", "byline"):
            if key in article:
                record[key] = article[key]
        record |= {
            "published_lo": article["published"],
            "published_hi": article["published"],
            "published_basis": article["basis"],
            "media_type": found["media_type"],
            "sha256": hashlib.sha256(data).hexdigest(),
            "extractor": EXTRACTOR,
            "text": text,
            "zones": found["zones"],
        }
        if text.encode() != data:
            record["original"] = base64.b64encode(data).decode()
        return record

    def span(self, claim, text):
        start = the_place(text, claim["quote"], claim["id"])
        end = start + len(claim["quote"])
        prefix, suffix = context(text, start, end)
        span = {"uuid": identifier("span", claim["id"]), "role": "quote", "start": start, "end": end}
        return span | {"exact": claim["quote"], "prefix": prefix, "suffix": suffix}

    def hop(self, hop, claim, text, offset):
        record = hop | {"source": identifier("source", hop["source"])}
        if "cue" in hop:
            start = nearest_place(text, hop["cue"], offset, claim["id"])
            record |= {"cue_start": start, "cue_end": start + len(hop["cue"])}
        return record

    def claim(self, claim):
        text = self.texts[claim["article"]]
        span = self.span(claim, text)
        record = self.head("claim", claim["id"]) | {"article": identifier("article", claim["article"])}
        if "question" in claim:
            record["question"] = identifier("question", claim["question"])
        for key in ("summary", "stance", "certainty", "status", "scope", "value"):
            if key in claim:
                record[key] = claim[key]
        if "uttered" in claim:
            record |= {"uttered_lo": claim["uttered"], "uttered_hi": claim["uttered"]}
        for key in ("credibility", "likelihood", "confidence", "review", "note"):
            if key in claim:
                record[key] = claim[key]
        record["spans"] = [span]
        record["hops"] = [self.hop(hop, claim, text, span["start"]) for hop in claim["hops"]]
        for key in ("slots", "quantities", "times"):
            if key in claim:
                record[key] = claim[key]
        if "tags" in claim:
            record["tags"] = [identifier("tag", path) for path in claim["tags"]]
        return record

    def link(self, link):
        record = self.head("link", f"{link['a']} {link['kind']} {link['b']}")
        record |= {"a": identifier("claim", link["a"]), "b": identifier("claim", link["b"]), "kind": link["kind"]}
        record["verdict"] = link.get("verdict", "undecided")
        return record | {key: link[key] for key in ("reason", "note") if key in link}

    def report(self):
        source = self.source
        return {
            "format": "gainsay-report",
            "version": 1,
            "title": source["title"],
            "workspace": identifier("workspace", source["title"]),
            "annotators": [{"uuid": self.annotator, "name": source["annotator"]}],
            "tags": [self.tag(tag) for tag in source["tags"]],
            "sources": [self.source_record(record) for record in source["sources"]],
            "questions": [self.question(question) for question in source["questions"]],
            "articles": [self.article(article) for article in source["articles"]],
            "claims": [self.claim(claim) for claim in source["claims"]],
            "links": [self.link(link) for link in source["links"]],
        }


def main(gainsayctl, check=False):
    claims = json.loads((HERE / "claims.json").read_text(encoding="utf-8"))
    made = json.dumps(Builder(claims, gainsayctl).report(), ensure_ascii=False, indent=2) + "\n"
    target = HERE / "sample.json"
    if not check:
        target.write_text(made, encoding="utf-8")
        return 0
    if target.read_text(encoding="utf-8") == made:
        return 0
    print("sample.json is not what build.py makes of claims.json and the articles.", file=sys.stderr)
    print("Run: resources/sample/build.py BUILD/cli/gainsayctl", file=sys.stderr)
    return 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--check"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:] == ["--check"]))
