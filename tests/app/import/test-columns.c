/* test-columns.c: tables and JSON lines, and what only looks like them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-columns.h"
#include "gs-extract.h"
#include "gs-json-strict.h"
#include "gs-test.h"

#include <string.h>

#define TEXT "The ferry was late again on Tuesday, and nobody could say why."

static const struct
{
  const char *text;
  gboolean table;
} beginnings[] = {
  { "title,text\nFerry,\"" TEXT "\"\n", TRUE },
  { "TITLE;Full_Text;URL\na;b;c\n", TRUE },
  { "Überschrift\tVolltext\na\tb\n", TRUE },
  { "\"title\",\"text\"\n\"a\",\"b\nc\"\n", TRUE },
  { "title,text\n", FALSE },        /* no row */
  { "title,text\na\n", FALSE },     /* the row is another */
  { "title,text\n\"a,b\n", FALSE }, /* never closed */
  { "text\n" TEXT "\n", FALSE },    /* one column */
  { "name,colour\na,b\n", FALSE },  /* no text */
  { "Text, body and soul, he said,\nand left, as ever, at once,\n", FALSE },
  { TEXT, FALSE },
  { "", FALSE },
};

static void
test_sniff_csv (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_test_message ("%s", beginnings[i].text);
      g_assert_true (gs_csv_sniff (beginnings[i].text, strlen (beginnings[i].text)) == beginnings[i].table);
    }
}

static const struct
{
  const char *text;
  gboolean lines;
} objects[] = {
  { "{\"text\": \"" TEXT "\"}", TRUE },
  { "\n {\"a\": 1, \"Body\": \"b\"} \n\n{\"c\": 2}\n", TRUE },
  { "{\"text\": \"a\"}\nand more", FALSE },
  { "{\"words\": \"a\"}\n{\"words\": \"b\"}", FALSE },
  { "{\n\"text\": \"a\"\n}", FALSE },
  { "[{\"text\": \"a\"}]", FALSE },
  { "{\"text\"", FALSE },
  { "", FALSE },
};

static void
test_sniff_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_test_message ("%s", objects[i].text);
      g_assert_true (gs_json_lines_sniff (objects[i].text, strlen (objects[i].text)) == objects[i].lines);
    }
}

static void
test_names (void)
{
  g_assert_cmpint (gs_column_named ("Publication Date"), ==, GS_COLUMN_DATE);
  g_assert_cmpint (gs_column_named ("site-name"), ==, GS_COLUMN_PUBLISHER);
  g_assert_cmpint (gs_column_named ("Überschrift"), ==, GS_COLUMN_TITLE);
  g_assert_cmpint (gs_column_named ("context"), ==, GS_COLUMN_OTHER);
  g_assert_cmpint (gs_column_named ("tex"), ==, GS_COLUMN_OTHER);
  g_assert_cmpint (gs_column_named (""), ==, GS_COLUMN_OTHER);
  g_assert_cmpint (gs_column_named ("- -"), ==, GS_COLUMN_OTHER);
}

/* The original of a row is a table that gives the same article again. */
static void
test_original (void)
{
  static const char *const files[] = { "golden/import/table.csv", "golden/import/lines.jsonl" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = gs_test_data (files[i]);
      g_autoptr (GBytes) bytes = gs_test_read (path);
      g_autoptr (GPtrArray) articles = gs_extract_all (bytes, NULL, NULL, NULL);

      g_assert_cmpuint (articles->len, >=, 2);
      for (guint j = 0; j < articles->len; j++)
        {
          GsArticleRecord *article = articles->pdata[j];
          g_autoptr (GsArticleRecord) again = gs_extract (article->original, NULL, NULL, NULL);

          g_assert_nonnull (again);
          g_assert_cmpstr (again->text, ==, article->text);
          g_assert_cmpstr (again->title, ==, article->title);
          g_assert_cmpstr (again->published_lo, ==, article->published_lo);
          g_assert_cmpstr (again->sha256, ==, article->sha256);
        }
    }
}

static void
test_limit (void)
{
  g_autoptr (GString) table = g_string_new ("title,text\n");
  GsExtractLimits limits = gs_extract_limits_default;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (table, "%u,\"" TEXT "\"\n", i);
  bytes = g_string_free_to_bytes (g_string_new (table->str));
  limits.max_parts = 19;
  g_assert_null (gs_extract_all (bytes, NULL, &limits, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_LIMIT);
}

/* json-glib goes down by recursion, and accepts comments that hide how deep; half a
 * character takes the quotation mark after it along. */
static void
test_deep (void)
{
  static const char *const heads[] = { "{\"text\":", "{\"text\":\"a\", /* \" */ \"x\":",
                                       "{\"text\":\"a\", // \" \n \"x\":", "{\"text\":'\"', \"x\":",
                                       "{\"text\":\"a\", \"\\ud83d\":\":" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *brackets = g_strnfill (400000, '[');
      g_autofree char *deep = g_strconcat (heads[i], brackets, NULL);
      g_autofree char *page = g_strconcat ("<html><head><script type='application/ld+json'>", deep,
                                           "</script></head><body><p>" TEXT "</p></body></html>", NULL);
      g_autoptr (GBytes) lines = g_bytes_new (deep, strlen (deep));
      g_autoptr (GBytes) html = g_bytes_new (page, strlen (page));
      g_autoptr (GsArticleRecord) article = gs_extract (html, NULL, NULL, NULL);
      g_autoptr (GPtrArray) articles = gs_extract_all (lines, NULL, NULL, NULL);

      g_assert_null (gs_json_parse (deep, strlen (deep), 64));
      g_assert_nonnull (article);
      g_assert_nonnull (strstr (article->text, "ferry"));
    }
}

/* What is no character is U+FFFD, wherever the string goes on. */
static void
test_escapes (void)
{
  static const char *const examples[][2] = {
    { "\\ud83d\\ude00", "😀" },
    { "a\\ud83d", "a\uFFFD" },
    { "a\\ud83d b", "a\uFFFD b" },
    { "\\ud83d\\u0041", "\uFFFDA" },
    { "\\ud83d\\u 41", "\uFFFD\uFFFD 41" },
    { "\\ude00\\ude00", "\uFFFD\uFFFD" },
    { "\\ud83d\\ud83d\\ude00", "\uFFFD😀" },
    { "\\u0000.", "\uFFFD." },
    { "\\uzz", "\uFFFDzz" },
    { "\\\\ud83d", "\\ud83d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"a\":\"%s\"}", examples[i][0]);
      g_autoptr (JsonNode) node = gs_json_parse (json, strlen (json), 2);

      g_assert_nonnull (node);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "a"), ==, examples[i][1]);
    }
}

/* What web pages have in place of JSON, and what comes out. */
static void
test_lenient (void)
{
  static const char *const examples[][2] = {
    { "{\"a\":[\"[[[[[[[\"]}", "{\"a\":[\"[[[[[[[\"]}" },
    { "/* why */ { // not\n\"a\" : [ ] } ", "{\"a\":[]}" },
    { "{'a':'b\"c\\'d'}", "{\"a\":\"b\\\"c'd\"}" },
    { "{\"a\":\"b\nc\td\"};", "{\"a\":\"b\\nc\\td\"}" },
    { "[-0.5,1e3,true,false,null,12]{\"b\":1}", "[-0.5,1000.0,true,false,null,12]" },
    { "\"\\x41\\é\"", "\"x41é\"" },
  };
  static const char *const broken[] = { "",          " ",        "{",           "{\"a\"}",    "{\"a\":}",  "{\"a\":1,}",
                                        "{a:1}",     "[1,]",     "[1 2]",       "[01]",       "[.5]",      "[1.]",
                                        "[-]",       "[1e]",     "{\"a\":\"\\", "{\"a\":\"b", "[title[",   "/* open ",
                                        "[1] title", "[truest]", "]",           "[[[1]]]",    "{\"a\":1]", "[}" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (JsonNode) node = gs_json_parse (examples[i][0], strlen (examples[i][0]), 2);
      g_autofree char *written = node != NULL ? json_to_string (node, FALSE) : NULL;

      g_assert_cmpstr (written, ==, examples[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_test_message ("%s", broken[i]);
      g_assert_null (gs_json_parse (broken[i], strlen (broken[i]), 2));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/columns/sniff-csv", test_sniff_csv);
  g_test_add_func ("/import/columns/sniff-json", test_sniff_json);
  g_test_add_func ("/import/columns/names", test_names);
  g_test_add_func ("/import/columns/escapes", test_escapes);
  g_test_add_func ("/import/columns/lenient", test_lenient);
  g_test_add_func ("/import/columns/original", test_original);
  g_test_add_func ("/import/columns/limit", test_limit);
  g_test_add_func ("/import/columns/deep", test_deep);

  return g_test_run ();
}
