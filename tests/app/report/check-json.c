/* check-json.c: the formats of others that are JSON.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "check-writers.h"

static JsonParser *
parse (GBytes *bytes)
{
  JsonParser *parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    g_assert_true ((guchar) data[i] >= 0x20 || data[i] == '\n');
  json_parser_load_from_data (parser, data, (gssize) length, &error);
  g_assert_no_error (error);

  return parser;
}

/* The records of a type in a report, by UUID. */
static GHashTable *
index_records (GsMemoryReport *report, const GsRecordType *type)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; gs_workspace_types[i] == type && j < report->records[i]->len; j++)
        {
          GsHeadRecord *record = report->records[i]->pdata[j];

          g_hash_table_insert (index, record->uuid, record);
        }
    }

  return index;
}

/* The record that "prefix" and a UUID name, taken out of @index; NULL when it
 * is none of them. */
static gpointer
take_record (GHashTable *index, const char *id, const char *prefix)
{
  gpointer record;

  if (!g_str_has_prefix (id, prefix))
    return NULL;
  record = g_hash_table_lookup (index, id + strlen (prefix));
  if (record != NULL)
    g_hash_table_remove (index, id + strlen (prefix));

  return record;
}

/* Web annotations ---------------------------------------------------------------- */

/* Offsets are code points: the text there is the quote. */
static void
check_selectors (JsonArray *selectors, const char *text)
{
  JsonObject *position = NULL, *quote = NULL;
  g_autofree char *slice = NULL;

  g_assert_cmpuint (json_array_get_length (selectors), >, 0);
  for (guint i = 0; i < json_array_get_length (selectors); i++)
    {
      JsonObject *selector = json_array_get_object_element (selectors, i);
      const char *type = json_object_get_string_member (selector, "type");

      if (g_str_equal (type, "TextPositionSelector"))
        position = selector;
      else if (g_str_equal (type, "TextQuoteSelector"))
        quote = selector;
      else
        g_assert_not_reached ();
    }
  if (position == NULL || quote == NULL)
    return;

  slice = g_utf8_substring (text, json_object_get_int_member (position, "start"),
                            json_object_get_int_member (position, "end"));
  g_assert_cmpstr (slice, ==, json_object_get_string_member (quote, "exact"));
}

static void
check_annotation (JsonObject *annotation, const GsClaimRecord *claim, GHashTable *articles)
{
  JsonArray *targets = json_object_get_array_member (annotation, "target");
  const GsArticleRecord *article = claim->article != NULL ? g_hash_table_lookup (articles, claim->article) : NULL;

  g_assert_cmpuint (json_array_get_length (targets), ==, MAX (claim->spans->len, 1));
  for (guint i = 0; i < claim->spans->len; i++)
    {
      JsonObject *target = json_array_get_object_element (targets, i);

      if (json_object_has_member (target, "selector"))
        check_selectors (json_object_get_array_member (target, "selector"), article != NULL ? article->text : "");
    }
}

void
gs_check_webanno (GBytes *bytes, GsMemoryReport *report)
{
  g_autoptr (JsonParser) parser = parse (bytes);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonArray *items = json_object_get_array_member (json_object_get_object_member (root, "first"), "items");
  g_autoptr (GHashTable) claims = index_records (report, &gs_claim_type);
  g_autoptr (GHashTable) links = index_records (report, &gs_link_type);
  g_autoptr (GHashTable) articles = index_records (report, &gs_article_type);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      const char *id = json_object_get_string_member (item, "id");
      const GsClaimRecord *claim = take_record (claims, id, "urn:uuid:");

      g_assert_cmpstr (json_object_get_string_member (item, "type"), ==, "Annotation");
      if (claim != NULL)
        check_annotation (item, claim, articles);
      else
        g_assert_nonnull (take_record (links, id, "urn:uuid:"));
    }
  g_assert_cmpuint (g_hash_table_size (claims), ==, 0);
}

/* STIX --------------------------------------------------------------------------- */

/* "type--" and a UUID of RFC 4122. */
static void
assert_stix_id (JsonObject *object)
{
  const char *id = json_object_get_string_member (object, "id");
  g_autofree char *prefix = g_strconcat (json_object_get_string_member (object, "type"), "--", NULL);

  g_assert_true (g_str_has_prefix (id, prefix));
  g_assert_true (
    g_regex_match_simple ("--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id, 0, 0));
}

static void
assert_known (GHashTable *ids, JsonNode *ref)
{
  const char *id = json_node_get_string (ref);

  if (!g_hash_table_contains (ids, id))
    g_error ("%s is not in the bundle", id);
}

static void
check_refs (GHashTable *ids, JsonObject *object)
{
  static const char *const refs[] = { "created_by_ref", "source_ref", "target_ref" };

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      if (json_object_has_member (object, refs[i]))
        assert_known (ids, json_object_get_member (object, refs[i]));
    }
  if (json_object_has_member (object, "object_refs"))
    {
      JsonArray *array = json_object_get_array_member (object, "object_refs");

      g_assert_cmpuint (json_array_get_length (array), >, 0);
      for (guint i = 0; i < json_array_get_length (array); i++)
        assert_known (ids, json_array_get_element (array, i));
    }
}

static guint
count_stix (JsonArray *objects, const char *type)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (objects); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (objects, i), "type"), type);

  return n;
}

void
gs_check_stix (GBytes *bytes, GsMemoryReport *report)
{
  g_autoptr (JsonParser) parser = parse (bytes);
  JsonObject *bundle = json_node_get_object (json_parser_get_root (parser));
  JsonArray *objects = json_object_get_array_member (bundle, "objects");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *claims = gs_check_claims (report);

  assert_stix_id (bundle);
  for (guint i = 0; i < json_array_get_length (objects); i++)
    {
      JsonObject *object = json_array_get_object_element (objects, i);

      assert_stix_id (object);
      g_assert_true (g_hash_table_add (ids, (char *) json_object_get_string_member (object, "id")));
      g_assert_cmpstr (json_object_get_string_member (object, "created"), <=,
                       json_object_get_string_member (object, "modified"));
    }
  for (guint i = 0; i < json_array_get_length (objects); i++)
    check_refs (ids, json_array_get_object_element (objects, i));

  g_assert_cmpuint (count_stix (objects, "note"), ==, claims->len);
}

/* schema.org --------------------------------------------------------------------- */

static void
check_review (JsonObject *review, const GsClaimRecord *claim)
{
  JsonObject *rating = json_object_get_object_member (review, "reviewRating");

  g_assert_cmpint (claim->credibility, >=, 1);
  g_assert_cmpint (claim->credibility, <=, 5);
  g_assert_cmpint (json_object_get_int_member (rating, "ratingValue"), ==, 6 - claim->credibility);
  g_assert_true (json_object_has_member (review, "claimReviewed"));
}

void
gs_check_claimreview (GBytes *bytes, GsMemoryReport *report)
{
  g_autoptr (JsonParser) parser = parse (bytes);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonArray *graph = json_object_get_array_member (root, "@graph");
  g_autoptr (GHashTable) all = index_records (report, &gs_claim_type);
  g_autoptr (GHashTable) missing = index_records (report, &gs_claim_type);
  GPtrArray *claims = gs_check_claims (report);
  guint n_reviews = 0, n_judged = 0;

  for (guint i = 0; i < json_array_get_length (graph); i++)
    {
      JsonObject *thing = json_array_get_object_element (graph, i);
      const char *type = json_object_get_string_member (thing, "@type");

      if (g_str_equal (type, "Claim"))
        g_assert_nonnull (take_record (missing, json_object_get_string_member (thing, "@id"), "urn:uuid:"));
      else if (g_str_equal (type, "ClaimReview"))
        {
          JsonObject *item = json_object_get_object_member (thing, "itemReviewed");

          check_review (thing, take_record (all, json_object_get_string_member (item, "@id"), "urn:uuid:"));
          n_reviews++;
        }
    }
  g_assert_cmpuint (g_hash_table_size (missing), ==, 0);

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      n_judged += claim->credibility >= 1 && claim->credibility <= 5;
    }
  g_assert_cmpuint (n_reviews, ==, n_judged);
}
