/* gs-page-conflicts.c: what contradicts what, side by side, and all links.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-page-private.h"

#include "gs-conflicts.h"
#include "gs-gettext.h"
#include "gs-labels.h"

/* A question may have billions of pairs: so many of each are for reading. */
#define MAX_PAIRS 100
#define PAGE 200

static void
paragraph_clear (gpointer data)
{
  gs_phrase_free (((GsParagraph *) data)->phrase);
}

static void
add_paragraph (GArray *side, GsBlock block, GsPhrase *phrase)
{
  GsParagraph paragraph = { block, phrase };

  if (phrase->runs->len > 0)
    g_array_append_val (side, paragraph);
  else
    gs_phrase_free (phrase);
}

static GsPhrase *
tell_summary (const GsClaimRecord *claim)
{
  GsPhrase *phrase = gs_phrase_new ();

  gs_page_stance (phrase, claim->stance);
  gs_phrase_say (phrase, GS_RUN_PLAIN, " ");
  if (gs_page_can_be_seen (claim->summary))
    gs_phrase_quote (phrase, GS_RUN_STRONG, NULL, claim->summary);
  else
    gs_phrase_say (phrase, GS_RUN_STRONG, _ ("The claim"));
  gs_phrase_link (phrase, "#c-", claim->uuid, NULL);

  return phrase;
}

static GsPhrase *
tell_article (GsPage *self, const GsClaimRecord *claim)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);
  GsPhrase *phrase = gs_phrase_new ();
  g_autofree char *dates = NULL;

  if (article == NULL)
    return phrase;

  dates = gs_label_dates (article->published_lo, article->published_hi);
  gs_phrase_quote (phrase, GS_RUN_TITLE, article->language, gs_report_catalogue_title (self->catalogue, article->uuid));
  if (*dates != '\0')
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, ", ");
      gs_phrase_say (phrase, GS_RUN_PLAIN, dates);
    }

  return phrase;
}

static GArray *
tell_side (GsPage *self, const GsClaimRecord *claim)
{
  GArray *side = g_array_new (FALSE, TRUE, sizeof (GsParagraph));

  g_array_set_clear_func (side, paragraph_clear);
  add_paragraph (side, GS_BLOCK_TEXT, tell_summary (claim));
  add_paragraph (side, GS_BLOCK_QUOTE, gs_page_quote (self, claim));
  add_paragraph (side, GS_BLOCK_CHAIN, gs_page_chain (self, claim));
  add_paragraph (side, GS_BLOCK_DIM, tell_article (self, claim));

  return side;
}

static void
put_reasons (GsPage *self, const GsPair *pair)
{
  GsPageFields *fields = gs_page_fields_new ();

  gs_page_fields_add (fields, _ ("Reason"), pair->reason);
  gs_page_fields_add (fields, _ ("Note"), pair->note);
  gs_page_fields_add (fields, _ ("Why"), pair->explanation);
  gs_page_fields_say (fields, _ ("Rank"), pair->addends);
  gs_page_fields_add (fields, _ ("What would reconcile them"), pair->reconcile);
  gs_page_put_fields (self, fields, TRUE);
}

static void
put_pair_head (GsPage *self, const GsPair *pair)
{
  GsPhrase *phrase = gs_phrase_of (GS_RUN_PLAIN, gs_label (&gs_link_kinds, pair->type));

  if (pair->conflict_class != GS_CLASS_NONE)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, " · ");
      gs_phrase_say (phrase, GS_RUN_PLAIN, gs_label (&gs_conflict_classes, pair->conflict_class));
    }
  gs_page_heading (self, 4, NULL, phrase);
}

static gboolean
put_pair (GsPage *self, const GsPair *pair, GError **error)
{
  g_autoptr (GsClaimRecord) a = gs_workspace_load (self->workspace, &gs_claim_type, pair->a, error);
  g_autoptr (GsClaimRecord) b = a != NULL ? gs_workspace_load (self->workspace, &gs_claim_type, pair->b, error) : NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  GsPhrase *verdict;

  if (b == NULL)
    return FALSE;

  first = tell_side (self, a);
  second = tell_side (self, b);
  gs_page_open (self, GS_GROUP_PAIR, NULL, NULL);
  put_pair_head (self, pair);
  self->sink->sides (self->sink, first, second);
  verdict = gs_phrase_of (GS_RUN_PLAIN, gs_label (&gs_verdicts, pair->verdict));
  gs_phrase_say (verdict, GS_RUN_PLAIN, pair->stale ? _ (" (judged before the claims were changed)") : NULL);
  gs_page_paragraph (self, GS_BLOCK_VERDICT, verdict);
  put_reasons (self, pair);
  gs_page_close (self, GS_GROUP_PAIR);

  return gs_page_pass (self, error);
}

static void
open_question (GsPage *self, const GsQuestionRecord *question)
{
  GsPhrase *phrase = gs_phrase_new ();

  gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, gs_page_name (question->text));
  gs_phrase_link (phrase, "#q-", question->uuid, NULL);
  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 3, NULL, phrase);
}

static gboolean
put_pairs (GsPage *self, const GsQuestionRecord *question, guint64 *n_pairs, GError **error)
{
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (self->workspace, question->uuid, 0, MAX_PAIRS + 1, error);
  gboolean judged = self->options != NULL && self->options->judged;
  guint64 before = *n_pairs;

  if (pairs == NULL)
    return FALSE;

  for (guint i = 0; i < MIN (pairs->len, MAX_PAIRS); i++)
    {
      const GsPair *pair = pairs->pdata[i];

      if (!gs_page_has_claim (self, pair->a) || !gs_page_has_claim (self, pair->b)
          || (judged && pair->verdict == GS_VERDICT_UNDECIDED))
        continue;
      if ((*n_pairs)++ == before)
        open_question (self, question);
      if (!put_pair (self, pair, error))
        return FALSE;
    }

  if (*n_pairs == before)
    return TRUE;
  if (pairs->len > MAX_PAIRS)
    {
      g_autofree char *more =
        g_strdup_printf (_ ("There are more pairs on this question; these are the %d of highest rank."), MAX_PAIRS);

      gs_page_paragraph (self, GS_BLOCK_DIM, gs_phrase_of (GS_RUN_PLAIN, more));
    }
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}

gboolean
gs_page_put_conflicts (GsPage *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);
  guint64 n_pairs = 0;

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "conflicts", gs_phrase_of (GS_RUN_PLAIN, _ ("Contradictions")));
  for (guint i = 0; i < questions->len; i++)
    {
      if (!put_pairs (self, questions->pdata[i], &n_pairs, error))
        return FALSE;
    }
  if (n_pairs == 0)
    gs_page_paragraph (self, GS_BLOCK_TEXT,
                       gs_phrase_of (GS_RUN_PLAIN, _ ("No claim contradicts another on the same question.")));
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}

/* Links -------------------------------------------------------------------------- */

static GsPhrase *
tell_end (const char *claim, const char *summary)
{
  GsPhrase *phrase = gs_phrase_new ();

  if (gs_page_can_be_seen (summary))
    gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, summary);
  else
    gs_phrase_say (phrase, GS_RUN_PLAIN, _ ("The claim"));
  gs_phrase_link (phrase, "#c-", claim, NULL);

  return phrase;
}

static void
put_link (GsPage *self, const GsLinkListing *link)
{
  GsPhrase *cells[] = {
    tell_end (link->a, link->a_summary),
    gs_phrase_of (GS_RUN_PLAIN, gs_label (&gs_link_kinds, link->kind)),
    tell_end (link->b, link->b_summary),
    gs_phrase_of (GS_RUN_PLAIN, gs_label (&gs_verdicts, link->verdict)),
    gs_phrase_new (),
  };

  gs_phrase_quote (cells[4], GS_RUN_PLAIN, NULL, link->reason != NULL ? link->reason : link->explanation);
  gs_page_row (self, cells, G_N_ELEMENTS (cells));
}

static gboolean
put_link_rows (GsPage *self, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GArray) ids = gs_workspace_list_skeleton (self->workspace, &gs_link_listing_type, filter, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i += PAGE)
    {
      g_autoptr (GPtrArray) rows =
        gs_workspace_list_rows (self->workspace, &gs_link_listing_type, &g_array_index (ids, gint64, i),
                                MIN (PAGE, ids->len - i), error);

      if (rows == NULL)
        return FALSE;
      for (guint j = 0; j < rows->len; j++)
        {
          const GsLinkListing *link = rows->pdata[j];

          if (link->a != NULL && link->b != NULL && gs_page_has_claim (self, link->a)
              && gs_page_has_claim (self, link->b))
            put_link (self, link);
        }
      if (!gs_page_pass (self, error))
        return FALSE;
    }

  return TRUE;
}

/* All that are stored: of the contradictions too, those that were dismissed. */
gboolean
gs_page_put_links (GsPage *self, GError **error)
{
  const char *heads[] = { _ ("Claim"), _ ("Link"), _ ("Other claim"), _ ("Verdict"), _ ("Reason") };
  static const guint widths[] = { 5, 3, 5, 3, 5 };

  if (self->counts.links == 0)
    return TRUE;

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "links", gs_phrase_of (GS_RUN_PLAIN, _ ("Links between claims")));
  gs_page_table (self, _ ("Links that were made or judged"), G_N_ELEMENTS (heads), heads, widths);
  if (!put_link_rows (self, error))
    return FALSE;
  self->sink->table_end (self->sink);
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}
