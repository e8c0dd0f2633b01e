/* test-pages.c: a page is what the whole list has there, however it was found.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages and counts go other ways through the tables than whole lists do, and
 * which way depends on how many claims have what is filtered by.
 */

#include "config.h"

#include "gs-db-fixture.h"
#include "gs-db-selection.h"

#define CLAIMS 300
#define CLAIMS_AN_ARTICLE 3
#define PAGE 64
#define COUNTED 50

/* Of the first tag, source and question there are so many claims that lists are
 * asked row by row, of the second so few that they are not. */
static const char *const names[] = { "many", "few" };

static void
save_names (GsDbConnection *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
      g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
      g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);

      tag->uuid = g_strdup (names[i]);
      tag->name = g_strdup (names[i]);
      source->uuid = g_strdup (names[i]);
      source->name = g_strdup (names[i]);
      question->uuid = g_strdup (names[i]);
      question->text = g_strdup (names[i]);
      g_assert_true (gs_db_record_save (db, &gs_tag_type, tag, error));
      g_assert_true (gs_db_record_save (db, &gs_source_type, source, error));
      g_assert_true (gs_db_record_save (db, &gs_question_type, question, error));
    }
}

static void
save_claim (GsDbConnection *db, guint i, const char *article, GError **error)
{
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  const char *name = names[i % 23 == 5];

  claim->uuid = g_strdup_printf ("claim %u", i);
  claim->article = g_strdup (article);
  claim->summary = g_strdup_printf ("%u beacons", i * 7919 % 1000);
  claim->stance = i % 3 == 0 ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  claim->question = i % 7 != 2 ? g_strdup (name) : NULL;
  if (i % 5 != 1)
    g_ptr_array_add (claim->tags, g_strdup (name));
  if (i % 11 != 3)
    ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source = g_strdup (name);
  g_assert_true (gs_db_record_save (db, &gs_claim_type, claim, error));
}

static GsDbConnection *
open_many (void)
{
  GsDbConnection *db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  g_assert_true (gs_db_action_begin (db, "Fill", NULL, 0, &error));
  save_names (db, &error);
  for (guint i = 0; i < CLAIMS; i++)
    {
      if (i % CLAIMS_AN_ARTICLE == 0)
        {
          g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

          g_free (uuid);
          uuid = g_strdup_printf ("article %u", i);
          article->uuid = g_strdup (uuid);
          article->title = g_strdup_printf ("%u pages", i * 7907 % 1000);
          article->text = g_strdup_printf ("A lighthouse, and %u beacons of %s.", i, names[i % 23 == 5]);
          article->language = g_strdup (i % 2 == 0 ? "en" : "nl");
          g_assert_true (gs_db_record_save (db, &gs_article_type, article, &error));
        }
      save_claim (db, i, uuid, &error);
    }
  g_assert_true (gs_db_action_commit (db, NULL, &error));
  g_assert_no_error (error);

  return db;
}

static void
assert_agrees (GsDbConnection *db, const GsRecordType *type, const GsListFilter *filter, guint offset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) whole = gs_db_listing_skeleton (db, type, filter, &error);
  g_autoptr (GPtrArray) page = gs_db_listing_page (db, type, filter, offset, PAGE, &error);
  gboolean more = FALSE;
  gint64 count = gs_db_listing_count_to (db, type, filter, COUNTED, &more, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, MIN (PAGE, whole->len - MIN (offset, whole->len)));
  for (guint i = 0; i < page->len; i++)
    g_assert_cmpint (*(gint64 *) page->pdata[i], ==, g_array_index (whole, gint64, offset + i));
  g_assert_cmpint (gs_db_listing_count (db, type, filter, &error), ==, whole->len);
  if (more)
    g_assert_cmpint (count, ==, COUNTED);
  else
    g_assert_cmpint (count, ==, whole->len);
  g_assert_cmpint (count, <=, whole->len);
}

/* @bits: which parts of a filter say something, and what. */
static void
fill_filter (GsListFilter *filter, guint bits)
{
  filter->question = bits & 1 ? (char *) names[bits >> 1 & 1] : NULL;
  filter->tag = bits & 4 ? (char *) names[bits >> 3 & 1] : NULL;
  filter->source = bits & 16 ? (char *) names[bits >> 5 & 1] : NULL;
  filter->text = bits & 64 ? (char *) "beacons" : NULL;
  filter->stance = bits & 128 ? (char *) "denies" : NULL;
}

static void
test_agree (void)
{
  g_autoptr (GsDbConnection) db = open_many ();
  static const int orders[] = { GS_ORDER_NATURAL, GS_ORDER_TEXT, GS_ORDER_DATE, GS_ORDER_ARTICLE, GS_ORDER_QUESTION };

  for (guint bits = 0; bits < 256; bits++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
        {
          GsListFilter filter = { .order = orders[i], .descending = bits % 3 == 1 };

          fill_filter (&filter, bits);
          g_test_message ("%u, order %d", bits, orders[i]);
          assert_agrees (db, &gs_claim_listing_type, &filter, bits % 5 * 10);
          if (i < 3 && bits < 128)
            assert_agrees (db, &gs_article_listing_type, &filter, bits % 5 * 10);
        }
    }
}

/* The case that this is about does occur here. */
static void
test_dense (void)
{
  g_autoptr (GsDbConnection) db = open_many ();
  GsListFilter filter = { 0 };

  fill_filter (&filter, 1 | 4 | 16);
  g_assert_cmpint (gs_db_selection_find_dense (db, &filter), ==,
                   GS_DB_DENSE_QUESTION | GS_DB_DENSE_TAG | GS_DB_DENSE_SOURCE);
  fill_filter (&filter, 1 | 2 | 4 | 8 | 16 | 32);
  g_assert_cmpint (gs_db_selection_find_dense (db, &filter), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/pages/agree", test_agree);
  g_test_add_func ("/db/pages/dense", test_dense);

  return g_test_run ();
}
