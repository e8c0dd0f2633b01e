/* gs-page-claims.c: the questions, who answers them and how.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims are walked by question, a page of row numbers at a time.
 */

#include "config.h"

#include "gs-page-private.h"

#include <math.h>

#include "gs-gettext.h"
#include "gs-labels.h"
#include "gs-quantity.h"

#define PAGE 100

gboolean
gs_page_has_claim (GsPage *self, const char *claim)
{
  return self->claims == NULL || (claim != NULL && g_hash_table_contains (self->claims, claim));
}

static gboolean
walk_claims (GsPage *self, GPtrArray *claims, GsPageClaimFunc func, gpointer user_data, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      if (gs_page_has_claim (self, claim->uuid)
          && (!func (self, claim, user_data, error) || !gs_page_pass (self, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
gs_page_each_claim (GsPage *self, const char *question, GsPageClaimFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GArray) ids = NULL;

  filter->question = g_strdup (question);
  filter->unanswering = question == NULL;
  filter->order = self->options != NULL ? self->options->order : GS_ORDER_NATURAL;
  ids = gs_workspace_list_skeleton (self->workspace, &gs_claim_listing_type, filter, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i += PAGE)
    {
      g_autoptr (GPtrArray) claims =
        gs_workspace_load_rows (self->workspace, &gs_claim_type, &g_array_index (ids, gint64, i),
                                MIN (PAGE, ids->len - i), error);

      if (claims == NULL || !walk_claims (self, claims, func, user_data, error))
        return FALSE;
    }

  return TRUE;
}

void
gs_page_stance (GsPhrase *phrase, int stance)
{
  gs_phrase_say (phrase, stance == GS_STANCE_DENIES ? GS_RUN_DENIES : GS_RUN_ASSERTS, gs_label (&gs_stances, stance));
}

/* Claims ------------------------------------------------------------------------- */

static const char *
language_of (GsPage *self, const GsClaimRecord *claim)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);

  return article != NULL ? article->language : NULL;
}

GsPhrase *
gs_page_quote (GsPage *self, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  GsPhrase *phrase = gs_phrase_new ();

  if (quote != NULL)
    gs_phrase_quote (phrase, GS_RUN_PLAIN, language_of (self, claim), quote->exact);

  return phrase;
}

static void
add_hop (GsPage *self, GsPhrase *phrase, const GsHopRecord *hop)
{
  const char *name = gs_report_catalogue_source (self->catalogue, hop->source);
  g_autofree char *count = hop->count > 0 ? g_strdup_printf ("× %" G_GINT64_FORMAT, hop->count) : NULL;

  gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, gs_page_name (name));
  if (hop->act == NULL && count == NULL)
    return;

  gs_phrase_say (phrase, GS_RUN_DIM, " (");
  gs_phrase_quote (phrase, GS_RUN_DIM, NULL, hop->act);
  gs_phrase_say (phrase, GS_RUN_DIM, hop->act != NULL && count != NULL ? ", " : NULL);
  gs_phrase_say (phrase, GS_RUN_DIM, count);
  gs_phrase_say (phrase, GS_RUN_DIM, ")");
}

GsPhrase *
gs_page_chain (GsPage *self, const GsClaimRecord *claim)
{
  GsPhrase *phrase = gs_phrase_new ();

  if (claim->hops->len == 0)
    gs_phrase_say (phrase, GS_RUN_DIM, _ ("Nobody is named as its source."));
  for (guint i = 0; i < claim->hops->len; i++)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, i > 0 ? GS_CHAIN_ARROW : NULL);
      add_hop (self, phrase, claim->hops->pdata[i]);
    }

  return phrase;
}

static void
add_tags (GsPage *self, GsPageFields *fields, const GsClaimRecord *claim)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < claim->tags->len; i++)
    {
      g_autofree char *path = gs_report_catalogue_tag_path (self->catalogue, claim->tags->pdata[i]);

      g_string_append_printf (tags, "%s%s", i > 0 ? ", " : "", path);
    }
  gs_page_fields_add (fields, _ ("Tags"), tags->str);
}

/* As it is typed; where nothing bounds it, in the words of the article. */
static void
add_quantity (GsPageFields *fields, const GsQuantityRecord *quantity)
{
  g_autofree char *text = NULL;

  if (quantity->text != NULL && !isfinite (quantity->lo) && !isfinite (quantity->hi))
    text = g_strdup (quantity->text);
  else
    text = gs_quantity_format (quantity);
  gs_page_fields_add (fields, _ ("Quantity"), text);
}

char *
gs_page_when (const GsTimeRecord *time)
{
  g_autofree char *dates = gs_label_dates (time->start_lo, time->end_hi != NULL ? time->end_hi : time->start_hi);

  return *dates != '\0' ? g_steal_pointer (&dates) : g_strdup (time->text);
}

static void
add_time (GsPageFields *fields, const GsTimeRecord *time)
{
  g_autofree char *dates = gs_page_when (time);
  g_autofree char *text = NULL;

  if (time->kind != GS_TIME_EVENT && dates != NULL)
    text = g_strdup_printf ("%s: %s", gs_label (&gs_time_kinds, time->kind), dates);
  gs_page_fields_add (fields, _ ("When"), text != NULL ? text : dates);
}

static void
add_measures (GsPageFields *fields, const GsClaimRecord *claim)
{
  g_autofree char *uttered = gs_label_dates (claim->uttered_lo, claim->uttered_hi);

  for (guint i = 0; i < claim->quantities->len; i++)
    add_quantity (fields, claim->quantities->pdata[i]);
  for (guint i = 0; i < claim->times->len; i++)
    add_time (fields, claim->times->pdata[i]);
  gs_page_fields_say (fields, _ ("Said on"), uttered);
}

/* Likelihood is of the claim, confidence of the analyst: never in one phrase. */
static void
add_judgement (GsPageFields *fields, const GsClaimRecord *claim)
{
  g_autofree char *credibility = NULL;

  if (claim->credibility == 6)
    credibility = g_strdup (_ ("cannot be judged"));
  else if (claim->credibility > 0)
    credibility = g_strdup_printf (_ ("%d of 5 (1 is best)"), (int) CLAMP (claim->credibility, 1, 5));

  gs_page_fields_say (fields, _ ("Credibility"), credibility);
  if (claim->likelihood != GS_LIKELIHOOD_NONE)
    gs_page_fields_say (fields, _ ("Likelihood"), gs_label (&gs_likelihoods, claim->likelihood));
  if (claim->confidence != GS_CONFIDENCE_NONE)
    gs_page_fields_say (fields, _ ("Confidence of the analyst"), gs_label (&gs_confidences, claim->confidence));
}

static void
put_facts (GsPage *self, const GsClaimRecord *claim)
{
  GsPageFields *fields = gs_page_fields_new ();

  if (claim->certainty != GS_CERTAINTY_CERTAIN)
    gs_page_fields_say (fields, _ ("Certainty"), gs_label (&gs_certainties, claim->certainty));
  if (claim->status != GS_STATUS_REALIS)
    gs_page_fields_say (fields, _ ("Status"), gs_label (&gs_statuses, claim->status));
  gs_page_fields_add (fields, _ ("Value"), claim->value);
  add_measures (fields, claim);
  gs_page_fields_add (fields, _ ("Scope"), claim->scope);
  add_judgement (fields, claim);
  add_tags (self, fields, claim);
  gs_page_fields_add (fields, _ ("Note"), claim->note);
  gs_page_put_fields (self, fields, FALSE);
}

static void
add_note_mark (GsPhrase *phrase, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  /* Translators: %u is the number of a footnote. */
  g_autofree char *label = g_strdup_printf (_ ("Note %u"), number);

  gs_phrase_say (phrase, GS_RUN_NOTE, text);
  gs_phrase_link (phrase, "#n", text, label);
}

static gboolean
put_claim (GsPage *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  GsGroup group = claim->stance == GS_STANCE_DENIES ? GS_GROUP_DENIED : GS_GROUP_ASSERTED;
  GsPhrase *phrase = gs_phrase_new ();

  gs_page_open (self, group, "c-", claim->uuid);
  gs_page_stance (phrase, claim->stance);
  gs_phrase_say (phrase, GS_RUN_PLAIN, " ");
  gs_phrase_quote (phrase, GS_RUN_STRONG, NULL, claim->summary);
  add_note_mark (phrase, ++self->n_notes);
  gs_page_paragraph (self, GS_BLOCK_TEXT, phrase);
  gs_page_paragraph (self, GS_BLOCK_QUOTE, gs_page_quote (self, claim));
  gs_page_paragraph (self, GS_BLOCK_CHAIN, gs_page_chain (self, claim));
  put_facts (self, claim);
  gs_page_close (self, group);

  return TRUE;
}

static gboolean
put_claims (GsPage *self, const char *question, GError **error)
{
  gs_page_open (self, GS_GROUP_CLAIMS, NULL, NULL);
  if (!gs_page_each_claim (self, question, put_claim, NULL, error))
    return FALSE;
  gs_page_close (self, GS_GROUP_CLAIMS);

  return TRUE;
}

static gboolean
put_question (GsPage *self, const GsQuestionRecord *question, GError **error)
{
  g_autofree char *anchor = g_strconcat ("q-", question->uuid, NULL);
  GsPhrase *text = gs_phrase_new ();
  GsPhrase *note = gs_phrase_new ();
  gboolean answered = FALSE;

  gs_phrase_quote (text, GS_RUN_PLAIN, NULL, gs_page_name (question->text));
  gs_phrase_quote (note, GS_RUN_PLAIN, NULL, question->note);
  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 3, anchor, text);
  if (question->exclusive)
    gs_page_paragraph (self, GS_BLOCK_DIM, gs_phrase_of (GS_RUN_PLAIN, _ ("Only one answer can be true.")));
  gs_page_paragraph (self, GS_BLOCK_TEXT, note);
  if (!gs_page_put_positions (self, question, &answered, error))
    return FALSE;
  if (!answered)
    gs_page_paragraph (self, GS_BLOCK_DIM, gs_phrase_of (GS_RUN_PLAIN, _ ("No claim answers this question.")));
  else if (!put_claims (self, question->uuid, error))
    return FALSE;
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}

gboolean
gs_page_put_questions (GsPage *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "questions", gs_phrase_of (GS_RUN_PLAIN, _ ("Questions and claims")));
  for (guint i = 0; i < questions->len; i++)
    {
      if (!put_question (self, questions->pdata[i], error))
        return FALSE;
    }

  if (self->counts.unanswering > 0)
    {
      gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
      gs_page_heading (self, 3, NULL, gs_phrase_of (GS_RUN_PLAIN, _ ("Claims that answer no question")));
      if (!put_claims (self, NULL, error))
        return FALSE;
      gs_page_close (self, GS_GROUP_SECTION);
    }
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}
