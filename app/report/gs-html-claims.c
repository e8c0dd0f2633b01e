/* gs-html-claims.c: the questions, who answers them and how.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims are walked by question, a page of row numbers at a time and one
 * whole claim in memory.
 */

#include "config.h"

#include "gs-html-private.h"

#include <math.h>

#include "gs-conflict-rules.h"
#include "gs-gettext.h"
#include "gs-labels.h"
#include "gs-quantity.h"

#define PAGE 200
#define MAX_VOICES 12

static gboolean
walk_claims (GsHtml *self, GPtrArray *claims, GsHtmlClaimFunc func, gpointer user_data, GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;

      if (!gs_html_in_scope (self, claim->uuid))
        continue;
      if (!func (self, claim, user_data, error) || !gs_report_buffer_pass (&self->buffer, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
gs_html_each_claim (GsHtml *self, const char *question, GsHtmlClaimFunc func, gpointer user_data, GError **error)
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

/* Positions ---------------------------------------------------------------------- */

typedef struct
{
  int stance;
  char *value; /* (nullable): as it was first given */
  guint64 n_claims;
  GPtrArray *voices;
  gboolean more_voices;
} Position;

static void
position_free (gpointer data)
{
  Position *self = data;

  g_ptr_array_unref (self->voices);
  g_free (self->value);
  g_free (self);
}

typedef struct
{
  gboolean exclusive;
  GPtrArray *list; /* Position, in the order in which they come */
  GHashTable *by_answer;
} Positions;

static gboolean
add_to_position (GsHtml *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  Positions *positions = user_data;
  g_autofree char *value = positions->exclusive ? gs_rules_fold_value (claim->value) : NULL;
  g_autofree char *answer = g_strdup_printf ("%d %s", claim->stance, value != NULL ? value : "");
  Position *position = g_hash_table_lookup (positions->by_answer, answer);
  const char *voice = gs_parties_voice (self->parties, claim);

  if (position == NULL)
    {
      position = g_new0 (Position, 1);
      position->stance = claim->stance;
      position->value = value != NULL ? g_strdup (claim->value) : NULL;
      position->voices = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (positions->list, position);
      g_hash_table_insert (positions->by_answer, g_steal_pointer (&answer), position);
    }

  position->n_claims++;
  if (!g_ptr_array_find_with_equal_func (position->voices, voice, g_str_equal, NULL))
    {
      if (position->voices->len < MAX_VOICES)
        g_ptr_array_add (position->voices, g_strdup (voice));
      else
        position->more_voices = TRUE;
    }

  return TRUE;
}

void
gs_html_put_stance (GsHtml *self, int stance)
{
  const char *nick = gs_word_to_nick (&gs_stances, stance);

  gs_html_element (self, "span", stance == GS_STANCE_DENIES ? "stance denies" : "stance asserts",
                   nick != NULL ? gs_label (&gs_stances, stance) : "");
}

static void
put_position (GsHtml *self, const Position *position)
{
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, position->n_claims);

  gs_html_raw (self, "<tr><th scope=\"row\">");
  gs_html_put_stance (self, position->stance);
  if (position->value != NULL)
    gs_html_quoted (self, "bdi", NULL, NULL, position->value);
  gs_html_raw (self, "</th>");
  gs_html_element (self, "td", "number", count);
  gs_html_raw (self, "<td>");
  for (guint i = 0; i < position->voices->len; i++)
    {
      if (i > 0)
        gs_html_raw (self, ", ");
      gs_html_quoted (self, "bdi", NULL, NULL, position->voices->pdata[i]);
    }
  if (position->more_voices)
    gs_html_text (self, _ (" and others"));
  gs_html_raw (self, "</td></tr>\n");
}

static gboolean
put_positions (GsHtml *self, const GsQuestionRecord *question, gboolean *answered, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (position_free);
  g_autoptr (GHashTable) by_answer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Positions positions = { question->exclusive, list, by_answer };

  if (!gs_html_each_claim (self, question->uuid, add_to_position, &positions, error))
    return FALSE;
  *answered = list->len > 0;
  if (!*answered)
    {
      gs_html_element (self, "p", "dim", _ ("No claim answers this question."));
      return TRUE;
    }

  gs_html_raw (self, "<table class=\"positions\">");
  gs_html_element (self, "caption", NULL, _ ("Positions"));
  gs_html_raw (self, "<thead><tr><th scope=\"col\">");
  gs_html_text (self, _ ("Answer"));
  gs_html_raw (self, "</th><th scope=\"col\">");
  gs_html_text (self, _ ("Claims"));
  gs_html_raw (self, "</th><th scope=\"col\">");
  gs_html_text (self, _ ("Said by"));
  gs_html_raw (self, "</th></tr></thead>\n<tbody>\n");
  for (guint i = 0; i < list->len; i++)
    put_position (self, list->pdata[i]);
  gs_html_raw (self, "</tbody></table>\n");

  return TRUE;
}

/* Claims ------------------------------------------------------------------------- */

static const char *
language_of (GsHtml *self, const GsClaimRecord *claim)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);

  return article != NULL ? article->language : NULL;
}

void
gs_html_put_quote (GsHtml *self, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);

  if (quote != NULL && quote->exact != NULL)
    gs_html_quoted (self, "blockquote", NULL, language_of (self, claim), quote->exact);
}

static void
put_hop (GsHtml *self, const GsHopRecord *hop)
{
  const char *name = gs_report_catalogue_source (self->catalogue, hop->source);

  gs_html_quoted (self, "bdi", NULL, NULL, *name != '\0' ? name : "?");
  if (hop->count > 0 || hop->act != NULL)
    {
      g_autofree char *count = hop->count > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, hop->count) : NULL;

      gs_html_raw (self, " <small>(");
      if (hop->act != NULL)
        gs_html_quoted (self, "bdi", NULL, NULL, hop->act);
      if (hop->act != NULL && count != NULL)
        gs_html_raw (self, ", ");
      if (count != NULL)
        gs_html_raw (self, "× ");
      gs_html_text (self, count);
      gs_html_raw (self, ")</small>");
    }
}

void
gs_html_put_chain (GsHtml *self, const GsClaimRecord *claim)
{
  if (claim->hops->len == 0)
    {
      gs_html_element (self, "p", "chain dim", _ ("Nobody is named as its source."));
      return;
    }

  gs_html_raw (self, "<p class=\"chain\">");
  for (guint i = 0; i < claim->hops->len; i++)
    {
      if (i > 0)
        gs_html_raw (self, " › ");
      put_hop (self, claim->hops->pdata[i]);
    }
  gs_html_raw (self, "</p>\n");
}

static void
put_tags (GsHtml *self, const GsClaimRecord *claim)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < claim->tags->len; i++)
    {
      g_autofree char *path = gs_report_catalogue_tag_path (self->catalogue, claim->tags->pdata[i]);

      g_string_append_printf (tags, "%s%s", i > 0 ? ", " : "", path);
    }
  gs_html_field (self, _ ("Tags"), tags->str);
}

/* As it is typed; where nothing bounds it, in the words of the article. */
static void
put_quantity (GsHtml *self, const GsQuantityRecord *quantity)
{
  g_autofree char *text = NULL;

  if (quantity->text != NULL && !isfinite (quantity->lo) && !isfinite (quantity->hi))
    text = g_strdup (quantity->text);
  else
    text = gs_quantity_format (quantity);
  gs_html_field (self, _ ("Quantity"), text);
}

static void
put_time (GsHtml *self, const GsTimeRecord *time)
{
  const char *last = time->end_hi != NULL ? time->end_hi : time->start_hi;
  g_autofree char *dates = gs_label_dates (time->start_lo, last);
  g_autofree char *text = NULL;

  if (*dates == '\0')
    {
      g_free (dates);
      dates = g_strdup (time->text);
    }
  if (time->kind != GS_TIME_EVENT && dates != NULL)
    text = g_strdup_printf ("%s: %s", gs_label (&gs_time_kinds, time->kind), dates);
  gs_html_field (self, _ ("When"), text != NULL ? text : dates);
}

static void
put_measures (GsHtml *self, const GsClaimRecord *claim)
{
  g_autofree char *uttered = gs_label_dates (claim->uttered_lo, claim->uttered_hi);

  for (guint i = 0; i < claim->quantities->len; i++)
    put_quantity (self, claim->quantities->pdata[i]);
  for (guint i = 0; i < claim->times->len; i++)
    put_time (self, claim->times->pdata[i]);
  gs_html_field (self, _ ("Said on"), uttered);
}

/* Likelihood is of the claim, confidence of the analyst: never in one phrase. */
static void
put_judgement (GsHtml *self, const GsClaimRecord *claim)
{
  g_autofree char *credibility = NULL;

  if (claim->credibility == 6)
    credibility = g_strdup (_ ("cannot be judged"));
  else if (claim->credibility > 0)
    credibility = g_strdup_printf (_ ("%d of 5 (1 is best)"), (int) CLAMP (claim->credibility, 1, 5));

  gs_html_field (self, _ ("Credibility"), credibility);
  if (claim->likelihood != GS_LIKELIHOOD_NONE)
    gs_html_field (self, _ ("Likelihood"), gs_label (&gs_likelihoods, claim->likelihood));
  if (claim->confidence != GS_CONFIDENCE_NONE)
    gs_html_field (self, _ ("Confidence of the analyst"), gs_label (&gs_confidences, claim->confidence));
}

static void
put_facts (GsHtml *self, const GsClaimRecord *claim)
{
  gs_html_raw (self, "<dl>\n");
  if (claim->certainty != GS_CERTAINTY_CERTAIN)
    gs_html_field (self, _ ("Certainty"), gs_label (&gs_certainties, claim->certainty));
  if (claim->status != GS_STATUS_REALIS)
    gs_html_field (self, _ ("Status"), gs_label (&gs_statuses, claim->status));
  gs_html_field (self, _ ("Value"), claim->value);
  put_measures (self, claim);
  gs_html_field (self, _ ("Scope"), claim->scope);
  put_judgement (self, claim);
  put_tags (self, claim);
  gs_html_field (self, _ ("Note"), claim->note);
  gs_html_raw (self, "</dl>\n");
}

static void
put_note_mark (GsHtml *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  /* Translators: %u is the number of a footnote. */
  g_autofree char *label = g_strdup_printf (_ ("Note %u"), number);

  gs_html_raw (self, "<sup><a");
  gs_html_attribute (self, "href", "#n", text);
  gs_html_attribute (self, "aria-label", "", label);
  gs_html_raw (self, ">");
  gs_html_text (self, text);
  gs_html_raw (self, "</a></sup>");
}

static gboolean
put_claim (GsHtml *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  gs_html_raw (self, "<li");
  gs_html_attribute (self, "class", "claim ", gs_word_to_nick (&gs_stances, claim->stance));
  gs_html_attribute (self, "id", "c-", claim->uuid);
  gs_html_raw (self, "><p>");
  gs_html_put_stance (self, claim->stance);
  if (claim->summary != NULL)
    gs_html_quoted (self, "bdi", "summary", NULL, claim->summary);
  put_note_mark (self, ++self->n_notes);
  gs_html_raw (self, "</p>\n");
  gs_html_put_quote (self, claim);
  gs_html_put_chain (self, claim);
  put_facts (self, claim);
  gs_html_raw (self, "</li>\n");

  return TRUE;
}

static gboolean
put_claims (GsHtml *self, const char *question, GError **error)
{
  gs_html_raw (self, "<ol class=\"claims\">\n");
  if (!gs_html_each_claim (self, question, put_claim, NULL, error))
    return FALSE;
  gs_html_raw (self, "</ol>\n");

  return TRUE;
}

static gboolean
put_question (GsHtml *self, const GsQuestionRecord *question, GError **error)
{
  gboolean answered;

  gs_html_raw (self, "<section><h3 dir=\"auto\"");
  gs_html_attribute (self, "id", "q-", question->uuid);
  gs_html_raw (self, ">");
  gs_html_text (self, question->text != NULL ? question->text : "?");
  gs_html_raw (self, "</h3>\n");
  if (question->exclusive)
    gs_html_element (self, "p", "dim", _ ("Only one answer can be true."));
  if (question->note != NULL)
    gs_html_quoted (self, "p", NULL, NULL, question->note);
  if (!put_positions (self, question, &answered, error) || (answered && !put_claims (self, question->uuid, error)))
    return FALSE;
  gs_html_raw (self, "</section>\n");

  return TRUE;
}

gboolean
gs_html_put_questions (GsHtml *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);

  gs_html_raw (self, "<section><h2 id=\"questions\">");
  gs_html_text (self, _ ("Questions and claims"));
  gs_html_raw (self, "</h2>\n");
  for (guint i = 0; i < questions->len; i++)
    {
      if (!put_question (self, questions->pdata[i], error))
        return FALSE;
    }

  if (self->counts.unanswering > 0)
    {
      gs_html_raw (self, "<section>");
      gs_html_element (self, "h3", NULL, _ ("Claims that answer no question"));
      if (!put_claims (self, NULL, error))
        return FALSE;
      gs_html_raw (self, "</section>\n");
    }
  gs_html_raw (self, "</section>\n");

  return TRUE;
}
