/* gs-html-conflicts.c: what contradicts what, side by side, and all links.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-private.h"

#include "gs-conflicts.h"
#include "gs-gettext.h"
#include "gs-labels.h"

/* A question may have billions of pairs: so many of each are for reading. */
#define MAX_PAIRS 100
#define PAGE 200

gboolean
gs_html_in_scope (GsHtml *self, const char *claim)
{
  return self->claims == NULL || (claim != NULL && g_hash_table_contains (self->claims, claim));
}

static void
put_side (GsHtml *self, const GsClaimRecord *claim)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);

  gs_html_raw (self, "<div class=\"side\"><p>");
  gs_html_put_stance (self, claim->stance);
  gs_html_raw (self, "<a");
  gs_html_attribute (self, "href", "#c-", claim->uuid);
  gs_html_raw (self, ">");
  if (claim->summary != NULL && *claim->summary != '\0')
    gs_html_quoted (self, "bdi", "summary", NULL, claim->summary);
  else
    gs_html_text (self, _ ("The claim"));
  gs_html_raw (self, "</a></p>\n");
  gs_html_put_quote (self, claim);
  gs_html_put_chain (self, claim);
  if (article != NULL)
    {
      g_autofree char *dates = gs_label_dates (article->published_lo, article->published_hi);

      gs_html_raw (self, "<p class=\"dim\">");
      gs_html_quoted (self, "cite", NULL, article->language,
                      gs_report_catalogue_title (self->catalogue, article->uuid));
      if (*dates != '\0')
        {
          gs_html_raw (self, ", ");
          gs_html_text (self, dates);
        }
      gs_html_raw (self, "</p>\n");
    }
  gs_html_raw (self, "</div>\n");
}

static void
put_verdict (GsHtml *self, int verdict, gboolean stale)
{
  gs_html_raw (self, "<p class=\"verdict\">");
  gs_html_text (self, gs_label (&gs_verdicts, verdict));
  if (stale)
    gs_html_text (self, _ (" (judged before the claims were changed)"));
  gs_html_raw (self, "</p>\n");
}

static void
put_reasons (GsHtml *self, const GsPair *pair)
{
  gs_html_raw (self, "<dl class=\"long\">\n");
  gs_html_field (self, _ ("Reason"), pair->reason);
  gs_html_field (self, _ ("Note"), pair->note);
  gs_html_field (self, _ ("Why"), pair->explanation);
  gs_html_field (self, _ ("Rank"), pair->addends);
  gs_html_field (self, _ ("What would reconcile them"), pair->reconcile);
  gs_html_raw (self, "</dl>\n");
}

static gboolean
put_pair (GsHtml *self, const GsPair *pair, GError **error)
{
  g_autoptr (GsClaimRecord) a = gs_workspace_load (self->workspace, &gs_claim_type, pair->a, error);
  g_autoptr (GsClaimRecord) b = a != NULL ? gs_workspace_load (self->workspace, &gs_claim_type, pair->b, error) : NULL;

  if (b == NULL)
    return FALSE;

  gs_html_raw (self, "<article class=\"pair\"><h4>");
  gs_html_text (self, gs_label (&gs_link_kinds, pair->type));
  if (pair->conflict_class != GS_CLASS_NONE)
    {
      gs_html_raw (self, " · ");
      gs_html_text (self, gs_label (&gs_conflict_classes, pair->conflict_class));
    }
  gs_html_raw (self, "</h4>\n<div class=\"sides\">\n");
  put_side (self, a);
  put_side (self, b);
  gs_html_raw (self, "</div>\n");
  put_verdict (self, pair->verdict, pair->stale);
  put_reasons (self, pair);
  gs_html_raw (self, "</article>\n");

  return gs_report_buffer_pass (&self->buffer, error);
}

static void
open_question (GsHtml *self, const GsQuestionRecord *question)
{
  gs_html_raw (self, "<section><h3><a");
  gs_html_attribute (self, "href", "#q-", question->uuid);
  gs_html_raw (self, ">");
  gs_html_quoted (self, "bdi", NULL, NULL, question->text != NULL ? question->text : "?");
  gs_html_raw (self, "</a></h3>\n");
}

static gboolean
put_pairs (GsHtml *self, const GsQuestionRecord *question, guint64 *n_pairs, GError **error)
{
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (self->workspace, question->uuid, 0, MAX_PAIRS + 1, error);
  guint64 before = *n_pairs;

  if (pairs == NULL)
    return FALSE;

  for (guint i = 0; i < MIN (pairs->len, MAX_PAIRS); i++)
    {
      const GsPair *pair = pairs->pdata[i];

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!gs_html_in_scope (self, pair->a) || !gs_html_in_scope (self, pair->b))
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

      gs_html_element (self, "p", "dim", more);
    }
  gs_html_raw (self, "</section>\n");

  return TRUE;
}

gboolean
gs_html_put_conflicts (GsHtml *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);
  guint64 n_pairs = 0;

  gs_html_raw (self, "<section><h2 id=\"conflicts\">");
  gs_html_text (self, _ ("Contradictions"));
  gs_html_raw (self, "</h2>\n");
  for (guint i = 0; i < questions->len; i++)
    {
      if (!put_pairs (self, questions->pdata[i], &n_pairs, error))
        return FALSE;
    }
  if (n_pairs == 0)
    gs_html_element (self, "p", NULL, _ ("No claim contradicts another on the same question."));
  gs_html_raw (self, "</section>\n");

  return TRUE;
}

/* Links -------------------------------------------------------------------------- */

static void
put_end (GsHtml *self, const char *claim, const char *summary)
{
  gs_html_raw (self, "<td><a");
  gs_html_attribute (self, "href", "#c-", claim);
  gs_html_raw (self, ">");
  gs_html_quoted (self, "bdi", NULL, NULL, summary != NULL && *summary != '\0' ? summary : _ ("The claim"));
  gs_html_raw (self, "</a></td>");
}

static void
put_link (GsHtml *self, const GsLinkListing *link)
{
  gs_html_raw (self, "<tr>");
  put_end (self, link->a, link->a_summary);
  gs_html_element (self, "td", NULL, gs_label (&gs_link_kinds, link->kind));
  put_end (self, link->b, link->b_summary);
  gs_html_element (self, "td", NULL, gs_label (&gs_verdicts, link->verdict));
  gs_html_quoted (self, "td", NULL, NULL, link->reason != NULL ? link->reason : link->explanation);
  gs_html_raw (self, "</tr>\n");
}

static gboolean
put_link_rows (GsHtml *self, GError **error)
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

      if (rows == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      for (guint j = 0; j < rows->len; j++)
        {
          const GsLinkListing *link = rows->pdata[j];

          if (link->a != NULL && link->b != NULL && gs_html_in_scope (self, link->a)
              && gs_html_in_scope (self, link->b))
            put_link (self, link);
        }
      if (!gs_report_buffer_pass (&self->buffer, error))
        return FALSE;
    }

  return TRUE;
}

/* All that are stored: of the contradictions too, those that were dismissed. */
gboolean
gs_html_put_links (GsHtml *self, GError **error)
{
  const char *const heads[] = { N_ ("Claim"), N_ ("Link"), N_ ("Other claim"), N_ ("Verdict"), N_ ("Reason") };

  if (self->counts.links == 0)
    return TRUE;

  gs_html_raw (self, "<section><h2 id=\"links\">");
  gs_html_text (self, _ ("Links between claims"));
  gs_html_raw (self, "</h2>\n<table>");
  gs_html_element (self, "caption", NULL, _ ("Links that were made or judged"));
  gs_html_raw (self, "<thead><tr>");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gs_html_raw (self, "<th scope=\"col\">");
      gs_html_text (self, _ (heads[i]));
      gs_html_raw (self, "</th>");
    }
  gs_html_raw (self, "</tr></thead>\n<tbody>\n");
  if (!put_link_rows (self, error))
    return FALSE;
  gs_html_raw (self, "</tbody></table></section>\n");

  return TRUE;
}
