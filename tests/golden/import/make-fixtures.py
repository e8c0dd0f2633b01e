#!/usr/bin/env python3
"""Makes the articles in this folder that no text editor would write.

make-fixtures.py [--check]

Identical bytes each time: with --check nothing is written, and what differs
from the files that stand here is an error.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import pathlib
import quopri
import sys

HERE = pathlib.Path(__file__).resolve().parent

HARBOUR = [
    "The harbour council has admitted that a ship was unloaded at the north quay in the night of 3 May, "
    "after denying it for a week.",
    "“There were about forty crates,” its chairman said – not the ‘hundreds’ that dockers had spoken of.",
]


def crlf(text):
    return text.replace("\n", "\r\n").encode("utf-8")


def quoted_printable(text):
    return quopri.encodestring(text.encode("utf-8")).decode("ascii")


def letter():
    """A multipart message: text and HTML, quoted-printable, with a picture."""
    plain = quoted_printable("\n".join(HARBOUR) + "\n\n-- \nThe Quay Courier, Pier 7\n")
    page = quoted_printable(
        "<html><head><title>Newsletter 19</title></head><body><h1>Harbour council admits night unloading</h1>\n"
        + "".join(f"<p>{paragraph}</p>\n" for paragraph in HARBOUR)
        + "<h2>A week of denials</h2>\n<p>On Monday a spokeswoman had still called the reports “inventions”, "
        "and she declined to repeat that on Tuesday.</p>\n</body></html>\n"
    )
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\nno picture").decode("ascii")
    return crlf(
        f"""Received: from quay.example by post.example; Tue, 6 May 2031 23:40:01 +0200
From: =?utf-8?Q?Mira_Hall=C3=B8way?= <mira@courier.example>, desk@courier.example
To: readers@courier.example
Subject: =?utf-8?B?{base64.b64encode("Harbour council admits night unloading – at last".encode()).decode()}?=
Date: Tue, 6 May 2031 23:40:00 +0200
Message-ID: <19@courier.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

This is a message in several parts.

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{plain}
--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{page}
--inner--

--outer
Content-Type: image/png
Content-Disposition: attachment; filename*=utf-8''kran%C3%BC.png
Content-Transfer-Encoding: base64

{picture}
--outer--
"""
    )


def mailing_list():
    """Three messages: one in KOI8-R, one that answers and is signed, one empty."""
    russian = "Совет порта признал, что корабль был разгружен ночью у северного причала, после того как неделю это отрицал."
    first = (
        b"From ott@quay.example Tue May  6 10:00:00 2031\n"
        b"From: Ott Sandberg <ott@quay.example>\nTo: list@quay.example\nSubject: The crates\n"
        b"Date: Tue, 6 May 2031 10:00:00 +0000\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n"
        + russian.encode("koi8-r")
        + b"\n\n"
    )
    second = """From mira@courier.example Wed May  7 08:30:00 2031
From: mira@courier.example
To: list@quay.example
Subject: Re: The crates
Date: Wed, 7 May 2031 08:30:00 +0000
Message-ID: <2@courier.example>

> There were hundreds of crates, and nobody was allowed to touch them.

The chairman of the council told me yesterday that there were about forty of them.

From what he said, they were empty.

-- 
Mira
The Quay Courier

"""
    third = """From root@quay.example Wed May  7 09:00:00 2031
From: root@quay.example
Subject: nothing
Date: Wed, 7 May 2031 09:00:00 +0000
MIME-Version: 1.0

"""
    return first + second.replace("\nFrom what", "\n>From what").encode("utf-8") + third.encode("utf-8")


FIXTURES = {
    "letter.eml": letter,
    "list.mbox": mailing_list,
}


def main():
    check = sys.argv[1:] == ["--check"]
    wrong = []
    for name, make in FIXTURES.items():
        path = HERE / name
        if not check:
            path.write_bytes(make())
        elif not path.is_file() or path.read_bytes() != make():
            wrong.append(name)
    if wrong:
        sys.exit("make-fixtures.py makes something else than what is here: " + ", ".join(wrong))


if __name__ == "__main__":
    main()
