/* test-seeds.c: the five real articles through gainsayctl.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles, subheads, captions and the rest come from reference.json beside the
 * articles; their text is not in this repository. Skipped where they are not.
 */

#include "config.h"

#include <string.h>

#include "gs-ctl.h"

#define N_SEEDS 5

static const char *const seeds[N_SEEDS] = {
  "000_74a91ffc8a2ebdd6.txt", "001_25007b0201e5156f.txt", "002_7c396fa87ecc3de2.txt",
  "003_31b830e106657178.txt", "004_16fce98ae6c8c12f.txt",
};

typedef struct
{
  char *folder;
  char *workspace;
  char *paths[N_SEEDS];
  JsonNode *reference; /* NULL where the seeds are not */
  GPtrArray *lines;    /* of the first import */
} Fixture;

static char *
import_seeds (Fixture *fixture, int status)
{
  return gs_ctl_expect (status, "--json", "import", fixture->workspace, fixture->paths[0], fixture->paths[1],
                        fixture->paths[2], fixture->paths[3], fixture->paths[4], NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reference = gs_test_seed ("reference.json");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *out = NULL;

  fixture->folder = gs_test_make_folder ();
  if (reference == NULL)
    return;

  bytes = gs_test_read (reference);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  fixture->reference = gs_ctl_parse (text);
  fixture->workspace = gs_ctl_new_workspace (fixture->folder);
  for (guint i = 0; i < N_SEEDS; i++)
    fixture->paths[i] = gs_test_seed (seeds[i]);

  out = import_seeds (fixture, 0);
  fixture->lines = gs_ctl_parse_lines (out);
  g_assert_cmpuint (fixture->lines->len, ==, N_SEEDS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_SEEDS; i++)
    g_free (fixture->paths[i]);
  g_clear_pointer (&fixture->reference, json_node_unref);
  g_clear_pointer (&fixture->lines, g_ptr_array_unref);
  g_free (fixture->workspace);
  gs_test_remove_folder (fixture->folder);
}

static JsonObject *
reference_of (Fixture *fixture, guint seed)
{
  JsonObject *docs = json_object_get_object_member (json_node_get_object (fixture->reference), "docs");

  return json_object_get_object_member (docs, seeds[seed]);
}

static JsonNode *
show_article (Fixture *fixture, guint seed)
{
  return gs_ctl_json ("show", fixture->workspace, "article", gs_ctl_text (fixture->lines->pdata[seed], "article"),
                      NULL);
}

/* Texts of the zones of one kind, without the white space around them. */
static GPtrArray *
zone_texts (JsonNode *article, const char *kind)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *text = gs_ctl_text (article, "text");
  JsonArray *zones = json_object_get_array_member (json_node_get_object (article), "zones");

  for (guint i = 0; i < json_array_get_length (zones); i++)
    {
      JsonObject *zone = json_array_get_object_element (zones, i);
      gint64 start = json_object_get_int_member (zone, "start");
      gint64 end = json_object_get_int_member (zone, "end");

      g_assert_cmpint (start, <, end);
      g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
      if (g_str_equal (json_object_get_string_member (zone, "kind"), kind))
        g_ptr_array_add (texts, g_strstrip (g_utf8_substring (text, start, end)));
    }

  return texts;
}

static gboolean
contains (const GPtrArray *texts, const char *wanted)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (g_str_equal (texts->pdata[i], wanted))
        return TRUE;
    }

  return FALSE;
}

/* Every text the reference lists under @member is a zone of one of @kinds. */
static void
assert_listed (Fixture *fixture, guint seed, JsonNode *article, const char *member, const char *const *kinds)
{
  JsonObject *reference = reference_of (fixture, seed);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  JsonArray *wanted;

  if (!json_object_has_member (reference, member))
    return;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *texts = zone_texts (article, kinds[i]);

      g_ptr_array_extend_and_steal (found, texts);
    }

  wanted = json_object_get_array_member (reference, member);
  for (guint i = 0; i < json_array_get_length (wanted); i++)
    {
      const char *text = json_array_get_string_element (wanted, i);

      if (!contains (found, text))
        g_test_message ("%s: %s: not found: %s", seeds[seed], member, text);
      g_assert_true (contains (found, text));
    }
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[N_SEEDS] = { "nl", "nl", "de", "en", "en" };

  for (guint i = 0; fixture->reference != NULL && i < N_SEEDS; i++)
    {
      g_autoptr (JsonNode) article = show_article (fixture, i);

      g_assert_cmpstr (gs_ctl_text (article, "language"), ==, languages[i]);
    }
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; fixture->reference != NULL && i < N_SEEDS; i++)
    {
      g_autoptr (JsonNode) article = show_article (fixture, i);
      g_autoptr (GPtrArray) titles = zone_texts (article, "title");
      JsonNode *wanted = json_object_get_member (reference_of (fixture, i), "title");

      if (json_node_is_null (wanted))
        {
          g_assert_null (gs_ctl_text (article, "title"));
          g_assert_cmpuint (titles->len, ==, 0);
          continue;
        }
      g_assert_cmpstr (gs_ctl_text (article, "title"), ==, json_node_get_string (wanted));
      g_assert_true (contains (titles, json_node_get_string (wanted)));
    }
}

static void
test_zones (Fixture *fixture, gconstpointer data)
{
  static const char *const subheads[] = { "subhead", NULL };
  static const char *const captions[] = { "caption", NULL };
  static const char *const rest[] = { "boilerplate", "credit", "teaser", NULL };

  for (guint i = 0; fixture->reference != NULL && i < N_SEEDS; i++)
    {
      g_autoptr (JsonNode) article = show_article (fixture, i);

      assert_listed (fixture, i, article, "subheadings", subheads);
      assert_listed (fixture, i, article, "captions", captions);
      assert_listed (fixture, i, article, "boilerplate", rest);
    }
}

static void
test_credits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) article = NULL;
  g_autoptr (GPtrArray) credits = NULL;

  if (fixture->reference == NULL)
    return;

  article = show_article (fixture, 1);
  credits = zone_texts (article, "credit");
  g_assert_true (contains (credits, "Foto: AP"));
  g_assert_true (contains (credits, "AFP or licensors"));
  g_assert_cmpuint (credits->len, ==, 3);
}

static void
test_dateline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) article = NULL;

  if (fixture->reference == NULL)
    return;

  article = show_article (fixture, 3);
  g_assert_cmpint (g_ascii_strcasecmp (gs_ctl_text (article, "agency"), "Europa Press"), ==, 0);
  g_assert_cmpstr (gs_ctl_text (article, "published_lo"), ==, "2023-06-09");
}

/* Nothing is deleted, only marked: the text is the file's. */
static void
test_text_is_whole (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; fixture->reference != NULL && i < N_SEEDS; i++)
    {
      g_autoptr (JsonNode) article = show_article (fixture, i);
      g_autoptr (GBytes) bytes = gs_test_read (fixture->paths[i]);
      g_autofree char *file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      g_assert_cmpstr (gs_ctl_text (article, "text"), ==, file);
    }
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "xml", "json", NULL };
  g_autofree char *history = NULL;
  g_autofree char *history_after = NULL;
  g_autofree char *check = NULL;

  if (fixture->reference == NULL)
    return;

  history = gs_ctl_expect (0, "--json", "history", fixture->workspace, NULL);
  for (guint f = 0; formats[f] != NULL; f++)
    {
      g_autofree char *before = gs_ctl_expect (0, "export", fixture->workspace, "--format", formats[f], NULL);
      g_autofree char *out = import_seeds (fixture, 0);
      g_autofree char *after = gs_ctl_expect (0, "export", fixture->workspace, "--format", formats[f], NULL);
      g_autoptr (GPtrArray) lines = gs_ctl_parse_lines (out);

      g_assert_cmpuint (lines->len, ==, N_SEEDS);
      for (guint i = 0; i < N_SEEDS; i++)
        {
          g_assert_cmpstr (gs_ctl_text (lines->pdata[i], "status"), ==, "duplicate");
          g_assert_cmpstr (gs_ctl_text (lines->pdata[i], "article"), ==,
                           gs_ctl_text (fixture->lines->pdata[i], "article"));
        }
      g_assert_cmpuint (strlen (before), >, 10000);
      g_assert_cmpstr (before, ==, after);
    }

  history_after = gs_ctl_expect (0, "--json", "history", fixture->workspace, NULL);
  g_assert_cmpstr (history, ==, history_after);
  check = gs_ctl_expect (0, "check", fixture->workspace, NULL);
}

/* The five come as one step of the history. */
static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) history = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *articles = NULL;

  if (fixture->reference == NULL)
    return;

  history = gs_ctl_json ("history", fixture->workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (history), ==, 1);
  undo = gs_ctl_expect (0, "undo", fixture->workspace, NULL);
  articles = gs_ctl_expect (0, "--json", "articles", fixture->workspace, NULL);
  g_assert_cmpstr (articles, ==, "[]\n");
}

static void
test_extract (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; fixture->reference != NULL && i < N_SEEDS; i++)
    {
      g_autofree char *out = gs_ctl_expect (0, "extract", "--zones", fixture->paths[i], NULL);
      g_autoptr (JsonNode) found = gs_ctl_parse (out);
      g_autoptr (JsonNode) article = show_article (fixture, i);

      g_assert_cmpstr (gs_ctl_text (found, "text"), ==, gs_ctl_text (article, "text"));
      g_assert_cmpstr (gs_ctl_text (found, "title"), ==, gs_ctl_text (article, "title"));
      g_assert_cmpstr (gs_ctl_text (found, "language"), ==, gs_ctl_text (article, "language"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/seeds/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/cli/seeds/titles", Fixture, NULL, set_up, test_titles, tear_down);
  g_test_add ("/cli/seeds/zones", Fixture, NULL, set_up, test_zones, tear_down);
  g_test_add ("/cli/seeds/credits", Fixture, NULL, set_up, test_credits, tear_down);
  g_test_add ("/cli/seeds/dateline", Fixture, NULL, set_up, test_dateline, tear_down);
  g_test_add ("/cli/seeds/text-is-whole", Fixture, NULL, set_up, test_text_is_whole, tear_down);
  g_test_add ("/cli/seeds/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/cli/seeds/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/cli/seeds/extract", Fixture, NULL, set_up, test_extract, tear_down);

  return g_test_run ();
}
