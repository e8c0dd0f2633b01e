/* gs-mixed-files.c: a folder of files of all kinds, as an analyst would have it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-mixed-files.h"

#include <gio/gio.h>

#include "gs-prose.h"
#include "gs-test.h"
#include "gs-zip-writer.h"

#define ARTICLE_BYTES 4000
#define ENTRIES 3 /* of a feed or table */
/* One file in so many is a page of LARGE_BYTES. */
#define LARGE_EACH 800
#define LARGE_BYTES (1024 * 1024)

typedef struct
{
  guint number;
  guint32 random;
  GString *out;
} Maker;

/* Words that no other file has, so that none is a duplicate. */
static void
add_title (Maker *maker, GString *out, guint part)
{
  g_string_append_printf (out, "Harbour council denies delivery %u of convoy %u", part, maker->number);
}

static void
add_paragraphs (Maker *maker, const char *before, const char *after, gsize length)
{
  for (gsize end = maker->out->len + length; maker->out->len < end;)
    {
      g_string_append (maker->out, before);
      gs_prose_fill (maker->out, &maker->random, 300);
      g_string_append (maker->out, after);
    }
}

static guint
make_text (Maker *maker)
{
  add_title (maker, maker->out, 0);
  g_string_append (maker->out, "\n\n");
  add_paragraphs (maker, "", "\n\n", ARTICLE_BYTES);

  return 1;
}

static guint
make_markdown (Maker *maker)
{
  g_string_append (maker->out, "# ");
  add_title (maker, maker->out, 0);
  g_string_append (maker->out, "\n\n");
  add_paragraphs (maker, "", "\n\n", ARTICLE_BYTES / 2);
  g_string_append (maker->out, "## What the dockers say\n\n");
  add_paragraphs (maker, "", "\n\n", ARTICLE_BYTES / 2);

  return 1;
}

/* An article in as much furniture as pages have. */
static guint
make_page (Maker *maker)
{
  gboolean large = maker->number % LARGE_EACH == 0;

  g_string_append (maker->out, "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
  add_title (maker, maker->out, 0);
  g_string_append_printf (maker->out,
                          "</title><meta property=\"article:published_time\" content=\"2031-05-%02uT10:00:00Z\">"
                          "<link rel=\"canonical\" href=\"https://courier.example/%u\"></head><body><nav><ul>",
                          maker->number % 28 + 1, maker->number);
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (maker->out, "<li class=\"item\"><a href=\"/section/%u\">Section %u</a></li>", i, i);
  g_string_append (maker->out, "</ul></nav><main><article><h1>");
  add_title (maker, maker->out, 0);
  g_string_append (maker->out, "</h1>\n");
  add_paragraphs (maker, "<p>", "</p>\n", large ? LARGE_BYTES : ARTICLE_BYTES);
  g_string_append (maker->out, "</article></main><footer>All rights reserved</footer></body></html>\n");

  return 1;
}

static guint
make_mail (Maker *maker)
{
  g_string_append (maker->out, "From: Mira <mira@courier.example>\r\nTo: list@quay.example\r\nSubject: ");
  add_title (maker, maker->out, 0);
  g_string_append_printf (maker->out,
                          "\r\nDate: Tue, 6 May 2031 10:00:00 +0000\r\nMessage-ID: <%u@courier.example>\r\n"
                          "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n",
                          maker->number);
  add_paragraphs (maker, "", "\r\n\r\n", ARTICLE_BYTES);

  return 1;
}

static guint
make_feed (Maker *maker)
{
  g_string_append (maker->out, "<?xml version=\"1.0\"?><rss version=\"2.0\" "
                               "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>The Quay "
                               "Courier</title><link>https://courier.example/</link><description>News</description>");
  for (guint i = 0; i < ENTRIES; i++)
    {
      g_string_append (maker->out, "<item><title>");
      add_title (maker, maker->out, i);
      g_string_append_printf (maker->out,
                              "</title><link>https://courier.example/%u/%u</link><content:encoded><![CDATA[",
                              maker->number, i);
      add_paragraphs (maker, "<p>", "</p>", ARTICLE_BYTES / ENTRIES);
      g_string_append (maker->out, "]]></content:encoded></item>");
    }
  g_string_append (maker->out, "</channel></rss>\n");

  return ENTRIES;
}

static guint
make_table (Maker *maker)
{
  g_string_append (maker->out, "title,date,publisher,text\n");
  for (guint i = 0; i < ENTRIES; i++)
    {
      add_title (maker, maker->out, i);
      g_string_append_printf (maker->out, ",2031-05-0%u,The Quay Courier,\"", i + 1);
      add_paragraphs (maker, "", "\n", ARTICLE_BYTES / ENTRIES);
      g_string_append (maker->out, "\"\n");
    }

  return ENTRIES;
}

static guint
make_lines (Maker *maker)
{
  for (guint i = 0; i < ENTRIES; i++)
    {
      g_string_append (maker->out, "{\"title\": \"");
      add_title (maker, maker->out, i);
      g_string_append_printf (maker->out, "\", \"date\": \"2031-05-0%u\", \"text\": \"", i + 1);
      add_paragraphs (maker, "", "\\n", ARTICLE_BYTES / ENTRIES);
      g_string_append (maker->out, "\"}\n");
    }

  return ENTRIES;
}

/* Archives -------------------------------------------------------------------- */

static const char *const word_parts[] = {
  "[Content_Types].xml",
  "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
  "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
  "wordprocessingml.document.main+xml\"/></Types>",
  NULL,
};

static const char *const book_parts[] = {
  "META-INF/container.xml",
  "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
  "<rootfiles><rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
  "book.opf",
  "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata "
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The Quay</dc:title><dc:language>en</dc:language></metadata>"
  "<manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref "
  "idref=\"a\"/></spine></package>",
  NULL,
};

/* Packs @parts (names and contents), then @name, whose content is what has
 * been made so far. @media_type: (nullable): what an archive of OpenDocument
 * or EPUB begins with */
static void
pack (Maker *maker, const char *media_type, const char *const *parts, const char *name)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GsZipWriter) zip = gs_zip_writer_new (out);
  g_autoptr (GError) error = NULL;
  gboolean written =
    media_type == NULL || gs_zip_writer_store (zip, "mimetype", media_type, strlen (media_type), &error);

  for (guint i = 0; written && parts != NULL && parts[i] != NULL; i += 2)
    written = gs_zip_writer_begin (zip, parts[i], &error)
              && gs_zip_writer_write (zip, parts[i + 1], strlen (parts[i + 1]), &error);
  if (!written || !gs_zip_writer_begin (zip, name, &error)
      || !gs_zip_writer_write (zip, maker->out->str, maker->out->len, &error) || !gs_zip_writer_finish (zip, &error))
    g_error ("%s", error->message);

  g_string_truncate (maker->out, 0);
  g_string_append_len (maker->out, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                       (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

static guint
make_word (Maker *maker)
{
  g_string_append (maker->out, "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                               "wordprocessingml/2006/main\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>"
                               "<w:r><w:t>");
  add_title (maker, maker->out, 0);
  g_string_append (maker->out, "</w:t></w:r></w:p>");
  add_paragraphs (maker, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>", ARTICLE_BYTES);
  g_string_append (maker->out, "</w:body></w:document>");
  pack (maker, NULL, word_parts, "word/document.xml");

  return 1;
}

static guint
make_text_document (Maker *maker)
{
  g_string_append (maker->out, "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:"
                               "opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:"
                               "text:1.0\" office:version=\"1.3\"><office:body><office:text><text:h "
                               "text:outline-level=\"1\">");
  add_title (maker, maker->out, 0);
  g_string_append (maker->out, "</text:h>");
  add_paragraphs (maker, "<text:p>", "</text:p>", ARTICLE_BYTES);
  g_string_append (maker->out, "</office:text></office:body></office:document-content>");
  pack (maker, "application/vnd.oasis.opendocument.text", NULL, "content.xml");

  return 1;
}

static guint
make_book (Maker *maker)
{
  g_string_append (maker->out, "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>The Quay</title></head><body>"
                               "<h1>");
  add_title (maker, maker->out, 0);
  g_string_append (maker->out, "</h1>");
  add_paragraphs (maker, "<p>", "</p>", ARTICLE_BYTES);
  g_string_append (maker->out, "</body></html>");
  pack (maker, "application/epub+zip", book_parts, "a.xhtml");

  return 1;
}

/* PDF --------------------------------------------------------------------------- */

static void
begin_object (Maker *maker, GArray *offsets)
{
  g_array_append_val (offsets, maker->out->len);
  g_string_append_printf (maker->out, "%u 0 obj\n", offsets->len);
}

/* Lines of one sentence each; what is too long for the page is cut. */
static void
add_page (Maker *maker, GArray *offsets)
{
  g_autoptr (GString) lines = g_string_new ("BT /F 10 Tf 12 TL 60 780 Td\n(");

  add_title (maker, lines, offsets->len);
  g_string_append (lines, ") Tj T* T*\n");
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GString) sentence = g_string_new (NULL);

      gs_prose_sentence (sentence, &maker->random);
      g_string_append_printf (lines, "(%.90s) Tj T*\n", sentence->str);
    }
  g_string_append (lines, "ET");

  begin_object (maker, offsets);
  g_string_append_printf (maker->out,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %u 0 R "
                          "/Resources << /Font << /F 3 0 R >> >> >>\nendobj\n",
                          offsets->len + 1);
  begin_object (maker, offsets);
  g_string_append_printf (maker->out, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\nendobj\n", lines->len,
                          lines->str);
}

static guint
make_pdf (Maker *maker)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize table;

  g_string_append (maker->out, "%PDF-1.4\n");
  begin_object (maker, offsets);
  g_string_append (maker->out, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  begin_object (maker, offsets);
  g_string_append (maker->out, "<< /Type /Pages /Count 2 /Kids [4 0 R 6 0 R] >>\nendobj\n");
  begin_object (maker, offsets);
  g_string_append (maker->out, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
  add_page (maker, offsets);
  add_page (maker, offsets);

  table = maker->out->len;
  g_string_append_printf (maker->out, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (maker->out, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (maker->out, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          offsets->len + 1, table);

  return 1;
}

/* What is no article -------------------------------------------------------------- */

static guint
make_broken (Maker *maker)
{
  switch (maker->number / 16 % 4)
    {
    case 0: /* nothing at all */
      break;
    case 1:
      g_string_append_len (maker->out, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
      break;
    case 2: /* half an archive */
      make_word (maker);
      g_string_truncate (maker->out, maker->out->len / 2);
      break;
    default:
      g_string_append (maker->out, "%PDF-1.4\nnothing follows\n");
    }

  return 0;
}

static const struct
{
  const char *extension;
  guint (*make) (Maker *maker); /* fills its output; how many articles that is */
  gboolean unreadable;          /* by a program that was built without the library */
} kinds[16] = {
  { "html", make_page },
  { "txt", make_text },
  { "html", make_page },
  { "eml", make_mail, !HAVE_GMIME },
  { "docx", make_word, !HAVE_LIBARCHIVE },
  { "html", make_page },
  { "md", make_markdown },
  { "rss", make_feed },
  { "odt", make_text_document, !HAVE_LIBARCHIVE },
  { "html", make_page },
  { "pdf", make_pdf, !HAVE_POPPLER },
  { "csv", make_table },
  { "epub", make_book, !HAVE_LIBARCHIVE },
  { "txt", make_text },
  { "jsonl", make_lines },
  { "bin", make_broken },
};

GsMixedFiles
gs_mixed_files_write (const char *folder, guint n)
{
  GsMixedFiles files = { .files = n };
  Maker maker = { .out = g_string_new (NULL) };

  for (maker.number = 0; maker.number < n; maker.number++)
    {
      guint kind = maker.number % G_N_ELEMENTS (kinds);
      g_autofree char *path = g_strdup_printf ("%s/%06u.%s", folder, maker.number, kinds[kind].extension);
      guint articles;

      maker.random = maker.number * 2654435761u | 1;
      g_string_truncate (maker.out, 0);
      articles = kinds[kind].make (&maker);
      if (kinds[kind].unreadable)
        articles = 0;
      files.articles += articles;
      files.broken += articles == 0;
      gs_test_write (path, maker.out->str, (gssize) maker.out->len);
    }
  g_string_free (maker.out, TRUE);

  return files;
}
