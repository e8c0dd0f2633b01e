/* test-listings.c: what lists show, how they are filtered, and by which index.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"
#include "gs-db-history.h"
#include "gs-db-private.h"
#include "gs-db-selection.h"

#include <string.h>

/* A small dossier: two articles, five claims, tags object/drone/shahed, two
 * questions, of which one is contested. */
static void
add_claim (GsDbConnection *db,
           const char *uuid,
           const char *article,
           int start,
           const char *question,
           int stance,
           const char *value,
           const char *tag,
           const char *source)
{
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);

  claim->uuid = g_strdup (uuid);
  claim->article = g_strdup (article);
  claim->question = g_strdup (question);
  claim->stance = stance;
  claim->value = g_strdup (value);
  claim->summary = g_strdup_printf ("Summary of %s", uuid);
  claim->modified = g_strdup_printf ("2026-01-0%dT00:00:00.000Z", 9 - start);
  claim->created = g_strdup_printf ("2026-0%d-01T00:00:00.000Z", start);
  span->uuid = g_strdup_printf ("span %s", uuid);
  span->start = start;
  span->end = start + 2;
  span->exact = g_strdup ("xx");
  if (tag != NULL)
    g_ptr_array_add (claim->tags, g_strdup (tag));
  if (g_strcmp0 (question, "when") == 0)
    gs_record_append (claim->times, &gs_time_type);
  if (value != NULL && g_ascii_isdigit (*value))
    gs_record_append (claim->quantities, &gs_quantity_type);
  if (source != NULL)
    {
      GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);

      hop->source = g_strdup ("outlet");
      hop = gs_record_append (claim->hops, &gs_hop_type);
      hop->source = g_strdup (source);
    }
  fixture_save (db, &gs_claim_type, claim);
}

static void
add_tag (GsDbConnection *db, const char *uuid, const char *parent, const char *colour)
{
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

  tag->uuid = g_strdup (uuid);
  tag->name = g_strdup (uuid);
  tag->parent = g_strdup (parent);
  tag->colour = g_strdup (colour);
  fixture_save (db, &gs_tag_type, tag);
}

static void
add_source (GsDbConnection *db, const char *uuid, const char *name)
{
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
  GsRatingRecord *rating = gs_record_append (source->ratings, &gs_rating_type);

  source->uuid = g_strdup (uuid);
  source->name = g_strdup (name);
  rating->grade = GS_GRADE_C;
  rating = gs_record_append (source->ratings, &gs_rating_type);
  rating->grade = GS_GRADE_B;
  rating = gs_record_append (source->ratings, &gs_rating_type);
  rating->grade = GS_GRADE_A;
  rating->topic = g_strdup ("arms");
  fixture_save (db, &gs_source_type, source);
}

static void
add_question (GsDbConnection *db, const char *uuid, gboolean exclusive)
{
  g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);

  question->uuid = g_strdup (uuid);
  question->text = g_strdup_printf ("What of 100%% %s?", uuid);
  question->exclusive = exclusive;
  fixture_save (db, &gs_question_type, question);
}

static void
add_article (GsDbConnection *db, const char *uuid, const char *title, const char *language, const char *published)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

  article->uuid = g_strdup (uuid);
  article->title = g_strdup (title);
  article->language = g_strdup (language);
  article->published_lo = g_strdup (published);
  article->created = g_strdup ("2026-05-05T00:00:00.000Z");
  article->text = g_strdup ("\nxxxxxxxxxxxx: the first words\nof a text without title");
  fixture_save (db, &gs_article_type, article);
}

static GsDbConnection *
open_dossier (void)
{
  GsDbConnection *db = fixture_open_memory ();

  add_tag (db, "object", NULL, NULL);
  add_tag (db, "drone", "object", "#ff0000");
  add_tag (db, "shahed", "drone", NULL);
  add_tag (db, "objection", NULL, NULL);
  add_source (db, "outlet", "VRT");
  add_source (db, "iran", "Iran");
  add_source (db, "us", "US officials");
  add_question (db, "when", FALSE);
  add_question (db, "many", TRUE);
  add_question (db, "calm", TRUE);
  add_article (db, "nl", "Iran bevestigt", "nl", "2022-11-05");
  add_article (db, "en", NULL, "en", NULL);
  add_claim (db, "c1", "nl", 5, "when", GS_STANCE_ASSERTS, NULL, "shahed", "iran");
  add_claim (db, "c2", "nl", 3, "when", GS_STANCE_DENIES, NULL, "object", "us");
  add_claim (db, "c3", "en", 1, "many", GS_STANCE_ASSERTS, "Few", "objection", NULL);
  add_claim (db, "c4", "en", 2, "many", GS_STANCE_ASSERTS, "450", NULL, "iran");
  add_claim (db, "c5", "en", 4, "calm", GS_STANCE_ASSERTS, "few", NULL, NULL);
  add_claim (db, "c6", "en", 6, "calm", GS_STANCE_ASSERTS, " FEW ", NULL, NULL);
  add_claim (db, "c7", "nl", 7, NULL, GS_STANCE_ASSERTS, NULL, NULL, NULL);

  return db;
}

static char *
uuids_of (GPtrArray *rows)
{
  GString *uuids = g_string_new (NULL);

  /* Every listing has its UUID after its row number. */
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (uuids, "%s%s", i > 0 ? " " : "", ((GsTagListing *) rows->pdata[i])->uuid);

  return g_string_free (uuids, FALSE);
}

/* Page, count and skeleton must tell the same. */
static void
assert_list (GsDbConnection *db, const GsRecordType *type, const GsListFilter *filter, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = gs_db_listing_page (db, type, filter, 0, G_MAXINT32, &error);
  g_autoptr (GArray) ids = gs_db_listing_skeleton (db, type, filter, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *got = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  got = uuids_of (page);
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpint (gs_db_listing_count (db, type, filter, &error), ==, page->len);
  rows = gs_db_listing_rows (db, type, (const gint64 *) (gpointer) ids->data, ids->len, &error);
  again = uuids_of (rows);
  g_assert_cmpstr (again, ==, expected);
  g_assert_no_error (error);
}

/* @text: field=value pairs of the filter, one a line. */
static GsListFilter *
filter_of (const char *text)
{
  GsListFilter *filter = gs_record_new (&gs_list_filter_type);
  g_auto (GStrv) pairs = g_strsplit (text, "\n", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      const GsField *field = gs_record_type_find_field (&gs_list_filter_type, pair[0]);

      g_assert_nonnull (field);
      if (field->kind == GS_FIELD_TEXT)
        *GS_FIELD_PTR (field, filter, char *) = g_strdup (pair[1]);
      else if (field->kind == GS_FIELD_BOOL)
        *GS_FIELD_PTR (field, filter, gboolean) = TRUE;
      else
        g_assert_true (gs_word_from_nick (field->words, pair[1], GS_FIELD_PTR (field, filter, int)));
    }

  return filter;
}

static const struct
{
  const GsRecordType *type;
  const char *filter; /* NULL: none */
  const char *expected;
} lists[] = {
  { &gs_claim_listing_type, NULL, "c1 c2 c3 c4 c5 c6 c7" },
  { &gs_claim_listing_type, "descending=", "c7 c6 c5 c4 c3 c2 c1" },
  { &gs_claim_listing_type, "article=nl", "c2 c1 c7" },
  { &gs_claim_listing_type, "article=nl\ndescending=", "c7 c1 c2" },
  { &gs_claim_listing_type, "article=no such", "" },
  { &gs_claim_listing_type, "order=article", "c2 c1 c7 c3 c4 c5 c6" },
  { &gs_claim_listing_type, "order=text", "c1 c2 c3 c4 c5 c6 c7" },
  { &gs_claim_listing_type, "order=date", "c7 c6 c1 c5 c2 c4 c3" },
  { &gs_claim_listing_type, "order=question", "c7 c1 c2 c3 c4 c5 c6" },
  { &gs_claim_listing_type, "question=when", "c1 c2" },
  { &gs_claim_listing_type, "question=when\nstance=denies", "c2" },
  { &gs_claim_listing_type, "tag=object", "c1 c2" },
  { &gs_claim_listing_type, "tag=drone", "c1" },
  { &gs_claim_listing_type, "tag=objection", "c3" },
  { &gs_claim_listing_type, "source=iran", "c1 c4" },
  { &gs_claim_listing_type, "source=outlet", "c1 c2 c4" },
  { &gs_claim_listing_type, "source=iran\narticle=nl\ntag=object\ntext=summ*\norder=text", "c1" },
  { &gs_claim_listing_type, "language=en", "c3 c4 c5 c6" },
  { &gs_claim_listing_type, "untagged=", "c4 c5 c6 c7" },
  { &gs_claim_listing_type, "untagged=\norder=text\ndescending=", "c7 c6 c5 c4" },
  { &gs_claim_listing_type, "unanswering=", "c7" },
  { &gs_claim_listing_type, "dated=", "c1 c2" },
  { &gs_claim_listing_type, "measured=", "c4" },
  { &gs_claim_listing_type, "text=c3", "c3" },
  { &gs_claim_listing_type, "text=\"of c3\"\norder=article", "c3" },
  { &gs_claim_listing_type, "since=2026-04\nuntil=2026-05", "c1 c5" },
  { &gs_article_listing_type, NULL, "nl en" },
  { &gs_article_listing_type, "order=text", "en nl" },
  { &gs_article_listing_type, "order=language", "en nl" },
  { &gs_article_listing_type, "order=date\ndescending=", "nl en" },
  { &gs_article_listing_type, "language=nl", "nl" },
  { &gs_article_listing_type, "tag=object", "nl" },
  { &gs_article_listing_type, "tag=objection", "en" },
  { &gs_article_listing_type, "source=iran", "nl en" },
  { &gs_article_listing_type, "question=many", "en" },
  { &gs_article_listing_type, "text=bevestigt", "nl" },
  { &gs_article_listing_type, "until=2022-11", "nl" },
  { &gs_article_listing_type, "since=2022-12", "en" },
  { &gs_question_listing_type, NULL, "when many calm" },
  { &gs_question_listing_type, "order=text", "calm many when" },
  { &gs_question_listing_type, "conflicting=", "when many" },
  { &gs_question_listing_type, "text=100% M", "many" },
  { &gs_source_listing_type, "order=text", "iran us outlet" },
  { &gs_source_listing_type, "text=us\nsource=us", "us" },
  { &gs_tag_listing_type, NULL, "object drone shahed objection" },
  { &gs_tag_listing_type, "tag=drone", "drone shahed" },
  { &gs_tag_listing_type, "text=OBJECT/D", "drone shahed" },
};

static void
test_filters (void)
{
  g_autoptr (GsDbConnection) db = open_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GsListFilter) filter = lists[i].filter != NULL ? filter_of (lists[i].filter) : NULL;

      g_test_message ("%s: %s", lists[i].type->plural, lists[i].filter);
      assert_list (db, lists[i].type, filter, lists[i].expected);
    }
  fixture_assert_clean (db);
}

static void
test_rows (void)
{
  g_autoptr (GsDbConnection) db = open_dossier ();
  g_autoptr (GError) error = NULL;
  GsClaimListing *claim = gs_db_listing_row (db, &gs_claim_listing_type, "c1", &error);
  GsArticleListing *article = gs_db_listing_row (db, &gs_article_listing_type, "en", &error);
  GsQuestionListing *question = gs_db_listing_row (db, &gs_question_listing_type, "calm", &error);
  GsSourceListing *source = gs_db_listing_row (db, &gs_source_listing_type, "iran", &error);
  GsTagListing *tag = gs_db_listing_row (db, &gs_tag_listing_type, "shahed", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (claim->summary, ==, "Summary of c1");
  g_assert_cmpstr (claim->quote, ==, "xx");
  g_assert_cmpstr (claim->chain, ==, "VRT › Iran");
  g_assert_cmpstr (claim->tags, ==, "object/drone/shahed");
  g_assert_cmpstr (claim->article_title, ==, "Iran bevestigt");
  g_assert_cmpint (claim->start, ==, 5);
  g_assert_cmpint (claim->end, ==, 7);
  g_assert_cmpstr (article->title, ==, "xxxxxxxxxxxx: the first words");
  g_assert_cmpint (article->claims, ==, 4);
  g_assert_cmpint (question->claims, ==, 2);
  g_assert_cmpint (question->asserted, ==, 2);
  g_assert_cmpint (question->denied, ==, 0);
  g_assert_cmpint (question->values, ==, 1);
  g_assert_cmpstr (source->grade, ==, "B");
  g_assert_cmpint (source->claims, ==, 2);
  g_assert_cmpstr (tag->path, ==, "object/drone/shahed");
  g_assert_cmpint (tag->claims, ==, 1);
  g_assert_null (gs_db_listing_row (db, &gs_claim_listing_type, "no such", &error));
  g_assert_no_error (error);

  gs_record_free (&gs_claim_listing_type, claim);
  gs_record_free (&gs_article_listing_type, article);
  gs_record_free (&gs_question_listing_type, question);
  gs_record_free (&gs_source_listing_type, source);
  gs_record_free (&gs_tag_listing_type, tag);
}

static void
test_languages (void)
{
  g_autoptr (GsDbConnection) db = open_dossier ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codes = gs_db_languages (db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (codes->len, ==, 2);
  g_assert_cmpstr (codes->pdata[0], ==, "en");
  g_assert_cmpstr (codes->pdata[1], ==, "nl");
}

/* Counts follow an undo. */
static void
test_conflict_goes (void)
{
  g_autoptr (GsDbConnection) db = open_dossier ();
  g_autoptr (GsListFilter) filter = filter_of ("conflicting=");

  fixture_delete (db, &gs_claim_type, "c2");
  assert_list (db, &gs_question_listing_type, filter, "many");
  fixture_delete (db, &gs_question_type, "many");
  assert_list (db, &gs_question_listing_type, filter, "");
  gs_db_undo (db, NULL, NULL);
  gs_db_undo (db, NULL, NULL);
  assert_list (db, &gs_question_listing_type, filter, "when many");
  fixture_assert_clean (db);
}

/* No list sorts, and each skeleton of an unfiltered one is a walk along an
 * index that holds all it needs. */
/* A page found by its place is what the skeleton has there, whatever gaps
 * deletions have left, and past the end there is nothing. */
static void
test_far_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GArray) skeleton = NULL;
  g_autoptr (GPtrArray) beyond = NULL;

  g_assert_true (gs_db_action_begin (db, "Fill", NULL, 0, &error));
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);

      claim->uuid = g_strdup_printf ("claim %u", i);
      g_assert_true (gs_db_record_save (db, &gs_claim_type, claim, &error));
    }
  /* Whole runs of row numbers go, and parts of others. */
  for (guint i = 900; i < 3200; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("claim %u", i);

      if (i < 2100 || i % 3 == 0)
        g_assert_true (gs_db_record_delete (db, &gs_claim_type, uuid, &error));
    }
  g_assert_true (gs_db_action_commit (db, NULL, &error));
  g_assert_no_error (error);

  skeleton = gs_db_listing_skeleton (db, &gs_claim_listing_type, NULL, &error);
  g_assert_no_error (error);
  for (guint offset = 0; offset < skeleton->len; offset += 37)
    {
      g_autoptr (GPtrArray) page = gs_db_listing_page (db, &gs_claim_listing_type, NULL, offset, 5, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->len, ==, MIN (5, skeleton->len - offset));
      for (guint i = 0; i < page->len; i++)
        g_assert_cmpint (((GsClaimListing *) page->pdata[i])->id, ==, g_array_index (skeleton, gint64, offset + i));
    }

  beyond = gs_db_listing_page (db, &gs_claim_listing_type, NULL, skeleton->len, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (beyond->len, ==, 0);
  fixture_assert_clean (db);
}

static void
test_plans (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GsListFilter) filter = lists[i].filter != NULL ? filter_of (lists[i].filter) : NULL;
      g_autoptr (GsDbSelection) selection = gs_db_selection_new (lists[i].type, filter);
      g_autoptr (GsDbStatement) statement = NULL;
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN SELECT ", selection->id, " FROM ", selection->from->str,
                                          selection->where->str, selection->order->str, NULL);
      g_autoptr (GError) error = NULL;

      statement = gs_db_query (db, &error, sql, "");
      g_assert_no_error (error);
      while (gs_db_statement_step (statement, &error) == GS_DB_STEP_ROW)
        {
          const char *step = gs_db_column_text (statement, 3);
          gboolean big = lists[i].type == &gs_claim_listing_type || lists[i].type == &gs_article_listing_type;

          g_test_message ("%s: %s", lists[i].filter, step);
          if (selection->whole && big)
            {
              g_assert_false (g_str_has_prefix (step, "USE TEMP B-TREE"));
              g_assert_nonnull (strstr (step, "COVERING INDEX"));
            }
        }
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/listings/filters", test_filters);
  g_test_add_func ("/db/listings/rows", test_rows);
  g_test_add_func ("/db/listings/languages", test_languages);
  g_test_add_func ("/db/listings/conflict-goes", test_conflict_goes);
  g_test_add_func ("/db/listings/far-pages", test_far_pages);
  g_test_add_func ("/db/listings/plans", test_plans);

  return g_test_run ();
}
