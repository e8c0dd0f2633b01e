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


def pdf(pages, information, xmp=""):
    """A PDF of lines (x, y from the bottom, size, font, text) in the fonts every reader has."""
    fonts = {"R": "Times-Roman", "B": "Times-Bold", "I": "Times-Italic"}
    objects = [b"", b""]

    def add(body):
        objects.append(body.encode("cp1252") if isinstance(body, str) else body)
        return len(objects)

    def stream(data, entries=""):
        return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

    resources = " ".join(
        f"/{key} {add(f'<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>')} 0 R"
        for key, name in fonts.items()
    )
    kids = []
    for lines in pages:
        drawn = "".join(
            "BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font, size, x, y, re.sub(r"([()\\])", r"\\\1", text))
            for x, y, size, font, text in lines
        )
        content = add(stream(drawn.encode("cp1252")))
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
                f"/Resources << /Font << {resources} >> >> >>"
            )
        )
    metadata = f" /Metadata {add(stream(xmp.encode('utf-8'), '/Type /Metadata /Subtype /XML'))} 0 R" if xmp else ""
    info = add("<< " + " ".join(f"/{key} ({value})" for key, value in information.items()) + " >>")
    labels = " /PageLabels << /Nums [0 << /S /D /St 11 >>] >>"
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R{metadata}{labels} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()

    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, info)
    return out + b"startxref\n%d\n%%%%EOF\n" % table


def column(x, top, text, size=10):
    """Lines of a column, one below the other; "¶" begins with an indent, "#" is a subhead."""
    lines = []
    for line in text.strip().split("\n"):
        indent = 10 if line.startswith("¶") else 0
        font = "B" if line.startswith("#") else "R"
        lines.append((x + indent, top, size, font, line.lstrip("¶#")))
        top -= 12
    return lines


def newspaper():
    """Two columns under one headline, hyphens of both kinds, headers and numbers, a caption, a paragraph over the page."""
    first = column(
        60,
        640,
        """
The harbour council has admitted that a ship
was unloaded at the north quay in the night of
3 May, after denying it for a week. The coun-
cil's chairman, Ott Sandberg, spoke of a mis-
understanding between two offices.
¶“There were about forty crates,” he said. He
would not say what was in them, nor who had
signed for them. The north-
east gate had been left open for the lorries.
#A week of denials
On Monday a spokeswoman had still called the
reports “inventions”. She declined to repeat
that on Tuesday, and referred to the re-elect-
ed board. Dockers who worked that night say
that the crane driver was told to switch off""",
    ) + column(
        310,
        640,
        """
his lights. Three of them gave the same ac-
count independently of each other.
¶The lorries left by the north-east gate before
dawn. A camera at the gate of the fish-auction
was pointed at the wall that night, which its
owner calls a coincidence of the short- and
long-term maintenance plan. Nobody at the co-
operation of hauliers remembers an order, and
the president of the Quay Wire-
Sandberg foundation could not be reached. The
council will meet again on Friday to discuss
whether the minutes of its last meeting, in""",
    )
    second = column(
        60,
        740,
        """
which the crates are mentioned twice, may be
published at all.
¶Its opponents want an inquiry. They count at
least nine nights on which the cranes moved
without an entry in the harbour's own book.""",
    )
    head = [(60, 800, 8, "I", "The Quay Courier, 6 May 2031")]
    caption = [(310, 480, 8, "R", "Figure 1. A crane at the north quay on Tues-"), (310, 470, 8, "R", "day, seen from the fish-auction.")]
    title = [
        (60, 730, 24, "B", "Harbour council admits"),
        (60, 702, 24, "B", "night unloading"),
        (60, 670, 10, "R", "By Mira Halloway"),
    ]
    xmp = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><prism:publicationDate>2031-05-06'
        '</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    pages = [
        head + title + first + caption + [(300, 30, 8, "R", "11")],
        head + second + [(300, 30, 8, "R", "12")],
    ]
    # What a page draws last stands anywhere; the second column comes after the caption here.
    information = {"Title": "courier-p11.indd", "Author": "dtp", "CreationDate": "D:20310505231500+02'00'"}
    return pdf(pages, information, xmp)


def letterhead():
    """One page, one column, no XMP, title in the metadata, words parted in Dutch."""
    body = column(
        70,
        700,
        """
Het havenbestuur heeft toegegeven dat er in de nacht van 3 mei een schip is gelost
aan de noordkade, na dat een week lang te hebben ontkend. Volgens de voorzitter ging
het om ongeveer veertig kratten, en was er van een drone-
aanval op de kade geen sprake. De politie onderzoekt wie er voor de lading heeft ge-
tekend.

Een woordvoerster noemde de berichten maandag nog “verzinsels”. Zij wilde dat dinsdag
niet herhalen, en verwees naar de notulen van het bestuur.""",
        11,
    )
    title = [(70, 760, 11, "B", "Havenbestuur geeft nachtelijke lossing toe")]
    information = {
        "Title": "Havenbestuur geeft nachtelijke lossing toe",
        "Author": "Mira Halloway",
        "CreationDate": "D:20310506101500Z",
        "ModDate": "D:20310507101500Z",
    }
    return pdf([title + body], information)


def saved_page():
    """A page as browsers save it: quoted-printable, with a picture and a frame, in windows-1252."""
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Harbour council '
        "admits night unloading - The Quay Courier</title></head><body><article><h1>Harbour council admits night "
        f'unloading</h1><p>{HARBOUR[0]}</p><figure><img src="cid:crane"><figcaption>A crane at the café on the quay.'
        f"</figcaption></figure><p>{HARBOUR[1]}</p></article></body></html>"
    )
    text = quopri.encodestring(page.encode("cp1252")).decode("ascii")
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\nno picture").decode("ascii")
    return crlf(
        f"""From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/1
Subject: Harbour council admits night unloading
Date: Wed, 7 May 2031 12:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"

------MultipartBoundary--abc----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://courier.example/1

{text}
------MultipartBoundary--abc----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/crane.png

{picture}
------MultipartBoundary--abc----
Content-Type: text/html
Content-Location: https://ads.example/

<html><body><p>Buy crates, buy them today, and buy them at the quay.</p></body></html>
------MultipartBoundary--abc------
"""
    )


def table():
    """Semicolons, quotation marks, line breaks within, a row without text and one that is too short."""
    rows = [
        "id;Titel;Volledige tekst;URL;Datum;Taal;Krant",
        '1;"Havenbestuur geeft ""nachtelijke"" lossing toe";"Het havenbestuur heeft toegegeven dat er een schip is gelost.'
        '\n\nVolgens de voorzitter ging het om ongeveer veertig kratten; hij wilde niet zeggen wat erin zat."'
        ";https://koerier.example/1;2031-05-06;nl;De Kadekoerier",
        "2;Leeg;;https://koerier.example/2;2031-05-07;nl;De Kadekoerier",
        "3;Veerboot te laat;De veerboot was dinsdag weer te laat, en niemand kon zeggen waarom dat zo was.;;2031-05;nl;",
        "4;Kort;De kade bleef leeg, en dat bleef zij de hele week.",
    ]
    return crlf("\n".join(rows) + "\n").decode("utf-8").encode("cp1252")


def json_lines():
    """With names in English, a list of authors, text that is HTML, a line that is broken."""
    rows = [
        '{"headline": "Harbour council admits night unloading", "body": "'
        + HARBOUR[0]
        + '", "url": "https://courier.example/1", "published_at": "2031-05-06T09:30:00+02:00", "language": "en", '
        '"outlet": "The Quay Courier", "authors": ["Mira Halloway", "Ott Sandberg"], "tags": {"a": [1, null]}}',
        "",
        '{"headline": "Forty crates", "body": "<p>'
        + HARBOUR[1].replace("“", "\\u201c")
        + '</p><h2>A week of denials</h2><p>On Monday a spokeswoman had still called the reports inventions.</p>"}',
        '{"headline": "broken',
        '{"headline": "Nothing", "body": null}',
    ]
    return ("\n".join(rows) + "\n").encode("utf-8")


def cyrillic():
    """Plain text in KOI8-R, which nothing in the file says."""
    return (
        "Совет порта признал ночную разгрузку\n\n"
        "Совет порта признал, что корабль был разгружен ночью у северного причала, после того как неделю это отрицал.\n\n"
        "«Там было около сорока ящиков», – сказал председатель. Он не сказал, что в них было.\n"
    ).replace("«", '"').replace("»", '"').replace("–", "-").encode("koi8-r")


FIXTURES = {
    "saved.mhtml": saved_page,
    "table.csv": table,
    "lines.jsonl": json_lines,
    "koi8-r.txt": cyrillic,
    "courier.pdf": newspaper,
    "letter.pdf": letterhead,
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
