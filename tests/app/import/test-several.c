/* test-several.c: feeds, news messages and web archives as they should not be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-test.h"

#include <string.h>

static const GsExtractLimits limits = {
  .max_bytes = 100000,
  .max_depth = 20,
  .max_attributes = 20,
  .max_expanded = 100000,
  .max_ratio = 200,
  .max_parts = 3,
};

/* (transfer full) */
static GPtrArray *
extract (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gs_extract_all (bytes, "article.txt", &limits, error);
}

static void
refuses (const char *text, GsError code, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (extract (text, &error));
  g_assert_error (error, GS_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
finds (const char *text, guint n, const char *first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = extract (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, n);
  g_assert_cmpstr (((GsArticleRecord *) articles->pdata[0])->text, ==, first);
}

#define ITEM "<item><title>t</title><description>text</description></item>"
#define NITF(body) "<nitf><body><body.content>" body "</body.content></body></nitf>"

static void
test_feeds (void)
{
  finds ("<rss>" ITEM ITEM "</rss>", 2, "text");
  finds ("<rss><!-- <item> -->" ITEM "<x><![CDATA[<item>]]></x></rss>", 1, "text");
  finds ("<r:RDF xmlns:r='x' xmlns:i='y'><i:item><i:description>&lt;b&gt;x&lt;/b&gt;</i:description></i:item></r:RDF>",
         1, "x");
  refuses ("<rss>" ITEM ITEM ITEM ITEM "</rss>", GS_ERROR_LIMIT, "limit of 3");
  refuses ("<rss>" ITEM, GS_ERROR_UNREADABLE, "not well-formed");
  refuses ("<rss/>", GS_ERROR_UNREADABLE, "no text");
  refuses ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>" ITEM "</rss>", GS_ERROR_LIMIT, "entities");
}

static void
test_news (void)
{
  finds (NITF ("<p>a</p>"), 1, "a");
  finds ("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/nitf.dtd'>" NITF ("<p>a</p>"), 1, "a");
  finds (NITF ("loose\n\ntext"), 1, "loose\ntext");
  finds (NITF ("<p>outer <media-caption>inner</media-caption>too</p>"), 1, "inner\nouter too");
  refuses (NITF ("<p>"), GS_ERROR_UNREADABLE, "not well-formed");
  refuses (NITF ("<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"), GS_ERROR_LIMIT, "deeper than 20");
  refuses ("<nitf><head><title>t</title></head></nitf>", GS_ERROR_UNREADABLE, "no text");
}

#define RECORD(kind, length, body) \
  "WARC/1.0\r\nWARC-Type: " kind "\r\nContent-Length: " length "\r\n\r\n" body "\r\n\r\n"
#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

static void
test_warc (void)
{
  finds (RECORD ("response", "51", OK "\r\n<p>text"), 1, "text");
  /* Beyond the end is to the end. */
  finds (RECORD ("response", "99999999999999", OK "\r\n<p>text"), 1, "text");
  finds (RECORD ("response", "97", OK "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<p>text"), 1, "text");
  refuses (RECORD ("response", "x", ""), GS_ERROR_UNREADABLE, "no text");
  refuses (RECORD ("response", "75", OK "Content-Encoding: gzip\r\n\r\n<p>none"), GS_ERROR_UNREADABLE, "no text");
  refuses (RECORD ("response", "40", "HTTP/1.1\n\n"), GS_ERROR_UNREADABLE, "no text");
  refuses ("WARC/1.0\r\n", GS_ERROR_UNREADABLE, "no text");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/several/feeds", test_feeds);
  g_test_add_func ("/import/several/news", test_news);
  g_test_add_func ("/import/several/warc", test_warc);

  return g_test_run ();
}
