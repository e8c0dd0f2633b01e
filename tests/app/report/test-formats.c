/* test-formats.c: what is written is what is read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "gs-error.h"
#include "gs-test.h"
#include "memory-report.h"

#define N_RANDOM 60

static void
test_round_trip (gconstpointer data)
{
  const char *nick = data;

  for (guint32 seed = 1; seed <= N_RANDOM; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 5);
      g_autoptr (GBytes) bytes = gs_memory_report_write (report, nick);
      g_autoptr (GError) error = NULL;
      g_autoptr (GsMemoryReport) back = gs_memory_report_read (bytes, nick, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      gs_assert_reports_equal (report, back);
      again = gs_memory_report_write (back, nick);
      gs_assert_bytes_equal (bytes, again);
    }
}

/* XML → JSON → XML, both the same model. */
static void
test_across (void)
{
  for (guint32 seed = 1; seed <= N_RANDOM; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + seed);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 3);
      g_autoptr (GBytes) xml = gs_memory_report_write (report, "xml");
      g_autoptr (GsMemoryReport) from_xml = gs_memory_report_read (xml, "xml", NULL);
      g_autoptr (GBytes) json = gs_memory_report_write (from_xml, "json");
      g_autoptr (GsMemoryReport) from_json = gs_memory_report_read (json, "json", NULL);
      g_autoptr (GBytes) again = gs_memory_report_write (from_json, "xml");

      gs_assert_bytes_equal (xml, again);
    }
}

static void
test_empty (void)
{
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
  g_autoptr (GBytes) xml = gs_memory_report_write (report, "xml");
  g_autoptr (GBytes) json = gs_memory_report_write (report, "json");
  g_autoptr (GsMemoryReport) from_xml = NULL;
  g_autoptr (GsMemoryReport) from_json = NULL;
  gsize length;
  const char *text = g_bytes_get_data (xml, &length);

  g_assert_nonnull (g_strstr_len (text, (gssize) length, "<claims/>"));
  text = g_bytes_get_data (json, &length);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "\"claims\": []"));

  from_xml = gs_memory_report_read (xml, "xml", NULL);
  g_assert_nonnull (from_xml);
  from_json = gs_memory_report_read (json, "json", NULL);
  g_assert_nonnull (from_json);
}

static GsMemoryReport *
report_with_number (double number)
{
  GsMemoryReport *report = gs_memory_report_new ();
  GsLinkRecord *link = gs_record_new (&gs_link_type);

  link->uuid = g_strdup ("00000000-0000-4000-8000-000000000001");
  link->score = number;
  g_ptr_array_add (report->records[gs_n_workspace_types - 1], link);

  return report;
}

static void
assert_number (double number, const char *expected)
{
  static const char *const nicks[] = { "json", "xml" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (GsMemoryReport) report = report_with_number (number);
      g_autoptr (GBytes) bytes = gs_memory_report_write (report, nicks[i]);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);
      g_autofree char *pattern = NULL;

      if (expected == NULL)
        {
          g_assert_null (g_strstr_len (text, (gssize) length, "score"));
          continue;
        }
      pattern = g_strdup_printf (i == 0 ? "\"score\": %s," : "score=\"%s\"", expected);
      g_assert_nonnull (g_strstr_len (text, (gssize) length, pattern));
    }
}

/* Shortest that reads back the same, whatever the locale says of commas. */
static void
test_numbers (void)
{
  setlocale (LC_NUMERIC, "nl_NL.UTF-8");

  assert_number (450, "450");
  assert_number (0.1, "0.1");
  assert_number (1.0 / 3, "0.3333333333333333");
  assert_number (0.1 + 0.2, "0.30000000000000004");
  assert_number (-0.0, "-0");
  assert_number (1e300, "1e+300");
  assert_number (NAN, NULL);
  assert_number (INFINITY, NULL);

  setlocale (LC_NUMERIC, "C");
}

/* JSON members have no order. */
static void
test_json_order (void)
{
  static const char json[] =
    "\xef\xbb\xbf{\"tags\":[{\"name\":\"b\\u00e9\\ud83d\\ude00\\/\",\"uuid\":\"00000000-0000-4000-8000-000000000002\","
    "\"author\":\"00000000-0000-4000-8000-000000000001\"}],\n"
    "\"annotators\" : [ {\"uuid\":\"00000000-0000-4000-8000-000000000001\"} ], \"version\":1,\"format\":"
    "\"gainsay-report\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = gs_memory_report_read (bytes, "json", &error);
  GsTagRecord *tag;

  g_assert_no_error (error);
  g_assert_cmpuint (report->records[0]->len, ==, 1);
  g_assert_cmpuint (report->records[1]->len, ==, 1);
  tag = report->records[1]->pdata[0];
  g_assert_cmpstr (tag->name, ==, "b\u00e9\U0001f600/");
}

/* What another program may write, and means the same. */
static void
test_xml_variants (void)
{
  static const char xml[] =
    "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><!-- made by hand -->\n"
    "<r:gainsay-report version='1' xmlns:r='https://gainsay.org/report/1' "
    "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'><?pi?>\n"
    "<r:tags><r:tag uuid='00000000-0000-4000-8000-000000000002'>"
    "<r:name>a<![CDATA[<b ']]>&#x263A;<!-- no -->&lt;c</r:name><r:colour/><r:description> </r:description>"
    "</r:tag></r:tags></r:gainsay-report>\n<!-- end -->\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = gs_memory_report_read (bytes, "xml", &error);
  GsTagRecord *tag;

  g_assert_no_error (error);
  tag = report->records[1]->pdata[0];
  g_assert_cmpstr (tag->name, ==, "a<b '\u263a<c");
  g_assert_cmpstr (tag->colour, ==, "");
  g_assert_cmpstr (tag->description, ==, " ");
}

/* An article may be longer than libxml2's limit for one text. */
static void
test_long_text (void)
{
  static const char *const nicks[] = { "json", "xml" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
      GsArticleRecord *article = gs_record_new (&gs_article_type);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GsMemoryReport) back = NULL;
      g_autoptr (GError) error = NULL;

      article->uuid = g_strdup ("00000000-0000-4000-8000-000000000001");
      article->text = g_strnfill (12 * 1024 * 1024, 'y');
      g_ptr_array_add (report->records[4], article);

      bytes = gs_memory_report_write (report, nicks[i]);
      back = gs_memory_report_read (bytes, nicks[i], &error);
      g_assert_no_error (error);
      gs_assert_reports_equal (report, back);
    }
}

static const struct
{
  const char *text, *nick;
} sniffed[] = {
  { "", NULL },
  { "<", NULL },
  { "\xef\xbb\xbf", NULL },
  { "{\"a\": 1}", NULL },
  { "{\"a\":[],\"format\" :\n\"gainsay-report\"}", "json" },
  { " \n{\"format\":\"gainsay-report\"", "json" },
  { "{\"text\":\"\\\"format\\\":\\\"gainsay-report\\\"\"}", NULL },
  { "{\"format\":\"gainsay\"}", NULL },
  { "[\"format\",\"gainsay-report\"]", NULL },
  { "<gainsay-report", "xml" },
  { "<gainsay-report/>", "xml" },
  { "<?xml version='1.0'?><!-- <a> -->\n<r:gainsay-report xmlns:r=''>", "xml" },
  { "<gainsay-reports>", NULL },
  { "<html><a href='https://gainsay.org/report/1'>gainsay-report</a></html>", NULL },
  { "<!-- <gainsay-report>", NULL },
  { "gainsay-report", NULL },
};

static void
test_sniff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sniffed); i++)
    {
      const GsReportFormat *format = gs_report_format_sniff (sniffed[i].text, strlen (sniffed[i].text));

      g_test_message ("%s", sniffed[i].text);
      g_assert_cmpstr (format != NULL ? format->nick : NULL, ==, sniffed[i].nick);
    }
  g_assert_null (gs_report_format_sniff (NULL, 0));
  g_assert_null (gs_report_format_by_nick ("doc"));
}

/* A stream that fails fails the report, and says why. */
static void
test_no_space (gconstpointer data)
{
  const GsReportFormat *format = gs_report_format_by_nick (data);
  char room[4000];

  for (gsize size = 0; size < sizeof room; size += 500)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (7);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 5);
      g_autoptr (GOutputStream) out = g_memory_output_stream_new (room, size, NULL, NULL);
      g_autoptr (GsReportSink) writer = format->writer_new (out);
      g_autoptr (GError) error = NULL;

      g_assert_false (gs_memory_report_feed (report, writer, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report/formats/round-trip/xml", "xml", test_round_trip);
  g_test_add_data_func ("/report/formats/round-trip/json", "json", test_round_trip);
  g_test_add_func ("/report/formats/across", test_across);
  g_test_add_func ("/report/formats/empty", test_empty);
  g_test_add_func ("/report/formats/numbers", test_numbers);
  g_test_add_func ("/report/formats/json-order", test_json_order);
  g_test_add_func ("/report/formats/xml-variants", test_xml_variants);
  g_test_add_func ("/report/formats/long-text", test_long_text);
  g_test_add_func ("/report/formats/sniff", test_sniff);
  g_test_add_data_func ("/report/formats/no-space/xml", "xml", test_no_space);
  g_test_add_data_func ("/report/formats/no-space/json", "json", test_no_space);

  return g_test_run ();
}
