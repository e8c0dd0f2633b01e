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
import struct
import sys
import zipfile
import zlib

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


def nitf():
    """With the document type that agencies write, and a picture."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>HARBOUR-COUNCIL</title><docdata><date.issue norm="20310506T093000Z"/>
<doc.copyright holder="Quay Wire"/></docdata></head>
<body><body.head><hedline><hl1>Harbour council admits night unloading</hl1><hl2>Forty crates, says chairman</hl2></hedline>
<byline>By <person>Mira Halloway</person></byline><distributor><org>Quay Wire</org></distributor>
<dateline><location>NORTH QUAY</location>, May 6</dateline></body.head>
<body.content><p>{HARBOUR[0]}</p>
<media media-type="image"><media-caption>A crane at the &#8220;north&#8221; quay.</media-caption></media>
<hl2>A week of denials</hl2><p>{HARBOUR[1]}</p></body.content><body.end><tagline>(Editing by Ott Sandberg)</tagline></body.end>
</body></nitf>
""".encode("utf-8")


def newsml():
    """NewsML 1.2 around paragraphs, in Latin 1."""
    return f"""<?xml version="1.0" encoding="iso-8859-1"?>
<NewsML><NewsEnvelope><DateAndTime>20310506T100000Z</DateAndTime></NewsEnvelope><NewsItem><NewsManagement>
<FirstCreated>20310506T093000Z</FirstCreated><ThisRevisionCreated>20310507T093000Z</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Harbour council admits night unloading</HeadLine><ByLine>Mira Hallöway</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Quay Wire"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<ContentItem><DataContent><p>{HARBOUR[0]}</p><p>The café on the quay was open, and nobody there had seen a thing.</p>
</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
""".encode("iso-8859-1")


def newsml_g2():
    """A message with two items: XHTML, and text alone."""
    item = """<newsItem guid="urn:newsml:quay.example:{n}" xml:lang="en-GB"><itemMeta><provider literal="q"><name>Quay Wire</name></provider>
<versionCreated>2031-05-07T09:30:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2031-05-06T09:30:00+02:00</contentCreated>
<creator><name>Mira Halloway</name></creator><language tag="en-GB"/><headline>{headline}</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
    page = (
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head/>'
        f"<body><p>{HARBOUR[0]}</p><h2>A week of denials</h2><p>{HARBOUR[1]}</p></body></html></inlineXML>"
    )
    text = f"<inlineData contenttype='text/plain'>{HARBOUR[1]}\n\n{HARBOUR[0]}</inlineData>"
    items = item.format(n=1, headline="Harbour council admits night unloading", content=page)
    items += item.format(n=2, headline="Forty crates, says chairman", content=text)
    return (
        '<?xml version="1.0"?>\n<!-- two items -->\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
        f"<header><sent>2031-05-07T10:00:00Z</sent></header><itemSet>{items}</itemSet></newsMessage>\n"
    ).encode("utf-8")


def atom():
    """Content as escaped HTML, as XHTML, and an entry with a summary alone."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>The Quay Courier</title><link href="https://courier.example/"/>
<entry><title>Harbour council admits night unloading</title><link rel="self" href="https://courier.example/feed/1"/>
<link href="https://courier.example/1"/><author><name>Mira Halloway</name></author><published>2031-05-06T09:30:00+02:00</published>
<updated>2031-05-08T09:30:00Z</updated><summary>Short.</summary>
<content type="html">&lt;p&gt;{HARBOUR[0]}&lt;/p&gt;&lt;h2&gt;A week of denials&lt;/h2&gt;&lt;p&gt;{HARBOUR[1]}&lt;/p&gt;</content></entry>
<entry><title>Forty crates</title><link href="https://courier.example/2"/><updated>2031-05-07T09:30:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{HARBOUR[1]} <b>Customs &amp; police</b> were told at once.</p></div></content></entry>
<entry><title>Ferry late</title><summary>The ferry was late again on Tuesday, and nobody could say why.</summary></entry>
<entry><title>Nothing at all</title></entry></feed>
""".encode("utf-8")


def rss():
    """Full content beside the description."""
    return f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Quay Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Harbour council admits night unloading</title><link>https://courier.example/1</link><dc:creator>Mira Halloway</dc:creator>
<pubDate>Tue, 06 May 2031 09:30:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{HARBOUR[0]}</p><!-- </item> --><p>{HARBOUR[1]}</p>]]></content:encoded></item></channel></rss>
""".encode("utf-8")


def warc_record(kind, content_type, body, url="https://courier.example/1"):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-07T10:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode("ascii") + body + b"\r\n\r\n"


def web_archive():
    """Three pages (plain, in chunks, in Latin 1), a picture, a page not found, a request."""
    page = "<!DOCTYPE html><html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p></article></body></html>"
    response = "application/http; msgtype=response"

    def http(body, fields, status="200 OK"):
        return f"HTTP/1.1 {status}\r\n{fields}\r\n\r\n".encode("ascii") + body

    first = page.format("Harbour council admits night unloading", HARBOUR[0]).encode("utf-8")
    second = page.format("Forty crates, says chairman of council", HARBOUR[1]).encode("utf-8")
    third = page.format("Café on the quay", "The café on the quay was open all night, and nobody there had seen a thing.")
    chunks = b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (100, second[:100], len(second) - 100, second[100:])
    return b"".join(
        [
            warc_record("warcinfo", "application/warc-fields", b"software: make-fixtures.py\r\n"),
            warc_record("request", "application/http; msgtype=request", b"GET /1 HTTP/1.1\r\n\r\n"),
            warc_record("response", response, http(first, "Content-Type: text/html; charset=utf-8")),
            warc_record(
                "response",
                response,
                http(chunks, "Transfer-Encoding: chunked\r\nContent-Type: text/html"),
                "https://courier.example/2",
            ),
            warc_record("response", response, http(b"GIF89a", "Content-Type: image/gif")),
            warc_record("response", response, http(first, "Content-Type: text/html", "404 Not Found")),
            warc_record(
                "response",
                response,
                http(third.encode("iso-8859-1"), 'Content-Type: text/html; charset="iso-8859-1"'),
                "https://courier.example/3",
            ),
        ]
    )


def gzipped(data):
    """One member, stored: compressors differ in their output."""
    out = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    out += b"\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data
    return out + struct.pack("<II", zlib.crc32(data), len(data))


def web_archive_gz():
    """A member a record, as crawlers write it."""
    records = web_archive().split(b"WARC/1.0\r\n")[1:]
    return b"".join(gzipped(b"WARC/1.0\r\n" + record) for record in records)


FIXTURES = {
    "letter.eml": letter,
    "list.mbox": mailing_list,
    "report.docx": word,
    "report.odt": opendocument,
    "book.epub": book,
    "wire.nitf": nitf,
    "wire.newsml": newsml,
    "message.xml": newsml_g2,
    "feed.atom": atom,
    "feed.rss": rss,
    "pages.warc": web_archive,
    "pages.warc.gz": web_archive_gz,
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
