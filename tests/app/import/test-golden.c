/* test-golden.c: articles of our own and what is found in them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NAME.json beside each file says what must come out. After a change that is
 * meant, GAINSAY_WRITE_GOLDEN=1 writes them anew, to be read before they are
 * committed.
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const names[] = {
  "combining.txt", "microdata.html", "open-graph.html", "scripted.html", "nachricht.txt",    "news.html",
  "notes.md",      "table.html",     "talk.txt",        "utf-16.txt",    "windows-1252.txt", "wrapped.txt",
  "wire.nitf",     "wire.newsml",    "message.xml",     "feed.atom",     "feed.rss",         "pages.warc",
  "pages.warc.gz", "table.csv",      "lines.jsonl",     "koi8-r.txt",
#if HAVE_GMIME
  "letter.eml",    "list.mbox",      "saved.mhtml",
#endif
#if HAVE_POPPLER
  "courier.pdf",   "letter.pdf",
#endif
#if HAVE_LIBARCHIVE
  "report.docx",   "report.odt",     "book.epub",
#endif
};

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_zones (JsonBuilder *builder, const GsArticleRecord *article)
{
  json_builder_set_member_name (builder, "zones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];
      g_autofree char *text = g_utf8_substring (article->text, zone->start, zone->end);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, zone->start);
      add_text (builder, gs_word_to_nick (&gs_zone_kinds, zone->kind), text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_pages (JsonBuilder *builder, const GsArticleRecord *article)
{
  if (article->pages->len == 0)
    return;

  json_builder_set_member_name (builder, "pages");
  json_builder_begin_object (builder);
  for (guint i = 0; i < article->pages->len; i++)
    {
      const GsPageRecord *page = article->pages->pdata[i];
      g_autofree char *rest = g_utf8_substring (article->text, page->start, -1);
      g_autofree char *text = g_strndup (rest, strcspn (rest, "\n"));

      add_text (builder, page->label, text);
    }
  json_builder_end_object (builder);
}

/* (transfer full) */
static char *
dump (const GsArticleRecord *article)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "title", article->title);
  add_text (builder, "language", article->language);
  add_text (builder, "outlet", article->outlet);
  add_text (builder, "agency", article->agency);
  add_text (builder, "byline", article->byline);
  add_text (builder, "url", article->url);
  add_text (builder, "published_lo", article->published_lo);
  add_text (builder, "published_hi", article->published_hi);
  add_text (builder, "basis", gs_word_to_nick (&gs_date_bases, article->published_basis));
  add_text (builder, "retrieved", article->retrieved);
  add_text (builder, "media_type", article->media_type);
  add_text (builder, "note", article->note);
  add_text (builder, "original", article->original != NULL ? "kept" : "is the text");
  add_zones (builder, article);
  add_pages (builder, article);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);

  return g_strconcat (json, "\n", NULL);
}

static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autofree char *relative = g_build_filename ("golden", "import", name, NULL);
  g_autofree char *path = gs_test_data (relative);
  g_autofree char *json_path = g_strconcat (path, ".json", NULL);
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = gs_extract_all (bytes, name, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *wanted = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *one = dump (articles->pdata[i]);

      g_string_append (found, one);
    }
  if (g_getenv ("GAINSAY_WRITE_GOLDEN") != NULL)
    gs_test_write (json_path, found->str, -1);

  expected = gs_test_read (json_path);
  wanted = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_assert_cmpstr (found->str, ==, wanted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/import/golden/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_golden);
    }

  return g_test_run ();
}
