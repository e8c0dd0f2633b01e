/* test-prefill.c: what a passage suggests for the fields of a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prefill.h"

#include <math.h>
#include <string.h>

#include "gs-quantity.h"
#include "gs-reference.h"
#include "gs-test.h"
#include "gs-text.h"
#include "gs-time.h"

/* @text has the passage in brackets. @expected: "who; stance; how much; when",
 * each as it is typed, and what it rests on is checked against the text. */
typedef struct
{
  const char *language;
  const char *text;
  const char *expected;
} Case;

static void
append (GString *line, const char *text)
{
  if (line->len > 0 && line->str[line->len - 1] != ' ')
    g_string_append (line, ", ");
  g_string_append (line, text);
}

static char *
describe (const GPtrArray *found)
{
  GString *line = g_string_new (NULL);

  for (guint kind = 0; kind <= GS_SUGGEST_TIME; kind++)
    {
      if (kind == GS_SUGGEST_CERTAINTY || kind == GS_SUGGEST_STATUS)
        continue;
      if (kind != GS_SUGGEST_HOP)
        g_string_append (line, "; ");
      for (guint i = 0; i < found->len; i++)
        {
          const GsSuggestion *suggestion = found->pdata[i];
          g_autofree char *value = NULL;

          if (suggestion->kind != (GsSuggestionKind) kind)
            continue;
          if (kind == GS_SUGGEST_HOP)
            value = g_strdup (suggestion->name);
          else if (kind == GS_SUGGEST_STANCE)
            value = g_strdup (gs_word_to_nick (&gs_stances, suggestion->value));
          else if (kind == GS_SUGGEST_QUANTITY)
            value = gs_quantity_format (suggestion->quantity);
          else
            value = gs_time_format (suggestion->time);
          append (line, value);
        }
    }

  return g_string_free (line, FALSE);
}

static void
check_places (const GsArticleRecord *article, const GPtrArray *found)
{
  g_autoptr (GsText) text = gs_text_new (article->text);

  for (guint i = 0; i < found->len; i++)
    {
      const GsSuggestion *suggestion = found->pdata[i];
      g_autofree char *there = gs_text_slice (text, suggestion->start, suggestion->end);

      g_assert_cmpint (suggestion->start, <=, suggestion->end);
      if (suggestion->end > 0)
        g_assert_cmpstr (there, ==, suggestion->text);
    }
}

static const Case cases[] = {
  { "en", "Officials said on Friday that [the army had lost about 450 drones].",
    "Officials; ; 405..495 drones; 2023-06-09" },
  { "en", "[The ministry has not sold any rockets], a spokesman said.", "spokesman; denies; ; " },
  { "en", "The minister denied [that rockets had been sold].", "minister; denies; ; " },
  { "en", "[It sent not only trucks but also more than 20 tanks].", "; ; >20 tanks; " },
  { "en", "[A limited number of trucks never arrived].", "; denies; 1.. trucks; universal:..2023-06-09" },
  { "en", "“[We have found all of the wreckage],” Ann Jones told the Tribune.", "Tribune, Ann Jones; ; 1 fraction; " },
  { "en", "[The convoy left in March].", "; ; ; 2023-03-01..2023-03-31" },
  { "nl", "[De brug is niet ingestort], zegt de burgemeester.", "burgemeester; denies; ; " },
  { "nl", "[Volgens de politie werden minstens 12 mensen gewond].", "politie; ; 12.. mensen; " },
  { "nl", "De regering ontkent [dat er vrachtwagens zijn geleverd].", "regering; denies; ; " },
  { "nl", "‘Tribune’ meldt op basis van drie bronnen dat [de brug dicht is].", "Tribune, drie bronnen; ; ; " },
  { "de", "[Die Brücke sei nicht eingestürzt], sagte der Bürgermeister.", "Bürgermeister; denies; ; " },
  { "de", "Laut Polizei [wurden mindestens 12 Menschen verletzt].", "Polizei; ; 12.. Menschen; " },
  { "de", "[Mehrere Dutzend Lastwagen kamen im März an], teilte das Ministerium mit.",
    "Ministerium; ; 24..99 Lastwagen; 2023-03-01..2023-03-31" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
      g_autoptr (GPtrArray) found = NULL;
      g_autofree char *description = NULL;
      const char *open = strchr (cases[i].text, '[');
      const char *close = strchr (cases[i].text, ']');
      g_autofree char *before = g_strndup (cases[i].text, (gsize) (open - cases[i].text));
      g_autofree char *passage = g_strndup (open + 1, (gsize) (close - open - 1));

      article->language = g_strdup (cases[i].language);
      article->published_hi = g_strdup ("2023-06-09");
      article->text = g_strconcat (before, passage, close + 1, NULL);
      found =
        gs_prefill (article, g_utf8_strlen (before, -1), g_utf8_strlen (before, -1) + g_utf8_strlen (passage, -1));
      check_places (article, found);
      description = describe (found);
      if (!g_str_equal (description, cases[i].expected))
        {
          g_test_message ("%s\n  found    %s\n  expected %s", cases[i].text, description, cases[i].expected);
          g_test_fail ();
        }
    }
}

static void
test_publisher (void)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *description = NULL;

  article->language = g_strdup ("fi");
  article->text = g_strdup ("Silta romahti.");
  article->outlet = g_strdup ("Herald");
  article->agency = g_strdup ("Wire");
  found = gs_prefill (article, 0, 5);
  description = describe (found);
  g_assert_cmpstr (description, ==, "Herald, Wire; ; ; ");
}

static void
test_hostile (void)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "“said ( that 5. not Xy ");
  article->language = g_strdup ("en");
  article->text = g_string_free (text, FALSE);
  for (gint64 start = -5; start < 3000; start += 97)
    {
      g_autoptr (GPtrArray) found = gs_prefill (article, start, start + 20000);

      check_places (article, found);
    }
  g_assert_nonnull (gs_prefill (article, 50, 40));
}

/* The reference ------------------------------------------------------------- */

typedef struct
{
  guint n;
  guint found;
  guint exact;
} Share;

typedef struct
{
  GsWorkspace *workspace;
  Share quantities;
  Share times;
  Share polarity;
  Share denials;
  guint false_denials;
  Share sources;
} Measure;

static gboolean
close_to (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);

  return fabs (a - b) <= 0.05 * fabs (b) + 1;
}

/* An interval without upper bound may be told as a very high one. */
static gboolean
same_bounds (const GsQuantityRecord *a, const GsQuantityRecord *b)
{
  return (isnan (b->lo) || close_to (a->lo, b->lo)) && (close_to (a->hi, b->hi) || (b->hi > 1e11 && a->hi > 1e9));
}

static void
measure_quantities (Measure *self, const GsClaimRecord *claim, const GPtrArray *found)
{
  for (guint i = 0; i < claim->quantities->len; i++)
    {
      const GsQuantityRecord *expected = claim->quantities->pdata[i];
      gboolean hit = FALSE;

      for (guint k = 0; k < found->len && !hit; k++)
        {
          const GsSuggestion *suggestion = found->pdata[k];

          hit = suggestion->kind == GS_SUGGEST_QUANTITY && same_bounds (suggestion->quantity, expected);
        }
      self->quantities.n++;
      self->quantities.found += hit;
      if (!hit)
        g_test_message ("%s: quantity “%s” missed", claim->summary, expected->text);
    }
}

static gboolean
days_meet (const GsTimeRecord *a, const GsTimeRecord *b, gboolean *same)
{
  guint32 a_first, a_last, b_first, b_last;

  gs_time_days (a, &a_first, &a_last);
  gs_time_days (b, &b_first, &b_last);
  *same = a_first == b_first && a_last == b_last && a->kind == b->kind;

  return a_first <= b_last && b_first <= a_last;
}

static gboolean
text_meets (const char *expected, const char *found)
{
  g_auto (GStrv) parts = g_strsplit (expected, " … ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strstr (found, parts[i]) != NULL || strstr (parts[i], found) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
measure_times (Measure *self, const GsClaimRecord *claim, const GPtrArray *found)
{
  for (guint i = 0; i < claim->times->len; i++)
    {
      const GsTimeRecord *expected = claim->times->pdata[i];
      gboolean hit = FALSE, exact = FALSE;

      /* What stands in brackets or is absent was inferred: no text says it. */
      if (expected->text == NULL || *expected->text == '(')
        continue;

      for (guint k = 0; k < found->len; k++)
        {
          const GsSuggestion *suggestion = found->pdata[k];
          gboolean same;

          if (suggestion->kind == GS_SUGGEST_TIME && text_meets (expected->text, suggestion->text)
              && days_meet (suggestion->time, expected, &same))
            {
              hit = TRUE;
              exact |= same;
            }
        }
      self->times.n++;
      self->times.found += hit;
      self->times.exact += exact;
      if (!hit)
        g_test_message ("%s: time “%s” missed", claim->summary, expected->text);
    }
}

static void
measure_polarity (Measure *self, const GsClaimRecord *claim, const GPtrArray *found)
{
  int stance = GS_STANCE_ASSERTS;

  for (guint i = 0; i < found->len; i++)
    {
      const GsSuggestion *suggestion = found->pdata[i];

      if (suggestion->kind == GS_SUGGEST_STANCE)
        stance = suggestion->value;
    }
  self->polarity.n++;
  self->polarity.found += stance == claim->stance;
  self->denials.n += claim->stance == GS_STANCE_DENIES;
  self->denials.found += claim->stance == GS_STANCE_DENIES && stance == claim->stance;
  self->false_denials += claim->stance == GS_STANCE_ASSERTS && stance == GS_STANCE_DENIES;
  if (stance != claim->stance)
    g_test_message ("%s: stance wrong", claim->summary);
}

/* The cue of the innermost source, or the nearest of the parts it was cut into. */
static gboolean
cue_meets (const GsText *text, const GsHopRecord *hop, const GsSpanRecord *quote, const GsSuggestion *suggestion)
{
  g_auto (GStrv) parts = NULL;

  if (hop->cue_end > 0)
    return suggestion->start < hop->cue_end && hop->cue_start < suggestion->end;

  parts = g_strsplit (hop->cue, "…", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strlen (g_strstrip (parts[i])) > 3 && strstr (suggestion->text, parts[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
measure_sources (Measure *self, const GsClaimRecord *claim, const GsText *text, const GPtrArray *found)
{
  const GsHopRecord *innermost = claim->hops->pdata[claim->hops->len - 1];
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  const GsSuggestion *last = NULL;
  gboolean hit;

  for (guint i = 0; i < found->len; i++)
    {
      const GsSuggestion *suggestion = found->pdata[i];

      if (suggestion->kind == GS_SUGGEST_HOP && suggestion->end > 0)
        last = suggestion;
    }
  if (innermost->cue == NULL || *innermost->cue == '\0')
    hit = last == NULL;
  else
    hit = last != NULL && cue_meets (text, innermost, quote, last);
  self->sources.n++;
  self->sources.found += hit;
  if (!hit)
    g_test_message ("%s: source “%s” missed, “%s” found", claim->summary,
                    innermost->cue != NULL ? innermost->cue : "none", last != NULL ? last->text : "none");
}

static gboolean
measure_claim (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  Measure *self = user_data;
  const GsClaimRecord *claim = record;
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  g_autoptr (GsArticleRecord) article = gs_workspace_load (self->workspace, &gs_article_type, claim->article, error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GsText) text = NULL;

  if (article == NULL)
    return FALSE;

  text = gs_text_new (article->text);
  found = gs_prefill (article, quote->start, quote->end);
  check_places (article, found);
  measure_quantities (self, claim, found);
  measure_times (self, claim, found);
  measure_polarity (self, claim, found);
  measure_sources (self, claim, text, found);

  return TRUE;
}

static void
report (const char *what, const Share *share, double floor)
{
  g_test_message ("%s: %u of %u, %.0f %%", what, share->found, share->n, 100.0 * share->found / share->n);
  g_assert_cmpfloat ((double) share->found, >=, floor * share->n);
}

static void
test_reference (void)
{
  const char *seeds = g_getenv ("GAINSAY_SEEDS");
  g_autofree char *path = seeds != NULL ? g_build_filename (seeds, "reference.json", NULL) : NULL;
  g_autoptr (GError) error = NULL;
  Measure measure = { 0 };

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The seed articles are not here.");
      return;
    }

  measure.workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  gs_reference_load (measure.workspace, seeds, &error);
  g_assert_no_error (error);
  gs_workspace_each (measure.workspace, &gs_claim_type, measure_claim, &measure, &error);
  g_assert_no_error (error);

  report ("quantities", &measure.quantities, 0.80);
  report ("times that the text tells", &measure.times, 0.70);
  g_test_message ("  of them to the day and of the same kind: %u", measure.times.exact);
  report ("polarity", &measure.polarity, 0.80);
  report ("  denials", &measure.denials, 0.70);
  g_test_message ("  taken for denials: %u", measure.false_denials);
  report ("innermost sources", &measure.sources, 0.60);
  gs_workspace_close (measure.workspace);
  g_object_unref (measure.workspace);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prefill/cases", test_cases);
  g_test_add_func ("/prefill/publisher", test_publisher);
  g_test_add_func ("/prefill/hostile", test_hostile);
  g_test_add_func ("/prefill/reference", test_reference);

  return g_test_run ();
}
