/* test-records.c: the field tables describe the structs they belong to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-listings.h"
#include "gs-records.h"
#include "gs-test.h"

#include <math.h>

/* Sets a field to something that is not its default, different per @seed. */
static void
disturb_field (const GsField *field, gpointer record, int seed)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      g_free (*GS_FIELD_PTR (field, record, char *));
      *GS_FIELD_PTR (field, record, char *) = g_strdup_printf ("%s %d", field->name, seed);
      break;

    case GS_FIELD_BYTES:
      g_clear_pointer (GS_FIELD_PTR (field, record, GBytes *), g_bytes_unref);
      *GS_FIELD_PTR (field, record, GBytes *) = g_bytes_new (&seed, sizeof seed);
      break;

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
      g_ptr_array_add (*GS_FIELD_PTR (field, record, GPtrArray *), g_strdup_printf ("%d", seed));
      break;

    case GS_FIELD_LIST:
      gs_record_append (*GS_FIELD_PTR (field, record, GPtrArray *), field->type);
      break;

    case GS_FIELD_INT:
      *GS_FIELD_PTR (field, record, gint64) = seed;
      break;

    case GS_FIELD_NUMBER:
      *GS_FIELD_PTR (field, record, double) = seed;
      break;

    case GS_FIELD_BOOL:
      *GS_FIELD_PTR (field, record, gboolean) = TRUE;
      break;

    case GS_FIELD_WORD:
      *GS_FIELD_PTR (field, record, int) = 1;
      g_assert_nonnull (gs_word_to_nick (field->words, 1));
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
check_type (const GsRecordType *type)
{
  gpointer fresh = gs_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];
      gpointer record = gs_record_new (type);
      gpointer copy;

      g_assert_true (gs_field_is_default (field, record));
      g_assert_true (gs_record_equal (type, fresh, record));
      g_assert_true (gs_record_type_find_field (type, field->name) == field);
      g_assert_true (field->offset < type->size);

      disturb_field (field, record, 7);
      g_assert_false (gs_field_is_default (field, record));
      g_assert_false (gs_record_equal (type, fresh, record));

      copy = gs_record_copy (type, record);
      g_assert_true (gs_record_equal (type, copy, record));
      gs_record_free (type, copy);
      type->free (record);
    }

  g_assert_null (gs_record_type_find_field (type, "no such field"));
  gs_record_free (type, fresh);
}

static void
test_every_type (void)
{
  const GsRecordType *types[] = {
    &gs_annotator_type,
    &gs_tag_type,
    &gs_source_type,
    &gs_alias_type,
    &gs_affiliation_type,
    &gs_rating_type,
    &gs_question_type,
    &gs_article_type,
    &gs_zone_type,
    &gs_claim_type,
    &gs_span_type,
    &gs_hop_type,
    &gs_slot_type,
    &gs_quantity_type,
    &gs_time_type,
    &gs_link_type,
    &gs_article_listing_type,
    &gs_claim_listing_type,
    &gs_question_listing_type,
    &gs_source_listing_type,
    &gs_tag_listing_type,
    &gs_link_listing_type,
    &gs_search_hit_type,
    &gs_history_listing_type,
    &gs_list_filter_type,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    check_type (types[i]);
}

/* A file carries the types in this order, so none may point forward. */
static void
test_references_point_backward (void)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];

      for (guint j = 0; j < type->n_fields; j++)
        {
          gboolean seen = FALSE;

          if (type->fields[j].kind != GS_FIELD_REF && type->fields[j].kind != GS_FIELD_REFS)
            continue;
          for (guint k = 0; k <= i; k++)
            seen = seen || gs_workspace_types[k] == type->fields[j].type;
          g_assert_true (seen);
        }
    }
}

static void
test_words (void)
{
  int value = 99;

  g_assert_cmpstr (gs_word_to_nick (&gs_zone_kinds, GS_ZONE_BOILERPLATE), ==, "boilerplate");
  g_assert_cmpstr (gs_word_to_nick (&gs_link_kinds, GS_LINK_DERIVED_FROM), ==, "derived-from");
  g_assert_cmpstr (gs_word_to_nick (&gs_likelihoods, GS_LIKELIHOOD_ALMOST_CERTAIN), ==, "almost-certain");
  g_assert_cmpstr (gs_word_to_nick (&gs_grades, GS_GRADE_F), ==, "F");
  g_assert_cmpstr (gs_word_to_nick (&gs_source_kinds, GS_SOURCE_GENERIC), ==, "generic");
  g_assert_null (gs_word_to_nick (&gs_stances, 2));
  g_assert_null (gs_word_to_nick (&gs_stances, -1));
  g_assert_false (gs_word_from_nick (&gs_stances, "doubts", &value));
  g_assert_false (gs_word_from_nick (&gs_stances, NULL, &value));
  g_assert_cmpint (value, ==, 99);
  g_assert_true (gs_word_from_nick (&gs_stances, "denies", &value));
  g_assert_cmpint (value, ==, GS_STANCE_DENIES);
}

static void
test_quote (void)
{
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  GsSpanRecord *span;

  g_assert_null (gs_claim_record_quote (claim));
  span = gs_record_append (claim->spans, &gs_span_type);
  span->role = GS_SPAN_CUE;
  g_assert_null (gs_claim_record_quote (claim));
  span = gs_record_append (claim->spans, &gs_span_type);
  g_assert_true (gs_claim_record_quote (claim) == span);
}

static void
add_page (GsArticleRecord *article, const char *label, gint64 start)
{
  GsPageRecord *page = gs_record_append (article->pages, &gs_page_type);

  page->label = g_strdup (label);
  page->start = start;
}

static void
test_page (void)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

  g_assert_null (gs_article_record_page_at (article, 0));
  add_page (article, "iv", 2);
  add_page (article, "1", 10);
  add_page (article, "2", 10); /* an empty page before it */
  add_page (article, "3", 20);
  g_assert_null (gs_article_record_page_at (article, 1));
  g_assert_cmpstr (gs_article_record_page_at (article, 2), ==, "iv");
  g_assert_cmpstr (gs_article_record_page_at (article, 9), ==, "iv");
  g_assert_cmpstr (gs_article_record_page_at (article, 10), ==, "2");
  g_assert_cmpstr (gs_article_record_page_at (article, 20), ==, "3");
  g_assert_cmpstr (gs_article_record_page_at (article, G_MAXINT64), ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/every-type", test_every_type);
  g_test_add_func ("/words/references-point-backward", test_references_point_backward);
  g_test_add_func ("/words/vocabularies", test_words);
  g_test_add_func ("/words/quote", test_quote);
  g_test_add_func ("/words/page", test_page);

  return g_test_run ();
}
