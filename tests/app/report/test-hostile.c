/* test-hostile.c: files nobody vouches for.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-error.h"
#include "gs-test.h"
#include "memory-report.h"

#define A "00000000-0000-4000-8000-000000000001"
#define XML_ROOT "<gainsay-report xmlns='https://gainsay.org/report/1' version='1'>"
#define JSON_ROOT "{\"format\":\"gainsay-report\",\"version\":1,"

typedef struct
{
  const char *nick;
  const char *text;
  int code;
  const char *message; /* what the error says, among other things */
} Example;

static const Example examples[] = {
  /* Not a report. */
  { "xml", "", GS_ERROR_UNREADABLE, "line 1" },
  { "xml", "hello", GS_ERROR_UNREADABLE, "line 1" },
  { "xml", "<html/>", GS_ERROR_UNREADABLE, "not a Gainsay report" },
  { "xml", "<gainsay-report version='1'/>", GS_ERROR_UNREADABLE, "not a Gainsay report" },
  { "xml", "<gainsay-report xmlns='https://gainsay.org/report/1'/>", GS_ERROR_UNREADABLE, "version" },
  { "json", "", GS_ERROR_UNREADABLE, "too early" },
  { "json", "hello", GS_ERROR_UNREADABLE, "not JSON" },
  { "json", "[]", GS_ERROR_UNREADABLE, "object" },
  { "json", "{}", GS_ERROR_UNREADABLE, "not a Gainsay report" },
  { "json", "{\"format\":\"other\",\"version\":1}", GS_ERROR_UNREADABLE, "not a Gainsay report" },
  { "json", "{\"format\":\"gainsay-report\"}", GS_ERROR_UNREADABLE, "not a Gainsay report" },

  /* Of another version. */
  { "xml", "<gainsay-report xmlns='https://gainsay.org/report/2' version='2'><new/></gainsay-report>",
    GS_ERROR_UNREADABLE, "newer version" },
  { "xml", "<gainsay-report xmlns='https://gainsay.org/report/1' version='2'/>", GS_ERROR_UNREADABLE, "newer version" },
  { "xml", "<gainsay-report xmlns='https://gainsay.org/report/1' version='one'/>", GS_ERROR_UNREADABLE, "“one”" },
  { "json", "{\"format\":\"gainsay-report\",\"version\":2,\"new\":[]}", GS_ERROR_UNREADABLE, "newer version" },
  { "json", "{\"new\":[],\"version\":99999999999999999999,\"format\":\"gainsay-report\"}", GS_ERROR_UNREADABLE,
    "version" },
  { "json", "{\"format\":\"gainsay-report\",\"version\":\"1\"}", GS_ERROR_UNREADABLE, "line 1" },

  /* What is no part of a report; and where. */
  { "xml", XML_ROOT "\n\n<colours/></gainsay-report>", GS_ERROR_UNREADABLE, "line 3: “colours”" },
  { "xml", XML_ROOT "\n<tags/>\n<annotators/></gainsay-report>", GS_ERROR_UNREADABLE, "line 3: “annotators”" },
  { "xml", XML_ROOT "<tags/><tags/></gainsay-report>", GS_ERROR_UNREADABLE, "“tags” stands twice" },
  { "xml", XML_ROOT "text</gainsay-report>", GS_ERROR_UNREADABLE, "text stands" },
  { "xml", XML_ROOT "<tags><claim/></tags></gainsay-report>", GS_ERROR_UNREADABLE,
    "“claim” stands where “tag” should" },
  { "xml", XML_ROOT "<tags>\n<tag/></tags></gainsay-report>", GS_ERROR_UNREADABLE, "line 2: a “tag” lacks its “uuid”" },
  { "xml", XML_ROOT "<tags><tag uuid='x'/></tags></gainsay-report>", GS_ERROR_UNREADABLE, "not a UUID" },
  { "xml", XML_ROOT "<tags><tag uuid='" A "' name='x'/></tags></gainsay-report>", GS_ERROR_UNREADABLE,
    "“name” should be an element" },
  { "xml", XML_ROOT "<tags><tag><uuid>" A "</uuid></tag></tags></gainsay-report>", GS_ERROR_UNREADABLE,
    "“uuid” should be an attribute" },
  { "xml", XML_ROOT "<tags><tag uuid='" A "'><name/><name/></tag></tags></gainsay-report>", GS_ERROR_UNREADABLE,
    "twice" },
  { "xml", XML_ROOT "<tags><tag uuid='" A "'><name><b/></name></tag></tags></gainsay-report>", GS_ERROR_UNREADABLE,
    "where text should" },
  { "xml", XML_ROOT "<tags><tag uuid='" A "'><name escaped='true'>\\x</name></tag></tags></gainsay-report>",
    GS_ERROR_UNREADABLE, "backslash" },
  { "xml", XML_ROOT "<tags><tag uuid='" A "'><name escaped='true'>\\u0000</name></tag></tags></gainsay-report>",
    GS_ERROR_UNREADABLE, "backslash" },
  { "xml", XML_ROOT "<sources><source uuid='" A "' kind='x'/></sources></gainsay-report>", GS_ERROR_UNREADABLE,
    "not a known source kind" },
  { "xml",
    XML_ROOT "<links><link uuid='" A "' kind='tension' verdict='undecided' score='inf'/></links></gainsay-report>",
    GS_ERROR_UNREADABLE, "“inf” is not a number" },
  { "xml",
    XML_ROOT "<links><link uuid='" A "' kind='tension' verdict='undecided' score='0x10'/></links></gainsay-report>",
    GS_ERROR_UNREADABLE, "not a number" },
  { "xml", XML_ROOT "<articles><article uuid='" A "'><original>YWJj*</original></article></articles></gainsay-report>",
    GS_ERROR_UNREADABLE, "base64" },
  { "xml", XML_ROOT "</gainsay-report><more/>", GS_ERROR_UNREADABLE, "line 1" },
  { "xml", XML_ROOT "<tags>&unknown;</tags></gainsay-report>", GS_ERROR_UNREADABLE, "line 1" },
  { "xml", XML_ROOT "<title>&#0;</title></gainsay-report>", GS_ERROR_UNREADABLE, "line 1" },
  { "xml", XML_ROOT "<title>\xff</title></gainsay-report>", GS_ERROR_UNREADABLE, "line 1" },
  { "xml", "<?xml version='1.0' encoding='ISO-8859-1'?>" XML_ROOT "<title>\xe9</title></gainsay-report>",
    GS_ERROR_UNREADABLE, "line 1" },

  { "json", JSON_ROOT "\n\"colours\":[]}", GS_ERROR_UNREADABLE, "line 2: “colours”" },
  { "json", JSON_ROOT "\"tags\":[],\"tags\":[]}", GS_ERROR_UNREADABLE, "“tags” is given twice" },
  { "json", JSON_ROOT "\"tags\":[]}}", GS_ERROR_UNREADABLE, "after the end" },
  { "json", JSON_ROOT "\"tags\":[],}", GS_ERROR_UNREADABLE, "not JSON" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\"},]}", GS_ERROR_UNREADABLE, "not JSON" },
  { "json", JSON_ROOT "\"tags\":{}}", GS_ERROR_UNREADABLE, "array" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"a\",\n\"name\":\"b\"}]}", GS_ERROR_UNREADABLE,
    "line 2: “name” is given twice" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":null}]}", GS_ERROR_UNREADABLE,
    "“name” should be a string" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":1}]}", GS_ERROR_UNREADABLE, "“name” should be a string" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"\\u0000\"}]}", GS_ERROR_UNREADABLE, "U+0000" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"\\ud800\"}]}", GS_ERROR_UNREADABLE, "surrogate" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"\\ud800\\ud800\"}]}", GS_ERROR_UNREADABLE,
    "surrogate" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"\\ud83d\\u\"}]}", GS_ERROR_UNREADABLE, "not JSON" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"\\x\"}]}", GS_ERROR_UNREADABLE, "not JSON" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"a\nb\"}]}", GS_ERROR_UNREADABLE, "not JSON" },
  { "json", JSON_ROOT "\"tags\":[{\"uuid\":\"" A "\",\"name\":\"\xff\"}]}", GS_ERROR_UNREADABLE, "UTF-8" },
  { "json", JSON_ROOT "\"tags\":[{\"name\":\"a\"}]}", GS_ERROR_UNREADABLE, "lacks its “uuid”" },
  { "json", JSON_ROOT "\"claims\":[{\"uuid\":\"" A "\",\"stance\":\"asserts\",\"tags\":[\"x\"]}]}", GS_ERROR_UNREADABLE,
    "not a UUID" },

  /* Numbers beyond what is held; a bent number would be a wrong one. */
  { "json",
    JSON_ROOT "\"articles\":[{\"uuid\":\"" A
              "\",\"zones\":[{\"kind\":\"title\",\"start\":0,\"end\":9223372036854775808}]}]}",
    GS_ERROR_UNREADABLE, "not a whole number" },
  { "json", JSON_ROOT "\"articles\":[{\"uuid\":\"" A "\",\"zones\":[{\"kind\":\"title\",\"start\":-1,\"end\":9}]}]}",
    GS_ERROR_UNREADABLE, "not a whole number" },
  { "json", JSON_ROOT "\"articles\":[{\"uuid\":\"" A "\",\"zones\":[{\"kind\":\"title\",\"start\":1.5,\"end\":9}]}]}",
    GS_ERROR_UNREADABLE, "not a whole number" },
  { "json",
    JSON_ROOT "\"links\":[{\"uuid\":\"" A "\",\"kind\":\"tension\",\"verdict\":\"undecided\",\"score\":1e999}]}",
    GS_ERROR_UNREADABLE, "not a number" },
  { "json", JSON_ROOT "\"links\":[{\"uuid\":\"" A "\",\"kind\":\"tension\",\"verdict\":\"undecided\",\"score\":01}]}",
    GS_ERROR_UNREADABLE, "not a number" },
  { "xml",
    XML_ROOT "<articles><article uuid='" A "'><zones><zone kind='title' start='0' end='99999999999999999999'/></zones>"
             "</article></articles></gainsay-report>",
    GS_ERROR_UNREADABLE, "not a whole number" },

  /* Entities. */
  { "xml",
    "<?xml version='1.0'?>\n<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
    "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]>" XML_ROOT "<title>&e;</title></gainsay-report>",
    GS_ERROR_UNREADABLE, "line 2: a report has no document type" },
  { "xml", "<!DOCTYPE r SYSTEM 'file:///etc/passwd'>" XML_ROOT "</gainsay-report>", GS_ERROR_UNREADABLE,
    "document type" },
  { "xml", "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://localhost/'> %p;]>" XML_ROOT "</gainsay-report>",
    GS_ERROR_UNREADABLE, "document type" },
};

static GsMemoryReport *
read_text (const char *nick, const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return gs_memory_report_read (bytes, nick, error);
}

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const Example *example = &examples[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GsMemoryReport) report = read_text (example->nick, example->text, strlen (example->text), &error);
      g_autofree char *shown = g_utf8_make_valid (example->text, -1);

      g_test_message ("%s → %s", shown, error != NULL ? error->message : "read");
      g_assert_null (report);
      g_assert_error (error, GS_ERROR, example->code);
      g_assert_nonnull (strstr (error->message, example->message));
    }
}

/* What an interrupted copy leaves is refused wherever it ends. */
static void
test_truncated (gconstpointer data)
{
  const char *nick = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 1);
  g_autoptr (GBytes) bytes = gs_memory_report_write (report, nick);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize step = MAX (length / 500, 1);

  /* The last byte is a line feed, which is not missed. */
  for (gsize end = 0; end < length - 1; end += step)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GsMemoryReport) back = read_text (nick, text, end, &error);

      g_assert_null (back);
      g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
    }
}

/* One wrong byte: refused or read, never a crash. */
static void
test_damaged (gconstpointer data)
{
  const char *nick = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 1);
  g_autoptr (GBytes) bytes = gs_memory_report_write (report, nick);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GsMemoryReport) back = NULL;

      damaged[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int (rand);
      back = read_text (nick, damaged, length, &error);
      g_assert_cmpint (back == NULL, ==, error != NULL);
      if (error != NULL)
        g_assert_true (g_error_matches (error, GS_ERROR, GS_ERROR_UNREADABLE)
                       || g_error_matches (error, GS_ERROR, GS_ERROR_LIMIT));
    }
}

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
assert_refused (const char *nick, char *text, int code)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;

  /* What is quadratic does not come back before Meson ends the test. */
  g_assert_null (read_text (nick, text, strlen (text), &error));
  g_assert_error (error, GS_ERROR, code);
}

static void
test_deep (void)
{
  assert_refused ("json", repeat ("", "[", 500000, ""), GS_ERROR_UNREADABLE);
  assert_refused ("json", repeat (JSON_ROOT "\"tags\":", "[", 500000, ""), GS_ERROR_UNREADABLE);
  assert_refused ("json", repeat (JSON_ROOT "\"x\":", "{\"a\":", 500000, ""), GS_ERROR_UNREADABLE);
  assert_refused ("xml", repeat (XML_ROOT, "<tags>", 500000, ""), GS_ERROR_UNREADABLE);
  assert_refused ("xml", repeat ("", "<gainsay-report xmlns='https://gainsay.org/report/1' version='1'>", 200000, ""),
                  GS_ERROR_UNREADABLE);
}

static void
test_wide (void)
{
  g_autoptr (GString) attributes = g_string_new (XML_ROOT "<tags><tag");

  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (attributes, " a%u=''", i);
  assert_refused ("xml", g_string_free (g_steal_pointer (&attributes), FALSE), GS_ERROR_LIMIT);

  assert_refused ("xml", repeat (XML_ROOT "<", "a", 20 * 1024 * 1024, "/>"), GS_ERROR_LIMIT);
  assert_refused ("xml", repeat (XML_ROOT "<tags a='", "a", 20 * 1024 * 1024, "'/>"), GS_ERROR_LIMIT);
  assert_refused ("xml", repeat (XML_ROOT "<!--", "a", 20 * 1024 * 1024, "-->"), GS_ERROR_LIMIT);
  assert_refused ("json", repeat ("{\"", "a", 20 * 1024 * 1024, "\":1}"), GS_ERROR_UNREADABLE);
  assert_refused ("json", repeat (JSON_ROOT "\"tags\":[", "1", 20 * 1024 * 1024, "]}"), GS_ERROR_UNREADABLE);
}

/* Comments, instructions and CDATA may hold what looks like a document type
 * or an open quote. */
static void
test_guard_is_fair (void)
{
  static const char text[] =
    "<?xml version='1.0'?><?go '<!DOCTYPE ?><!-- don't <!DOCTYPE --><!---->" XML_ROOT
    "<title><![CDATA[<!DOCTYPE ' ]] > ]]]]><![CDATA[>]]> it's \"</title><!-- \" --></gainsay-report>";
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = read_text ("xml", text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (report->title, ==, "<!DOCTYPE ' ]] > ]]> it's \"");
}

static void
test_utf16 (void)
{
  g_autofree char *text =
    repeat ("<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a>" XML_ROOT, "", 0, "</gainsay-report>");
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (wide);
  g_assert_null (read_text ("xml", wide, length, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/hostile/examples", test_examples);
  g_test_add_data_func ("/report/hostile/truncated/xml", "xml", test_truncated);
  g_test_add_data_func ("/report/hostile/truncated/json", "json", test_truncated);
  g_test_add_data_func ("/report/hostile/damaged/xml", "xml", test_damaged);
  g_test_add_data_func ("/report/hostile/damaged/json", "json", test_damaged);
  g_test_add_func ("/report/hostile/deep", test_deep);
  g_test_add_func ("/report/hostile/wide", test_wide);
  g_test_add_func ("/report/hostile/guard-is-fair", test_guard_is_fair);
  g_test_add_func ("/report/hostile/utf16", test_utf16);

  return g_test_run ();
}
