/* test-seeds.c: every item that the reference lists for the seed articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What reference.json calls boilerplate is split more finely here. */
#define NOT_ARTICLE ((1u << GS_ZONE_BOILERPLATE) | (1u << GS_ZONE_CREDIT) | (1u << GS_ZONE_TEASER))

static JsonObject *
read_reference (JsonParser *parser)
{
  g_autofree char *path = gs_test_seed ("reference.json");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return NULL;
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  return json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "docs");
}

static GsArticleRecord *
extract_seed (const char *name, GBytes **bytes)
{
  g_autofree char *path = gs_test_seed (name);
  g_autoptr (GError) error = NULL;
  GsArticleRecord *article;

  *bytes = gs_test_read (path);
  article = gs_extract (*bytes, name, NULL, &error);
  g_assert_no_error (error);

  return article;
}

/* A zone of one of @kinds (bits) has exactly the words @expected. */
static void
assert_zone (const GsArticleRecord *article, const char *expected, guint kinds)
{
  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];
      g_autofree char *text = g_utf8_substring (article->text, zone->start, zone->end);

      if ((kinds & (1u << zone->kind)) != 0 && g_str_equal (text, expected))
        return;
    }

  g_test_message ("no such zone: “%s”", expected);
  g_test_fail ();
}

static void
assert_zones (const GsArticleRecord *article, JsonObject *doc, const char *member, guint kinds)
{
  JsonArray *items = json_object_has_member (doc, member) ? json_object_get_array_member (doc, member) : NULL;

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    assert_zone (article, json_array_get_string_element (items, i), kinds);
}

static void
check_doc (JsonObject *docs, const char *name, JsonNode *node, gpointer data)
{
  JsonObject *doc = json_node_get_object (node);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GsArticleRecord) article = extract_seed (name, &bytes);
  g_autoptr (GBytes) text = NULL;

  g_test_message ("%s", name);
  /* The reference's offsets are into the file: not one character may differ. */
  text = g_bytes_new_static (article->text, strlen (article->text));
  g_assert_true (g_bytes_equal (text, bytes));
  g_assert_null (article->original);
  g_assert_cmpstr (article->language, ==, json_object_get_string_member (doc, "lang"));
  g_assert_cmpstr (article->title, ==, json_object_get_string_member_with_default (doc, "title", NULL));
  g_assert_cmpstr (article->published_lo, ==, json_object_get_string_member_with_default (doc, "date", NULL));
  if (article->title != NULL)
    assert_zone (article, article->title, 1u << GS_ZONE_TITLE);
  assert_zones (article, doc, "subheadings", 1u << GS_ZONE_SUBHEAD);
  assert_zones (article, doc, "captions", 1u << GS_ZONE_CAPTION);
  assert_zones (article, doc, "boilerplate", NOT_ARTICLE);
}

static void
test_reference (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *docs = read_reference (parser);

  if (docs != NULL)
    json_object_foreach_member (docs, check_doc, NULL);
}

static guint
count_zones (const GsArticleRecord *article, int kind)
{
  guint n = 0;

  for (guint i = 0; i < article->zones->len; i++)
    n += ((const GsZoneRecord *) article->zones->pdata[i])->kind == kind;

  return n;
}

/* Nothing but what the reference lists is set apart. */
static void
test_no_more (void)
{
  static const struct
  {
    const char *name;
    guint titles, subheads, captions, credits, teasers, boilerplate;
  } seeds[] = {
    { "000_74a91ffc8a2ebdd6.txt", 0, 1, 0, 0, 0, 0 }, { "001_25007b0201e5156f.txt", 1, 2, 3, 3, 0, 1 },
    { "002_7c396fa87ecc3de2.txt", 1, 0, 5, 0, 2, 3 }, { "003_31b830e106657178.txt", 1, 0, 2, 0, 0, 4 },
    { "004_16fce98ae6c8c12f.txt", 0, 1, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = gs_test_seed (seeds[i].name);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GsArticleRecord) article = NULL;

      if (path == NULL)
        return;
      article = extract_seed (seeds[i].name, &bytes);
      g_assert_cmpuint (count_zones (article, GS_ZONE_TITLE), ==, seeds[i].titles);
      g_assert_cmpuint (count_zones (article, GS_ZONE_SUBHEAD), ==, seeds[i].subheads);
      g_assert_cmpuint (count_zones (article, GS_ZONE_CAPTION), ==, seeds[i].captions);
      g_assert_cmpuint (count_zones (article, GS_ZONE_CREDIT), ==, seeds[i].credits);
      g_assert_cmpuint (count_zones (article, GS_ZONE_TEASER), ==, seeds[i].teasers);
      g_assert_cmpuint (count_zones (article, GS_ZONE_BOILERPLATE), ==, seeds[i].boilerplate);
    }
}

static void
test_dateline (void)
{
  g_autofree char *path = gs_test_seed ("003_31b830e106657178.txt");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GsArticleRecord) article = NULL;

  if (path == NULL)
    return;
  article = extract_seed ("003_31b830e106657178.txt", &bytes);
  g_assert_cmpstr (article->agency, ==, "Europa Press");
  g_assert_cmpstr (article->published_lo, ==, "2023-06-09");
  g_assert_cmpstr (article->published_hi, ==, "2023-06-09");
  g_assert_cmpint (article->published_basis, ==, GS_BASIS_WEEKDAY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/seeds/reference", test_reference);
  g_test_add_func ("/import/seeds/no-more", test_no_more);
  g_test_add_func ("/import/seeds/dateline", test_dateline);

  return g_test_run ();
}
