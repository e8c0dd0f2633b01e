/* make-workspace.c: a workspace of any size, the same every time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: make-workspace [--whole] FILE CLAIMS [CLAIMS-PER-ARTICLE]
 *
 * Own words, no random numbers: what stands at a place follows from the place.
 * Each article has a sentence a claim, and enough more to make 5,000 bytes.
 *
 * With --whole it is what years of work leave behind: articles in four
 * languages with outlets and dates, sources with aliases, parties and ratings,
 * tags that lie below each other, claims that fall to questions by Zipf's law
 * and say who did what, passages beside their quotes, verdicts. Questions,
 * sources and tags then grow with the claims.
 */

#include "config.h"

#include <string.h>

#include "gs-db-history.h"
#include "gs-db-records.h"

#define ARTICLE_SIZE 5000
#define CLAIMS_A_TRANSACTION 10000

static guint n_sources = 200;
static guint n_tags = 40;
static guint n_questions = 400;
static guint claims_per_article = 250;
static gboolean whole;
static double *sums; /* of 1 ÷ n, for Zipf's law */

static const char *const who[] = { "the harbour office", "a spokesman",  "the ministry",   "two officials",
                                   "the envoy",          "the shipyard", "a former guard", "the inspectors" };
static const char *const verbs[] = { "delivered", "refused", "counted", "denied", "ordered", "lost", "repaired" };
static const char *const things[] = { "beacons", "radios", "spare keels", "permits", "lenses",
                                      "cables",  "buoys",  "charts",      "engines" };
static const char *const places[] = { "at the north pier", "in the old depot", "off the cape", "near the lighthouse",
                                      "in the dry dock" };
static const char *const languages[] = { "en", "nl", "de", "fr" };
static const char *const outlets[] = { "Harbour Log", "Morning Tide", "De Kade",         "Der Lotse",
                                       "Le Phare",    "Coast Wire",   "North Pier Post", "The Mooring",
                                       "Het Baken",   "Hafenblatt",   "La Bouée",        "Dry Dock Weekly" };

/* A UUID of version 8 made of what it names. */
static char *
uuid_of (guint kind, guint number)
{
  return g_strdup_printf ("%08x-0000-8000-8000-%012x", kind, number);
}

/* Digits that look like chance (SplitMix64) and are the same every time. */
static guint
mixed (guint number, guint salt)
{
  guint64 z = ((guint64) salt << 32 | number) + 0x9e3779b97f4a7c15;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;

  return (guint) ((z ^ (z >> 31)) >> 33);
}

/* One of @n, of which number i has a share of 1 ÷ (i + 1). */
static guint
one_of (guint number, guint salt, guint n)
{
  double at = mixed (number, salt) / (double) (1u << 31) * sums[n - 1];
  guint lo = 0, hi = n - 1;

  while (lo < hi)
    {
      guint middle = (lo + hi) / 2;

      if (sums[middle] < at)
        lo = middle + 1;
      else
        hi = middle;
    }

  return lo;
}

static char *
day_of (guint number, guint salt)
{
  guint day = mixed (number, salt);

  return g_strdup_printf ("%u-%02u-%02u", 2020 + day % 6, day / 6 % 12 + 1, day / 72 % 28 + 1);
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

  if (head->created == NULL)
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
fill_source (GsSourceRecord *source, guint number)
{
  source->kind = (int) (number % (GS_SOURCE_GENERIC + 1));
  if (number % 3 == 0)
    {
      GsAliasRecord *alias = gs_record_append (source->aliases, &gs_alias_type);

      alias->language = g_strdup ("nl");
      alias->name = g_strdup_printf ("Kantoor %u", number);
    }
  /* Whoever has a party has it among the first ten. */
  if (number >= 10 && number % 2 == 0)
    ((GsAffiliationRecord *) gs_record_append (source->affiliations, &gs_affiliation_type))->party =
      uuid_of (2, number % 10);
  if (number % 4 == 0)
    {
      GsRatingRecord *rating = gs_record_append (source->ratings, &gs_rating_type);

      rating->grade = (int) (number / 4 % 6 + 1);
      rating->at = g_strdup ("2026-01-01T00:00:00Z");
    }
}

static void
make_names (GsDbConnection *db)
{
  for (guint i = 0; i < n_tags; i++)
    {
      GsTagRecord *tag = gs_record_new (&gs_tag_type);

      tag->uuid = uuid_of (1, i);
      /* The first eight stand at the top, the others below one of them. */
      tag->parent = whole && i >= 8 ? uuid_of (1, i % 8) : NULL;
      tag->name = g_strdup_printf ("%s-%u", things[i % G_N_ELEMENTS (things)], i);
      tag->colour = g_strdup_printf ("#%02x%02x%02x", i * 6 % 240, 120, 240 - i * 6 % 240);
      save (db, &gs_tag_type, tag);
    }
  for (guint i = 0; i < n_sources; i++)
    {
      GsSourceRecord *source = gs_record_new (&gs_source_type);

      source->uuid = uuid_of (2, i);
      source->name = g_strdup_printf ("Office %u of %s", i, who[i % G_N_ELEMENTS (who)]);
      if (whole)
        fill_source (source, i);
      save (db, &gs_source_type, source);
    }
  for (guint i = 0; i < n_questions; i++)
    {
      GsQuestionRecord *question = gs_record_new (&gs_question_type);

      question->uuid = uuid_of (3, i);
      question->text = g_strdup_printf ("How many %s were %s in case %u?", things[i % G_N_ELEMENTS (things)],
                                        verbs[i % G_N_ELEMENTS (verbs)], i);
      save (db, &gs_question_type, question);
    }
}

static void
set_slot (GsClaimRecord *claim, const char *name, char *entity)
{
  GsSlotRecord *slot = gs_record_append (claim->slots, &gs_slot_type);

  slot->name = g_strdup (name);
  slot->entity = entity;
}

static void
fill_meaning (GsClaimRecord *claim, guint number)
{
  guint question = one_of (number, 1, n_questions);

  g_free (claim->question);
  claim->question = mixed (number, 2) % 8 != 0 ? uuid_of (3, question) : NULL;
  claim->stance = mixed (number, 3) % 4 == 0 ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  set_slot (claim, "actor", g_strdup_printf ("office %u", question));
  set_slot (claim, "action", g_strdup ("deliver"));
  set_slot (claim, "object", g_strdup (things[mixed (number, 4) % G_N_ELEMENTS (things)]));
  if (mixed (number, 5) % 3 == 0)
    {
      GsQuantityRecord *quantity = gs_record_append (claim->quantities, &gs_quantity_type);

      quantity->lo = quantity->hi = mixed (number, 6) % 900 + 2;
      quantity->unit = g_strdup (things[mixed (number, 4) % G_N_ELEMENTS (things)]);
    }
  if (mixed (number, 7) % 3 == 0)
    {
      GsTimeRecord *time = gs_record_append (claim->times, &gs_time_type);

      time->start_lo = day_of (number, 8);
      time->start_hi = g_strdup (time->start_lo);
    }
}

static void
fill_claim (GsClaimRecord *claim, guint number)
{
  g_autofree char *day = day_of (number, 9);
  guint hops = mixed (number, 10) % 3 + 1;

  fill_meaning (claim, number);
  claim->created = g_strconcat (day, "T00:00:00.000Z", NULL);
  claim->review = (int) (mixed (number, 11) % (GS_REVIEW_CHECKED + 1));

  g_ptr_array_set_size (claim->tags, 0);
  if (mixed (number, 12) % 10 != 0)
    g_ptr_array_add (claim->tags, uuid_of (1, one_of (number, 13, n_tags)));
  for (guint i = 0; i < hops; i++)
    ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source =
      uuid_of (2, one_of (number, 14 + i, n_sources));

  /* A place that is lost, and a passage beside the quote. */
  ((GsSpanRecord *) claim->spans->pdata[0])->orphaned = number % 1000 == 999;
  if (number % 50 == 7)
    {
      GsSpanRecord *passage = gs_record_append (claim->spans, &gs_span_type);

      passage->uuid = uuid_of (7, number);
      passage->role = GS_SPAN_CONTEXT;
      passage->end = strlen ("According");
      passage->exact = g_strdup ("According");
    }
}

/* A verdict of the analyst's on this claim and one before it. */
static void
make_link (GsDbConnection *db, guint number)
{
  GsLinkRecord *link = gs_record_new (&gs_link_type);

  link->uuid = uuid_of (8, number);
  link->a = uuid_of (5, number);
  link->b = uuid_of (5, number - 1 - mixed (number, 20) % 90);
  link->kind = (int) (mixed (number, 21) % (GS_LINK_DERIVED_FROM + 1));
  link->verdict = GS_VERDICT_CONFIRMED;
  save (db, &gs_link_type, link);
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
  claim->question = number % 6 != 0 ? uuid_of (3, number % n_questions) : NULL;
  g_ptr_array_add (claim->tags, uuid_of (1, number % n_tags));

  span->uuid = uuid_of (6, number);
  span->start = start;
  span->end = start + g_utf8_strlen (sentence, -1);
  span->exact = g_strdup (sentence);
  if (whole)
    {
      fill_claim (claim, number);
      save (db, &gs_claim_type, claim);
      return;
    }

  for (guint i = 0; i <= number % 2; i++)
    {
      hop = gs_record_append (claim->hops, &gs_hop_type);
      hop->source = uuid_of (2, (number / claims_per_article + i * 13 + number * i) % n_sources);
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
fill_article (GsArticleRecord *article, guint number)
{
  g_autofree char *day = day_of (number, 30);

  g_free (article->language);
  article->language = g_strdup (languages[one_of (number, 31, G_N_ELEMENTS (languages))]);
  g_free (article->outlet);
  article->outlet = g_strdup (outlets[mixed (number, 32) % G_N_ELEMENTS (outlets)]);
  article->byline = g_strdup_printf ("Reporter %u", mixed (number, 33) % 300);
  article->url = g_strdup_printf ("https://example.org/sheets/%u", number);
  article->published_lo = g_strdup (day);
  article->published_hi = g_strdup (day);
  article->published_basis = GS_BASIS_META;
  article->created = g_strconcat (day, "T12:00:00.000Z", NULL);
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
  if (whole)
    fill_article (article, number);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  article->text = g_string_free (text, FALSE);
  save (db, &gs_article_type, article);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = sentence_of (first + i);

      make_claim (db, uuid, first + i, sentence, starts[i]);
      if (whole && first + i >= 100 && (first + i) % 100 == 0)
        make_link (db, first + i);
    }
}

/* In parts, so that memory is bounded and the disk is seldom waited for. */
static void
make_all (GsDbConnection *db, guint n_claims)
{
  gboolean open = FALSE;
  gint64 group;

  begin (db, 0);
  make_names (db);
  group = commit (db);
  for (guint done = 0; done < n_claims; done += claims_per_article)
    {
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
}

/* A thousand claims have few questions, a million have thousands. */
static void
grow_names (guint n_claims)
{
  n_questions = MAX (20, n_claims / 200);
  n_sources = MAX (20, n_claims / 500);
  n_tags = MAX (16, MIN (200, n_claims / 500));
  sums = g_new (double, MAX (n_questions, MAX (n_sources, n_tags)));
  for (guint i = 0; i < MAX (n_questions, MAX (n_sources, n_tags)); i++)
    sums[i] = (i > 0 ? sums[i - 1] : 0.0) + 1.0 / (i + 1);
}

int
main (int argc, char *argv[])
{
  const GOptionEntry entries[] = {
    { "whole", 0, 0, G_OPTION_ARG_NONE, &whole, "With all that years of work leave behind", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE CLAIMS [CLAIMS-PER-ARTICLE]");
  g_autoptr (GsDbConnection) db = NULL;
  g_autoptr (GError) error = NULL;
  guint n_claims = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error) && (argc == 3 || argc == 4))
    {
      n_claims = (guint) g_ascii_strtoull (argv[2], NULL, 10);
      claims_per_article = argc == 4 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : whole ? 10 : claims_per_article;
    }
  if (n_claims == 0 || claims_per_article == 0)
    {
      g_printerr ("Usage: make-workspace [--whole] FILE CLAIMS [CLAIMS-PER-ARTICLE]\n");
      return 2;
    }

  if (whole)
    grow_names (n_claims);
  if (!gs_db_connection_create (argv[1], "Benchmark", &error)
      || (db = gs_db_connection_open (argv[1], GS_DB_READ_WRITE, &error)) == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }
  make_all (db, n_claims);

  return 0;
}
