/* test-check.c: damage is found, and told by name.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"

#include <string.h>

#define ARTICLE "00000000-0000-4000-8000-00000000000a"
#define CLAIM "00000000-0000-4000-8000-00000000000c"
#define SPAN "00000000-0000-4000-8000-00000000000d"
#define TAG "00000000-0000-4000-8000-00000000000e"
#define SOURCE "00000000-0000-4000-8000-00000000000f"
#define QUESTION "00000000-0000-4000-8000-000000000010"

/* One of each, sound, with characters of more than one byte before the quote. */
static GsDbConnection *
open_sound (void)
{
  GsDbConnection *db = fixture_open_memory ();
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
  g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);
  GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);
  GsZoneRecord *zone = gs_record_append (article->zones, &gs_zone_type);

  article->uuid = g_strdup (ARTICLE);
  article->text = g_strdup ("Oekraïne 🛩 zag drones.");
  article->title = g_strdup ("Drones");
  zone->end = 10;
  tag->uuid = g_strdup (TAG);
  tag->name = g_strdup ("object");
  source->uuid = g_strdup (SOURCE);
  question->uuid = g_strdup (QUESTION);
  claim->uuid = g_strdup (CLAIM);
  claim->article = g_strdup (ARTICLE);
  claim->question = g_strdup (QUESTION);
  span->uuid = g_strdup (SPAN);
  span->start = 11;
  span->end = 14;
  span->exact = g_strdup ("zag");
  hop->source = g_strdup (SOURCE);
  g_ptr_array_add (claim->tags, g_strdup (TAG));

  fixture_save (db, &gs_article_type, article);
  fixture_save (db, &gs_tag_type, tag);
  fixture_save (db, &gs_source_type, source);
  fixture_save (db, &gs_question_type, question);
  fixture_save (db, &gs_claim_type, claim);
  fixture_assert_clean (db);

  return db;
}

static const struct
{
  const char *damage;
  const char *sentence; /* part of it */
} damages[] = {
  { "UPDATE claim_span SET exact = 'zah'", "Span " SPAN " of claim " CLAIM },
  { "UPDATE claim_span SET start = 10", "Span " SPAN },
  { "UPDATE claim_span SET \"end\" = 4000000000", "Span " SPAN },
  { "UPDATE claim_span SET start = -1", "Span " SPAN },
  { "UPDATE claim_span SET revision = NULL", "Span " SPAN },
  { "UPDATE content SET bytes = CAST ('Oekraïne 🛩 zag dronen.' AS BLOB)", "article " ARTICLE },
  { "UPDATE content SET bytes = x'ff'", "article " ARTICLE },
  { "UPDATE body SET length = 3", "article " ARTICLE },
  { "UPDATE article SET sha256 = 'abc'", "SHA-256 of article " ARTICLE },
  { "UPDATE revision SET zones = '[[\"body\",0,99]]'", "zone of article " ARTICLE },
  { "UPDATE revision SET zones = '[[\"body\",0,5],[\"title\",3,6]]'", "zone of article " ARTICLE },
  { "UPDATE revision SET zones = 'nonsense'", "zones of article " ARTICLE },
  { "UPDATE revision SET pages = '[[\"1\",0],[\"2\",99]]'", "page of article " ARTICLE },
  { "UPDATE revision SET pages = '[[\"1\",9],[\"2\",3]]'", "page of article " ARTICLE },
  { "UPDATE revision SET pages = 'nonsense'", "pages of article " ARTICLE },
  { "DELETE FROM revision", "Article " ARTICLE " has no revision" },
  { "UPDATE claim SET question = 99", "The claim " CLAIM " refers by “question”" },
  { "UPDATE claim_hop SET source = 99", "The claim " CLAIM " refers by “source”" },
  { "DELETE FROM tag", "The claim " CLAIM " refers by “tags”" },
  { "DELETE FROM claim", "There is a span without its claim" },
  { "UPDATE claim SET stance = 'doubts'", "The claim " CLAIM " has “doubts”" },
  { "UPDATE tag SET path = 'elsewhere'", "path of tag " TAG },
  { "UPDATE tally SET n = 7 WHERE what = 'claims'", "The count of claims says 7" },
  { "UPDATE part SET n = 7 WHERE what = 'claims'", "The rows of claims are not counted as they lie" },
  { "INSERT INTO part VALUES ('articles', 99, 1)", "The rows of articles are not counted as they lie" },
  { "UPDATE tally SET n = 7 WHERE what = 'source'", "The claim count of source " SOURCE },
  { "DELETE FROM tally WHERE what = 'tag'", "The claim count of tag " TAG " is missing" },
  { "UPDATE question_stat SET asserted = 7", "question " QUESTION },
  { "INSERT INTO link_question VALUES (99, 1)", "A link is found by a question, but is not there" },
  { "DELETE FROM sketch_due", "Article " ARTICLE " is not compared" },
  { "INSERT INTO relay VALUES (0, 1, 1, 3)", "not counted right how often" },
  { "UPDATE claim_index SET quote = 'other'", "Claim " CLAIM " is not listed" },
  { "DELETE FROM claim_index", "Claim " CLAIM " is not listed" },
  { "UPDATE article_index SET title = 'other'", "Article " ARTICLE " is not indexed" },
  { "INSERT INTO claim_fts (claim_fts) VALUES ('delete-all')", "Claim " CLAIM " is not in the search index" },
  { "INSERT INTO article_fts (rowid, title) VALUES (77, 'ghost')", "search index of articles" },
};

static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GsDbConnection) db = open_sound ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      gboolean found = FALSE;

      fixture_tamper (db, "PRAGMA foreign_keys = OFF");
      fixture_tamper (db, damages[i].damage);
      findings = gs_db_check (db, &error);
      g_assert_no_error (error);
      g_test_message ("%s", damages[i].damage);
      for (guint j = 0; j < findings->len; j++)
        {
          g_test_message ("  %s", (char *) findings->pdata[j]);
          found = found || strstr (findings->pdata[j], damages[i].sentence) != NULL;
        }
      g_assert_true (found);
    }
}

/* A lost place is known to be lost: no finding. */
static void
test_orphaned (void)
{
  g_autoptr (GsDbConnection) db = open_sound ();
  g_autoptr (GsClaimRecord) claim = gs_db_record_load (db, &gs_claim_type, CLAIM, NULL);
  GsSpanRecord *span = claim->spans->pdata[0];

  span->orphaned = TRUE;
  span->start = 4000;
  span->end = 4003;
  fixture_save (db, &gs_claim_type, claim);
  fixture_assert_clean (db);
}

/* A page full of noise: the check says so instead of failing. */
static void
test_bad_page (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);
  GsDbConnection *db = fixture_open (path);
  g_autofree char *noise = g_strnfill (4096, 'z');
  g_autofree char *data = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  fixture_fill_graph (db);
  gs_db_connection_close (db);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  /* The last page is no page of the schema. */
  memcpy (data + length - 4096, noise, 4096);
  gs_test_write (path, data, (gssize) length);
  db = fixture_open (path);
  findings = gs_db_check (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  gs_db_connection_close (db);
  gs_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/check/damage", test_damage);
  g_test_add_func ("/db/check/orphaned", test_orphaned);
  g_test_add_func ("/db/check/bad-page", test_bad_page);

  return g_test_run ();
}
