/* make-claims.c: a workspace of any number of claims, the same every time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: make-claims FILE CLAIMS [CLAIMS-PER-ARTICLE]
 *
 * Own words, no random numbers: what stands at a place follows from the place.
 * Each article has a sentence a claim, and enough more to make 5,000 bytes.
 */

#include "config.h"

#include "gs-db-history.h"
#include "gs-db-records.h"

#define ARTICLE_SIZE 5000
#define CLAIMS_A_TRANSACTION 10000
#define SOURCES 200
#define TAGS 40
#define QUESTIONS 400

static const char *const who[] = { "the harbour office", "a spokesman",  "the ministry",   "two officials",
                                   "the envoy",          "the shipyard", "a former guard", "the inspectors" };
static const char *const verbs[] = { "delivered", "refused", "counted", "denied", "ordered", "lost", "repaired" };
static const char *const things[] = { "beacons", "radios", "spare keels", "permits", "lenses",
                                      "cables",  "buoys",  "charts",      "engines" };
static const char *const places[] = { "at the north pier", "in the old depot", "off the cape", "near the lighthouse",
                                      "in the dry dock" };

static guint claims_per_article = 250;

/* A UUID of version 8 made of what it names. */
static char *
uuid_of (guint kind, guint number)
{
  return g_strdup_printf ("%08x-0000-8000-8000-%012x", kind, number);
}

static char *
sentence_of (guint number)
{
  return g_strdup_printf ("According to report %u, %s %s %u %s %s.", number, who[number % G_N_ELEMENTS (who)],
                          verbs[number % G_N_ELEMENTS (verbs)], number * 7 % 900 + 2,
                          things[number % G_N_ELEMENTS (things)], places[number % G_N_ELEMENTS (places)]);
}

static void
save (GsDbConnection *db, const GsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  GsHeadRecord *head = record;

  head->created = g_strdup ("2026-01-01T00:00:00.000Z");
  head->modified = g_strdup (head->created);
  if (!gs_db_record_save (db, type, record, &error))
    g_error ("%s", error->message);
  gs_record_free (type, record);
}

static void
begin (GsDbConnection *db, gint64 group)
{
  g_autoptr (GError) error = NULL;

  if (!gs_db_action_begin (db, "Make claims", "Benchmark", group, &error))
    g_error ("%s", error->message);
}

static gint64
commit (GsDbConnection *db)
{
  g_autoptr (GError) error = NULL;
  gint64 group = 0;

  if (!gs_db_action_commit (db, &group, &error))
    g_error ("%s", error->message);

  return group;
}

static void
make_names (GsDbConnection *db)
{
  for (guint i = 0; i < TAGS; i++)
    {
      GsTagRecord *tag = gs_record_new (&gs_tag_type);

      tag->uuid = uuid_of (1, i);
      tag->name = g_strdup_printf ("%s-%u", things[i % G_N_ELEMENTS (things)], i);
      tag->colour = g_strdup_printf ("#%02x%02x%02x", i * 6, 120, 240 - i * 6);
      save (db, &gs_tag_type, tag);
    }
  for (guint i = 0; i < SOURCES; i++)
    {
      GsSourceRecord *source = gs_record_new (&gs_source_type);

      source->uuid = uuid_of (2, i);
      source->name = g_strdup_printf ("Office %u of %s", i, who[i % G_N_ELEMENTS (who)]);
      save (db, &gs_source_type, source);
    }
  for (guint i = 0; i < QUESTIONS; i++)
    {
      GsQuestionRecord *question = gs_record_new (&gs_question_type);

      question->uuid = uuid_of (3, i);
      question->text = g_strdup_printf ("How many %s were %s in case %u?", things[i % G_N_ELEMENTS (things)],
                                        verbs[i % G_N_ELEMENTS (verbs)], i);
      save (db, &gs_question_type, question);
    }
}

static void
make_claim (GsDbConnection *db, const char *article, guint number, const char *sentence, gint64 start)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);
  GsHopRecord *hop;

  claim->uuid = uuid_of (5, number);
  claim->article = g_strdup (article);
  claim->summary = g_strdup_printf ("Claim %u: %s", number, sentence + strlen ("According to "));
  claim->stance = number % 5 == 0 ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  claim->certainty = (int) (number % 4);
  claim->question = number % 6 != 0 ? uuid_of (3, number % QUESTIONS) : NULL;
  g_ptr_array_add (claim->tags, uuid_of (1, number % TAGS));

  span->uuid = uuid_of (6, number);
  span->start = start;
  span->end = start + g_utf8_strlen (sentence, -1);
  span->exact = g_strdup (sentence);

  for (guint i = 0; i <= number % 2; i++)
    {
      hop = gs_record_append (claim->hops, &gs_hop_type);
      hop->source = uuid_of (2, (number / claims_per_article + i * 13 + number * i) % SOURCES);
    }
  if (number % 3 == 0)
    {
      GsQuantityRecord *quantity = gs_record_append (claim->quantities, &gs_quantity_type);

      quantity->lo = quantity->hi = number * 7 % 900 + 2;
      quantity->unit = g_strdup (things[number % G_N_ELEMENTS (things)]);
    }
  if (number % 4 == 0)
    {
      GsTimeRecord *time = gs_record_append (claim->times, &gs_time_type);

      time->start_lo = g_strdup_printf ("2025-%02u-%02u", number % 12 + 1, number % 28 + 1);
      time->start_hi = g_strdup (time->start_lo);
    }
  save (db, &gs_claim_type, claim);
}

static void
make_article (GsDbConnection *db, guint number, guint first, guint n)
{
  GsArticleRecord *article = gs_record_new (&gs_article_type);
  g_autofree char *uuid = uuid_of (4, number);
  g_autofree gint64 *starts = g_new (gint64, n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = sentence_of (first + i);

      starts[i] = (gint64) text->len; /* ASCII: bytes are code points */
      g_string_append (text, sentence);
      g_string_append (text, i % 8 == 7 ? "\n\n" : " ");
    }
  for (guint i = 0; text->len < ARTICLE_SIZE; i++)
    {
      g_autofree char *sentence = sentence_of (number * 31 + i);

      g_string_append_printf (text, "%s\n", sentence);
    }

  article->uuid = g_strdup (uuid);
  article->title = g_strdup_printf ("Log of the harbour, sheet %u", number);
  article->language = g_strdup ("en");
  article->outlet = g_strdup ("Harbour Log");
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  article->text = g_string_free (text, FALSE);
  save (db, &gs_article_type, article);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = sentence_of (first + i);

      make_claim (db, uuid, first + i, sentence, starts[i]);
    }
}

int
main (int argc, char *argv[])
{
  guint n_claims = argc >= 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autoptr (GsDbConnection) db = NULL;
  g_autoptr (GError) error = NULL;
  gboolean open = FALSE;
  gint64 group;

  if (argc == 4)
    claims_per_article = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  if (n_claims == 0 || claims_per_article == 0)
    {
      g_printerr ("Usage: make-claims FILE CLAIMS [CLAIMS-PER-ARTICLE]\n");
      return 2;
    }

  if (!gs_db_connection_create (argv[1], "Benchmark", &error)
      || (db = gs_db_connection_open (argv[1], GS_DB_READ_WRITE, &error)) == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }

  begin (db, 0);
  make_names (db);
  group = commit (db);
  for (guint done = 0; done < n_claims; done += claims_per_article)
    {
      /* Some articles a transaction: bounded memory, few waits for the disk. */
      if (!open)
        begin (db, group);
      open = TRUE;
      make_article (db, done / claims_per_article, done, MIN (claims_per_article, n_claims - done));
      if (done / CLAIMS_A_TRANSACTION != (done + claims_per_article) / CLAIMS_A_TRANSACTION
          || done + claims_per_article >= n_claims)
        {
          group = commit (db);
          open = FALSE;
        }
    }

  return 0;
}
