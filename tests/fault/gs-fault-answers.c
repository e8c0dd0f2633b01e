/* gs-fault-answers.c: what can be asked of a workspace, and the answers as text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-fault-answers.h"

#include "gs-agreement.h"
#include "gs-conflicts.h"
#include "gs-fault-script.h"
#include "gs-origins.h"
#include "gs-placed-claims.h"
#include "gs-relays.h"
#include "gs-question-offer.h"
#include "gs-report.h"
#include "gs-similar.h"
#include "gs-source-standing.h"

#define MOST 50

/* UUIDs are asked for while nothing fails, so that each answer is one question's. */
static struct
{
  char *question;
  char *link;
  char *source;
  char *claim;
  char *article;
  char *tag;
  char *words;
} known;

static void
put_text (GString *text, const char *value)
{
  g_string_append_printf (text, " “%s”", value != NULL ? value : "");
}

static void
put_texts (GString *text, const GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    put_text (text, values->pdata[i]);
}

static void
put_conflict (GString *text, const GsConflict *conflict)
{
  put_text (text, conflict->question);
  put_text (text, conflict->kind);
  put_texts (text, conflict->rules);
  g_string_append_printf (text, " %" G_GINT64_FORMAT " %d %d %d\n", conflict->undecided, conflict->cross_language,
                          conflict->self_contradiction, conflict->partial);
  for (guint i = 0; i < conflict->positions->len; i++)
    {
      const GsPosition *position = conflict->positions->pdata[i];

      g_string_append_printf (text, "  %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT " %d",
                              position->stance, position->count, position->origins_lower, position->origins_upper,
                              position->partial);
      put_text (text, position->value);
      put_texts (text, position->claims);
      put_texts (text, position->voices);
    }
}

static gboolean
answer_board (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) conflicts = gs_conflicts_list (workspace, NULL, 0, MOST, error);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    put_conflict (text, conflicts->pdata[i]);

  return conflicts != NULL;
}

static gboolean
answer_rebuilt_board (GsWorkspace *workspace, GString *text, GError **error)
{
  return gs_conflicts_rebuild (workspace, error) && answer_board (workspace, text, error);
}

static void
put_pair (GString *text, const GsPair *pair)
{
  put_text (text, pair->a);
  put_text (text, pair->b);
  put_text (text, pair->question);
  put_text (text, pair->rule);
  put_text (text, pair->explanation);
  put_text (text, pair->addends);
  put_text (text, pair->link);
  put_text (text, pair->note);
  g_string_append_printf (text, " %d %d %d\n", pair->verdict, pair->stale, pair->cross_language);
}

static gboolean
answer_pairs (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (workspace, NULL, 0, 1000, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    put_pair (text, pairs->pdata[i]);

  return pairs != NULL;
}

static gboolean
answer_pair (GsWorkspace *workspace, GString *text, GError **error)
{
  GsPair *pair = gs_conflicts_find_pair (workspace, known.link, error);

  if (pair == NULL)
    return FALSE;
  put_pair (text, pair);
  gs_pair_free (pair);

  return TRUE;
}

static gboolean
answer_place (GsWorkspace *workspace, GString *text, GError **error)
{
  GsPairPlace *place = gs_conflicts_place (workspace, known.question, known.link, 100, error);

  if (place == NULL)
    return FALSE;
  g_string_append_printf (text, "%u of %u", place->position, place->total);
  put_text (text, place->previous);
  put_text (text, place->next);
  if (place->pair != NULL)
    put_pair (text, place->pair);
  gs_pair_place_free (place);

  return TRUE;
}

static gboolean
answer_source (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GsSourceStanding) standing = gs_source_standing_read (workspace, known.source, error);

  if (standing == NULL)
    return FALSE;
  put_text (text, standing->source->name);
  put_texts (text, standing->party_names);
  for (guint i = 0; i < standing->said->len; i++)
    {
      const GsStandingOn *on = standing->said->pdata[i];

      put_text (text, on->text);
      g_string_append_printf (text, " %d %d %d %d\n", (int) on->asserted, (int) on->denied, (int) on->contradicted,
                              (int) on->by_itself);
    }

  return TRUE;
}

static gboolean
put_origins (GString *text, GsOrigins *origins)
{
  if (origins == NULL)
    return FALSE;

  g_string_append_printf (text, "%u–%u of %u, %" G_GINT64_FORMAT " claims", origins->lower, origins->upper,
                          origins->outlets, origins->claims);
  for (guint i = 0; i < origins->origins->len; i++)
    put_text (text, ((GsOrigin *) origins->origins->pdata[i])->name);
  for (guint i = 0; i < origins->chains->len; i++)
    put_texts (text, ((GsOriginChain *) origins->chains->pdata[i])->claims);
  for (guint i = 0; i < origins->unions->len; i++)
    put_text (text, ((GsOriginUnion *) origins->unions->pdata[i])->explanation);
  gs_origins_free (origins);

  return TRUE;
}

static gboolean
answer_origins (GsWorkspace *workspace, GString *text, GError **error)
{
  return put_origins (text, gs_origins_on_question (workspace, known.question, error));
}

static gboolean
answer_origins_of_claim (GsWorkspace *workspace, GString *text, GError **error)
{
  return put_origins (text, gs_origins_of_claim (workspace, known.claim, error));
}

static gboolean
answer_origin_counts (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) counts = gs_origins_count (workspace, known.question, error);

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const GsOriginCount *count = counts->pdata[i];

      put_text (text, count->value);
      g_string_append_printf (text, " %d %u–%u", count->stance, count->lower, count->upper);
    }

  return counts != NULL;
}

static gboolean
put_placed (GsWorkspace *workspace, GsPlacing placing, GString *text, GError **error)
{
  gboolean all = FALSE;
  g_autoptr (GPtrArray) placed = gs_placed_claims_read (workspace, NULL, placing, 1000, &all, error);

  for (guint i = 0; placed != NULL && i < placed->len; i++)
    {
      const GsPlacedClaim *claim = placed->pdata[i];

      put_text (text, claim->claim);
      put_text (text, claim->voice);
      put_text (text, claim->words);
      g_string_append_printf (text, " %g–%g\n", claim->lo, claim->hi);
    }
  g_string_append_printf (text, "%d", all);

  return placed != NULL;
}

static gboolean
answer_times (GsWorkspace *workspace, GString *text, GError **error)
{
  return put_placed (workspace, GS_PLACED_IN_TIME, text, error);
}

static gboolean
answer_numbers (GsWorkspace *workspace, GString *text, GError **error)
{
  return put_placed (workspace, GS_PLACED_AMONG_NUMBERS, text, error);
}

static gboolean
answer_similar (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) similar = NULL;
  gint64 place = 0;
  gboolean more = TRUE;

  while (more)
    {
      if (!gs_similar_prepare (workspace, &place, MOST, &more, error))
        return FALSE;
    }
  similar = gs_similar_find (workspace, NULL, error);
  if (similar != NULL)
    g_string_append_printf (text, "%u", similar->len);
  for (guint i = 0; similar != NULL && i < similar->len; i++)
    {
      const GsLikeness *likeness = similar->pdata[i];

      put_text (text, likeness->article);
      put_text (text, likeness->other);
      put_text (text, likeness->evidence);
    }

  return similar != NULL;
}

static gboolean
answer_agreement (GsWorkspace *workspace, GString *text, GError **error)
{
  GsAgreementReport *report = gs_agreement_report (workspace, known.tag, NULL, error);

  if (report == NULL)
    return FALSE;
  g_string_append_printf (text, "%u articles", report->articles);
  put_texts (text, report->annotators);
  for (guint i = 0; i < report->rows->len; i++)
    {
      const GsAgreement *row = report->rows->pdata[i];

      put_text (text, row->path);
      g_string_append_printf (text, " %u %u %g %g", row->articles, row->spans, row->kappa, row->units);
    }
  gs_agreement_report_free (report);

  return TRUE;
}

static gboolean
answer_lists (GsWorkspace *workspace, GString *text, GError **error)
{
  static const GsRecordType *const listings[] = { &gs_article_listing_type, &gs_claim_listing_type,
                                                  &gs_source_listing_type, &gs_question_listing_type,
                                                  &gs_tag_listing_type };

  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_autoptr (GPtrArray) rows = gs_workspace_list_page (workspace, listings[i], NULL, 0, MOST, error);
      gint64 n = rows != NULL ? gs_workspace_list_count (workspace, listings[i], NULL, error) : -1;

      if (n < 0)
        return FALSE;
      g_string_append_printf (text, "\n%" G_GINT64_FORMAT, n);
      for (guint j = 0; j < rows->len; j++)
        gs_fault_put_record (text, listings[i], rows->pdata[j]);
    }

  return TRUE;
}

static gboolean
answer_filtered_claims (GsWorkspace *workspace, GString *text, GError **error)
{
  GsListFilter filter = { .text = "the", .source = known.source };
  g_autoptr (GArray) ids = gs_workspace_list_skeleton (workspace, &gs_claim_listing_type, &filter, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, i));

  return ids != NULL;
}

static gboolean
answer_search (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) hits = gs_workspace_search (workspace, "the", MOST, error);

  /* Short of memory, FTS5 may show another passage of what it has found. */
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    put_text (text, ((GsSearchHit *) hits->pdata[i])->uuid);

  return hits != NULL;
}

static gboolean
answer_article (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, known.article, error);
  g_autoptr (GPtrArray) claims =
    article != NULL ? gs_workspace_claims_of_article (workspace, known.article, error) : NULL;

  if (claims == NULL)
    return FALSE;
  gs_fault_put_record (text, &gs_article_type, article);
  for (guint i = 0; i < claims->len; i++)
    gs_fault_put_record (text, &gs_claim_type, claims->pdata[i]);

  return TRUE;
}

static gboolean
answer_matrix (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = NULL;

  g_ptr_array_add (questions, known.question);
  cells = gs_workspace_question_matrix (workspace, questions, error);
  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      const GsMatrixCell *cell = cells->pdata[i];

      put_text (text, cell->source_name);
      g_string_append_printf (text, " %d %d", (int) cell->asserted, (int) cell->denied);
    }

  return cells != NULL;
}

static gboolean
answer_relays (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) relays = gs_workspace_relays (workspace, NULL, MOST, error);

  for (guint i = 0; relays != NULL && i < relays->len; i++)
    {
      const GsRelay *relay = relays->pdata[i];

      put_text (text, relay->outer_name);
      put_text (text, relay->inner_name);
    }

  return relays != NULL;
}

static gboolean
answer_conflict (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GsConflict) conflict = gs_conflicts_of (workspace, known.question, error);

  if (conflict == NULL)
    return FALSE;
  put_conflict (text, conflict);

  return TRUE;
}

static gboolean
answer_history (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) history = gs_workspace_history (workspace, MOST, error);

  for (guint i = 0; history != NULL && i < history->len; i++)
    put_text (text, ((GsHistoryListing *) history->pdata[i])->label);

  return history != NULL;
}

static gboolean
answer_offered_questions (GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GPtrArray) offered = gs_question_offer (workspace, known.words, MOST, error);

  if (offered != NULL)
    put_texts (text, offered);

  return offered != NULL;
}

static gboolean
answer_report (const GsReportFormat *format, GsWorkspace *workspace, GString *text, GError **error)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (out);
  g_autofree char *hash = NULL;

  if (!gs_report_write (workspace, format, NULL, out, NULL, error))
    return FALSE;
  /* By its hash, as not all are text. */
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, g_memory_output_stream_get_data (memory),
                                      g_memory_output_stream_get_data_size (memory));
  put_text (text, hash);

  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*func) (GsWorkspace *workspace, GString *text, GError **error);
} answers[] = {
  { "agreement", answer_agreement },
  { "article", answer_article },
  { "board", answer_board },
  { "board rebuilt", answer_rebuilt_board },
  { "conflict", answer_conflict },
  { "filtered claims", answer_filtered_claims },
  { "history", answer_history },
  { "lists", answer_lists },
  { "matrix", answer_matrix },
  { "numbers", answer_numbers },
  { "offered questions", answer_offered_questions },
  { "origin counts", answer_origin_counts },
  { "origins of a claim", answer_origins_of_claim },
  { "origins on a question", answer_origins },
  { "pair", answer_pair },
  { "pairs", answer_pairs },
  { "place", answer_place },
  { "relays", answer_relays },
  { "search", answer_search },
  { "similar articles", answer_similar },
  { "source", answer_source },
  { "times", answer_times },
};

/* After the answers come the reports. */
static const GsReportFormat *
nth_format (guint n)
{
  for (guint i = 0; i < gs_n_report_formats; i++)
    {
      if (gs_report_formats[i].write == NULL && gs_report_formats[i].writer_new == NULL)
        continue;
      if (n == 0)
        return &gs_report_formats[i];
      n--;
    }

  return NULL;
}

guint
gs_fault_n_answers (void)
{
  guint n = 0;

  while (nth_format (n) != NULL)
    n++;

  return G_N_ELEMENTS (answers) + n;
}

const char *
gs_fault_answer_name (guint which)
{
  guint n = G_N_ELEMENTS (answers);

  return which < n ? answers[which].name : nth_format (which - n)->nick;
}

gboolean
gs_fault_answer (guint which, GsWorkspace *workspace, GString *text, GError **error)
{
  guint n = G_N_ELEMENTS (answers);

  return which < n ? answers[which].func (workspace, text, error)
                   : answer_report (nth_format (which - n), workspace, text, error);
}

/* The conflict with most pairs, the last of them, and who says its first claim. */
void
gs_fault_answers_learn (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (workspace, NULL, 0, 1000, &error);
  g_autoptr (GPtrArray) tags = gs_workspace_list_page (workspace, &gs_tag_listing_type, NULL, 0, 1, &error);
  const GsPair *pair;
  g_autoptr (GsClaimRecord) claim = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, >, 0);
  pair = pairs->pdata[pairs->len - 1];
  claim = gs_workspace_load (workspace, &gs_claim_type, pair->a, &error);
  g_assert_no_error (error);
  known.question = g_strdup (pair->question);
  known.link = g_strdup (pair->link);
  known.claim = g_strdup (pair->a);
  known.article = g_strdup (claim->article);
  known.words = g_strdup (claim->summary);
  known.source = g_strdup (((GsHopRecord *) claim->hops->pdata[claim->hops->len - 1])->source);
  known.tag = g_strdup (((GsTagListing *) tags->pdata[0])->uuid);
}

void
gs_fault_answers_forget (void)
{
  g_free (known.question);
  g_free (known.link);
  g_free (known.claim);
  g_free (known.article);
  g_free (known.source);
  g_free (known.tag);
  g_free (known.words);
}
