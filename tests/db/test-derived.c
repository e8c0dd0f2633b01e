/* test-derived.c: what is kept counted is what counting gives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims, chains of sources and links change in every way, by hand and by the
 * history; what lists read from tables that triggers keep is compared with what
 * going through all claims gives.
 */

#include "config.h"

#include "gs-db-fixture.h"

#include "gs-db-private.h"
#include "gs-db-relays.h"

#define SOURCES 5
#define QUESTIONS 3
#define CLAIMS 12
#define LINKS 12
#define STEPS 60

/* As it was asked before there was a tally. */
#define COUNTED                                                                                                  \
  "SELECT group_concat (line, char (10)) FROM (SELECT o.uuid || ' ' || i.uuid || ' ' || r.n AS line FROM "       \
  "(SELECT coalesce (a.resolves_to, a.source) AS outer_id, coalesce (b.resolves_to, b.source) AS inner_id, "     \
  "count(*) AS n FROM claim_hop AS a JOIN claim_hop AS b ON b.claim = a.claim AND b.ordinal = a.ordinal + 1 "    \
  "WHERE ?1 IS NULL OR a.claim IN (SELECT id FROM claim WHERE question = (SELECT id FROM question WHERE "        \
  "uuid = ?1)) GROUP BY 1, 2) AS r JOIN source AS o ON o.id = r.outer_id JOIN source AS i ON i.id = r.inner_id " \
  "WHERE o.id <> i.id ORDER BY r.n DESC, o.id, i.id)"
#define LINKED(which)                                                                                       \
  "SELECT group_concat (uuid, char (10)) FROM (SELECT l.uuid FROM link AS l JOIN claim AS a ON a.id = l.a " \
  "JOIN claim AS b ON b.id = l.b WHERE a.question = (SELECT id FROM question WHERE uuid = ?1) AND "         \
  "b.question = a.question" which " ORDER BY l.id)"
#define OPPOSING " AND (l.kind IN ('contradicts', 'tension') OR l.origin = 'rule')"
#define SAID                                                                                                       \
  "SELECT group_concat (line, char (10)) FROM (SELECT coalesce (q.uuid, '-') || ' ' || sum (c.stance = 'asserts')" \
  "|| ' ' || sum (c.stance = 'denies') AS line FROM claim AS c LEFT JOIN question AS q ON q.id = c.question "      \
  "WHERE c.id IN (SELECT claim FROM claim_hop WHERE source = (SELECT id FROM source WHERE uuid = ?1) UNION "       \
  "SELECT claim FROM claim_hop WHERE resolves_to = (SELECT id FROM source WHERE uuid = ?1)) "                      \
  "GROUP BY c.question ORDER BY c.question IS NULL, count(*) DESC, c.question)"

static char *
ask (GsDbConnection *db, const char *sql, const char *question)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  gs_db_get_text (db, &text, &error, sql, "t", question);
  g_assert_no_error (error);

  return text != NULL ? text : g_strdup ("");
}

static void
add_line (GString *lines, const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
assert_relays (GsDbConnection *db, const char *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) relays = gs_db_relays (db, question, 1000, &error);
  g_autofree char *expected = ask (db, COUNTED, question);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < relays->len; i++)
    {
      const GsRelay *relay = relays->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s %s %d", relay->outer, relay->inner, (int) relay->claims);

      add_line (lines, line);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
assert_links (GsDbConnection *db, const char *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = gs_db_oppositions_on_question (db, question, &error);
  GsListFilter filter = { .question = (char *) question };
  g_autoptr (GPtrArray) rows = gs_db_listing_page (db, &gs_link_listing_type, &filter, 0, 1000, &error);
  g_autofree char *all = ask (db, LINKED (""), question), *opposing = ask (db, LINKED (OPPOSING), question);
  g_autoptr (GString) lines = g_string_new (NULL), listed = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < links->len; i++)
    add_line (lines, ((GsLinkRecord *) links->pdata[i])->uuid);
  for (guint i = 0; i < rows->len; i++)
    add_line (listed, ((GsLinkListing *) rows->pdata[i])->uuid);
  g_assert_cmpstr (lines->str, ==, opposing);
  g_assert_cmpstr (listed->str, ==, all);
}

static void
assert_said (GsDbConnection *db, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) said = gs_db_said_by (db, source, 1000, &error);
  g_autofree char *expected = ask (db, SAID, source);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < said->len; i++)
    {
      const GsSaid *one = said->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s %d %d", one->question != NULL ? one->question : "-",
                                               (int) one->asserted, (int) one->denied);

      add_line (lines, line);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
assert_counted (GsDbConnection *db)
{
  assert_relays (db, NULL);
  for (int i = 0; i < SOURCES; i++)
    {
      g_autofree char *source = fixture_uuid (&gs_source_type, i);

      assert_said (db, source);
    }
  for (int i = 0; i < QUESTIONS; i++)
    {
      g_autofree char *question = fixture_uuid (&gs_question_type, i);

      assert_relays (db, question);
      assert_links (db, question);
    }
}

static char *
some (const GsRecordType *type, int n)
{
  return fixture_uuid (type, g_test_rand_int_range (0, n));
}

/* Claim @n as it might be: on a question or none, with up to four hops. */
static void
save_claim (GsDbConnection *db, int n)
{
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);

  claim->uuid = fixture_uuid (&gs_claim_type, n);
  if (g_test_rand_int_range (0, 4) > 0)
    claim->question = some (&gs_question_type, QUESTIONS);
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);

      if (g_test_rand_int_range (0, 6) > 0)
        hop->source = some (&gs_source_type, SOURCES);
      if (g_test_rand_int_range (0, 6) == 0)
        hop->resolves_to = some (&gs_source_type, SOURCES);
    }
  fixture_save (db, &gs_claim_type, claim);
}

static gboolean
has (GsDbConnection *db, const GsRecordType *type, const char *uuid)
{
  gpointer record = gs_db_record_load (db, type, uuid, NULL);
  gboolean there = record != NULL;

  if (there)
    gs_record_free (type, record);

  return there;
}

static void
save_link (GsDbConnection *db, int n)
{
  g_autoptr (GsLinkRecord) link = gs_record_new (&gs_link_type);

  link->uuid = fixture_uuid (&gs_link_type, n);
  link->a = some (&gs_claim_type, CLAIMS);
  link->b = some (&gs_claim_type, CLAIMS);
  link->kind = g_test_rand_int_range (0, 4);
  link->origin = g_test_rand_int_range (0, 3) == 0 ? GS_LINK_BY_RULE : GS_LINK_BY_ANALYST;
  if (has (db, &gs_claim_type, link->a) && has (db, &gs_claim_type, link->b))
    fixture_save (db, &gs_link_type, link);
}

static void
delete_some (GsDbConnection *db, const GsRecordType *type, int n)
{
  g_autofree char *uuid = some (type, n);

  if (has (db, type, uuid))
    fixture_delete (db, type, uuid);
}

static void
join_sources (GsDbConnection *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = some (&gs_source_type, SOURCES), *into = some (&gs_source_type, SOURCES);
  g_autofree char *annotator = fixture_uuid (&gs_annotator_type, 0);

  if (g_str_equal (from, into))
    return;

  g_assert_true (gs_db_action_begin (db, "Join", NULL, 0, &error));
  gs_db_record_replace (db, &gs_source_type, from, into, "2026-01-01T00:00:00.000Z", annotator, &error);
  g_assert_no_error (error);
  gs_db_action_commit (db, NULL, &error);
  g_assert_no_error (error);
}

/* Sources and questions stay: as many actions as there are of them, and the annotator's. */
static gboolean
undo (GsDbConnection *db)
{
  gint64 n = 0;

  gs_db_get_int (db, &n, NULL, "SELECT count(*) FROM action WHERE undone = 0", "");

  return n > 1 + SOURCES + QUESTIONS && gs_db_undo (db, NULL, NULL);
}

static void
take_step (GsDbConnection *db)
{
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      delete_some (db, &gs_claim_type, CLAIMS);
      break;

    case 1:
      delete_some (db, &gs_link_type, LINKS);
      break;

    case 2:
      join_sources (db);
      break;

    case 3:
    case 4:
      undo (db);
      break;

    case 5:
      gs_db_redo (db, NULL, NULL);
      break;

    case 6:
    case 7:
      save_link (db, g_test_rand_int_range (0, LINKS));
      break;

    default:
      save_claim (db, g_test_rand_int_range (0, CLAIMS));
      break;
    }
}

static GsDbConnection *
open_filled (void)
{
  GsDbConnection *db = fixture_open_memory ();
  g_autoptr (GsAnnotatorRecord) annotator = gs_record_new (&gs_annotator_type);

  annotator->uuid = fixture_uuid (&gs_annotator_type, 0);
  fixture_save (db, &gs_annotator_type, annotator);
  for (int i = 0; i < MAX (SOURCES, QUESTIONS); i++)
    {
      g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
      g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);

      source->uuid = fixture_uuid (&gs_source_type, i);
      question->uuid = fixture_uuid (&gs_question_type, i);
      if (i < SOURCES)
        fixture_save (db, &gs_source_type, source);
      if (i < QUESTIONS)
        fixture_save (db, &gs_question_type, question);
    }

  return db;
}

static void
test_counted (void)
{
  guint n_undone = 0;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GsDbConnection) db = open_filled ();
      gint64 n = 0;

      for (guint j = 0; j < STEPS; j++)
        {
          take_step (db);
          assert_counted (db);
        }
      fixture_assert_clean (db);
      while (undo (db))
        {
          assert_counted (db);
          n_undone++;
        }
      gs_db_get_int (db, &n, NULL, "SELECT (SELECT count(*) FROM relay) + (SELECT count(*) FROM link_question)", "");
      g_assert_cmpint (n, ==, 0);
    }
  /* One round may have undone all it did by itself. */
  g_assert_cmpuint (n_undone, >, 0);
}

/* A chain that comes back to the same two sources counts each time. */
static void
test_twice (void)
{
  g_autoptr (GsDbConnection) db = open_filled ();
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  g_autofree char *question = fixture_uuid (&gs_question_type, 1);
  g_autoptr (GPtrArray) relays = NULL;

  claim->uuid = fixture_uuid (&gs_claim_type, 0);
  claim->question = g_strdup (question);
  for (int i = 0; i < 5; i++)
    ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source = fixture_uuid (&gs_source_type, i % 2);
  fixture_save (db, &gs_claim_type, claim);
  relays = gs_db_relays (db, question, 10, NULL);
  g_assert_cmpuint (relays->len, ==, 2);
  g_assert_cmpint (((GsRelay *) relays->pdata[0])->claims, ==, 2);
  g_assert_cmpint (((GsRelay *) relays->pdata[1])->claims, ==, 2);

  /* A claim that leaves a question takes all its relays along, also those it has twice. */
  g_clear_pointer (&claim->question, g_free);
  claim->question = fixture_uuid (&gs_question_type, 2);
  fixture_save (db, &gs_claim_type, claim);
  assert_counted (db);
  g_clear_pointer (&relays, g_ptr_array_unref);
  relays = gs_db_relays (db, question, 10, NULL);
  g_assert_cmpuint (relays->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/derived/counted", test_counted);
  g_test_add_func ("/db/derived/twice", test_twice);

  return g_test_run ();
}
