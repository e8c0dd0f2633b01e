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
#include "gs-importer.h"
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

/* Space before it moves every character of a report across the edge of the piece that is
 * in memory, escapes and surrogates among them. */
static void
test_pieces (void)
{
  static const char text[] = "{\"format\": \"gainsay-report\", \"version\": 1, \"annotators\": [{\"uuid\": "
                             "\"5a11c0de-0000-4000-8000-000000000001\", \"name\": "
                             "\"\u20ac \xf0\x9f\x98\x80 \\ud83d\\ude00 \\\\ \\u00e9\"}], \"title\": \"\xc3\xa9\"}";

  for (gsize i = 0; i <= sizeof text; i++)
    {
      g_autofree char *padded = g_strnfill (64 * 1024 - i, ' ');
      g_autofree char *whole = g_strconcat (padded, text, "\n", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
      g_autoptr (GError) error = NULL;
      g_autoptr (GsMemoryReport) report = gs_memory_report_read (bytes, "json", &error);
      const GsAnnotatorRecord *annotator;

      g_assert_no_error (error);
      annotator = report->records[0]->pdata[0];
      g_assert_cmpstr (annotator->name, ==, "\u20ac \U0001f600 \U0001f600 \\ \u00e9");
      g_assert_cmpstr (report->title, ==, "\u00e9");
    }
}

/* What is no UTF-8 is found in whatever piece it is, and its line told. */
static void
test_bad_pieces (void)
{
  static const char *const bad[] = { "\xff", "\xe2\x82", "\xc0\x80", "\xed\xa0\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *padded = g_strnfill (64 * 1024 - 40, ' ');
      g_autofree char *whole =
        g_strconcat ("{\"format\": \"gainsay-report\", \"version\": 1,\n", padded, "\n\"title\": \"", bad[i], NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
      g_autoptr (GError) error = NULL;

      g_assert_null (gs_memory_report_read (bytes, "json", &error));
      g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, "line 3"));
      g_assert_nonnull (strstr (error->message, "UTF-8"));
    }
}

static void
status_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  *(int *) user_data = (int) result->status;
}

/* A large report is read from its file: all of it, or nothing. */
static void
test_large (gconstpointer golden)
{
  g_autofree char *path = gs_test_data (golden);
  g_autoptr (GBytes) small = gs_test_read (path);
  g_autofree char *space = g_strnfill (1100 * 1024, '\n');
  g_autofree char *folder = gs_test_make_folder ();

  for (guint damaged = 0; damaged < 2; damaged++)
    {
      g_autoptr (GString) whole = g_string_new_len (g_bytes_get_data (small, NULL), (gssize) g_bytes_get_size (small));
      g_autofree char *large = g_build_filename (folder, "large", NULL);
      g_autoptr (GsWorkspace) workspace = NULL;
      g_autoptr (GsImporter) importer = NULL;
      g_autoptr (GError) error = NULL;
      int status = -1;

      g_string_append (whole, space);
      g_string_append (whole, damaged ? "x" : "");
      gs_test_write (large, whole->str, (gssize) whole->len);
      workspace = gs_workspace_new_in_memory (&error);
      importer = gs_importer_new (workspace);
      gs_importer_add_path (importer, large);
      gs_importer_run (importer, status_cb, &status, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, damaged ? GS_IMPORT_REFUSED : GS_IMPORT_IMPORTED);
      g_assert_cmpint (gs_workspace_count (workspace, &gs_claim_type, NULL), ==, damaged ? 0 : 3);
    }
  gs_test_remove_folder (g_steal_pointer (&folder));
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
  g_test_add_func ("/report/formats/pieces", test_pieces);
  g_test_add_func ("/report/formats/bad-pieces", test_bad_pieces);
  g_test_add_data_func ("/report/formats/large/xml", "golden/report/small.xml", test_large);
  g_test_add_data_func ("/report/formats/large/json", "golden/report/small.json", test_large);
  g_test_add_func ("/report/formats/sniff", test_sniff);
  g_test_add_data_func ("/report/formats/no-space/xml", "xml", test_no_space);
  g_test_add_data_func ("/report/formats/no-space/json", "json", test_no_space);

  return g_test_run ();
}
