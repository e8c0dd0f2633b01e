#!/usr/bin/env python3
"""Makes the articles in this folder that no text editor would write.

make-fixtures.py [--check]

Identical bytes each time: with --check nothing is written, and what differs
from the files that stand here is an error.

Copyright 2026 The Gainsay authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import io
import pathlib
import quopri
import re
import sys
import zipfile

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


def package(parts):
    """A ZIP archive; level 0, since compressors differ in their output."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (2031, 5, 6, 12, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text, compresslevel=0)
    return out.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'


def word_paragraph(text, style=None):
    """A paragraph in two runs, as Word likes to cut them; [n] is a note."""
    marked = re.sub(r"\[(\d)\]", r'</w:t></w:r><w:r><w:footnoteReference w:id="\1"/></w:r><w:r><w:t>', text)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    head, _, tail = marked.partition(" ")
    return (
        f'<w:p>{properties}<w:r><w:t xml:space="preserve">{head} </w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{tail}</w:t></w:r></w:p>'
    )


def word():
    """Headings by styles with Dutch ids, a caption, a note, deleted text, a text frame in both forms."""
    deleted = "<w:p><w:del><w:r><w:delText>was</w:delText><w:t>gone</w:t></w:r></w:del><w:r><w:t>%s</w:t></w:r></w:p>"
    frame = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>%s</w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent>%s</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    caption = word_paragraph("A crane at the north quay on Tuesday.", "Bijschrift")
    body = "".join(
        [
            word_paragraph("Harbour council admits night unloading", "Titel"),
            word_paragraph(HARBOUR[0] + "[2]"),
            frame % (caption, caption),
            word_paragraph("A week of denials", "Kop1"),
            deleted % HARBOUR[1],
        ]
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
        for identity, name in (("Titel", "Title"), ("Kop1", "heading 1"), ("Bijschrift", "caption"))
    )
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Minutes of the council, page 4.</w:t></w:r></w:p></w:footnote>'
    )
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return package(
        [
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", f"<w:document {WORD} {compatibility}><w:body>{body}</w:body></w:document>"),
            ("word/styles.xml", f"<w:styles {WORD}>{styles}</w:styles>"),
            ("word/footnotes.xml", f"<w:footnotes {WORD}>{notes}</w:footnotes>"),
            (
                "docProps/core.xml",
                f"<cp {CORE}><dc:title>Night unloading</dc:title><dc:creator>Mira Halloway</dc:creator>"
                "<dcterms:created>2031-05-06T08:00:00Z</dcterms:created></cp>",
            ),
        ]
    )


def opendocument():
    """The same, the way LibreOffice writes it."""
    names = ("office", "style", "text", "draw", "meta")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Minutes of the council, page 4.</text:p></text:note-body></text:note>"
    )
    caption = '<draw:frame><draw:text-box><text:p text:style-name="P1">A crane at the north quay.</text:p></draw:text-box></draw:frame>'
    content = (
        f'<office:document-content {spaces}><office:automatic-styles><style:style style:name="P1" '
        'style:parent-style-name="Illustration"/></office:automatic-styles><office:body><office:text>'
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:p text:style-name="Title">Harbour council admits night unloading</text:p>'
        f"<text:p>{HARBOUR[0]}{note}</text:p><text:p>{caption}</text:p>"
        f'<text:h text:outline-level="2">A week of<text:s/>denials</text:h><text:p>{HARBOUR[1]}</text:p>'
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {spaces} {CORE}><office:meta><dc:creator>Mira Halloway</dc:creator>"
        "<meta:creation-date>2031-05-06T08:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    return package(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", content),
            ("meta.xml", meta),
        ]
    )


def book():
    """Two chapters, not in the order of the archive."""
    chapter = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title>x</title></head><body><h1>%s</h1><p>%s</p></body></html>"
    )
    opf = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {CORE}><dc:title>The night of the crates</dc:title>'
        "<dc:creator>Mira Halloway</dc:creator><dc:creator>Ott Sandberg</dc:creator><dc:date>2031-06-01</dc:date>"
        "<dc:publisher>Quay Press</dc:publisher><dc:language>en-GB</dc:language></metadata><manifest>"
        '<item id="b" href="two.xhtml"/><item id="a" href="text/one%20.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    return package(
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", container),
            ("OEBPS/two.xhtml", chapter % ("The crates", HARBOUR[1])),
            ("OEBPS/text/one .xhtml", chapter % ("The night", HARBOUR[0])),
            ("OEBPS/book.opf", opf),
        ]
    )


FIXTURES = {
    "letter.eml": letter,
    "list.mbox": mailing_list,
    "report.docx": word,
    "report.odt": opendocument,
    "book.epub": book,
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
