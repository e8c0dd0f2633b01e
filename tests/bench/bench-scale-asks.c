/* bench-scale-asks.c: what the window asks of a workspace, one by one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each ask is what a page does to show what is first seen of it: a list counts
 * and reads its first page.
 */

#include "config.h"

#include "bench-scale.h"

#include <string.h>

#include "gs-conflicts.h"
#include "gs-origins.h"
#include "gs-placed-claims.h"
#include "gs-source-standing.h"

#define ON_BOARD 50
#define PAGE 64
#define COUNTED 1024
/* As much as the pages ask for at once. */
#define HITS 100
#define ON_PAGE 50 /* pairs */
#define PAIRS 1000
#define DATED 2000
#define QUESTIONS_OF_TIMELINE 500
#define RELAYS 2000
#define IN_MATRIX 60

typedef struct
{
  GsWorkspace *workspace;
  GsListFilter filter; /* of the list asked for */
  const GsRecordType *listing;
  const char *text;
  guint round;
} Ask;

static void
fail_if (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* The same numbers as in make-workspace: number 0 is the one most used. */
static char *
uuid_of (guint kind, guint number)
{
  return g_strdup_printf ("%08x-0000-8000-8000-%012x", kind, number);
}

static void
list (Ask *ask)
{
  gboolean more;
  GError *error = NULL;

  gs_workspace_list_count_to (ask->workspace, ask->listing, &ask->filter, COUNTED, &more, &error);
  fail_if (error);
  g_ptr_array_unref (gs_workspace_list_page (ask->workspace, ask->listing, &ask->filter, 0, PAGE, &error));
  fail_if (error);
}

static void
search (Ask *ask)
{
  GError *error = NULL;

  g_ptr_array_unref (gs_workspace_search (ask->workspace, ask->text, HITS, &error));
  fail_if (error);
}

static void
open_article (Ask *ask)
{
  g_autofree char *uuid = uuid_of (4, ask->round * 7 + 3);
  GError *error = NULL;

  gs_article_record_free (gs_workspace_load (ask->workspace, &gs_article_type, uuid, &error));
  fail_if (error);
  g_ptr_array_unref (gs_workspace_claims_of_article (ask->workspace, uuid, &error));
  fail_if (error);
}

/* On the question that most claims answer, by the source that most name. */
static void
add_claim (Ask *ask)
{
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  g_autoptr (GsAction) action = gs_action_new ("Add Claim");
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);
  GError *error = NULL;

  claim->article = uuid_of (4, ask->round * 7 + 3);
  claim->question = uuid_of (3, 0);
  claim->summary = g_strdup ("The beacons were counted twice");
  g_ptr_array_add (claim->tags, uuid_of (1, 0));
  ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source = uuid_of (2, 0);
  span->start = 0;
  span->end = strlen ("According");
  span->exact = g_strdup ("According");
  gs_action_save (action, &gs_claim_type, claim);
  gs_workspace_perform (ask->workspace, action, &error);
  fail_if (error);
}

static void
undo (Ask *ask)
{
  GError *error = NULL;

  gs_workspace_undo (ask->workspace, NULL, &error);
  fail_if (error);
}

static void
board (Ask *ask)
{
  GError *error = NULL;

  g_ptr_array_unref (gs_conflicts_list (ask->workspace, NULL, 0, ON_BOARD, &error));
  fail_if (error);
}

static void
board_undecided (Ask *ask)
{
  const GsConflictFilter filter = { .undecided = TRUE, .cross_language = TRUE };
  GError *error = NULL;

  g_ptr_array_unref (gs_conflicts_list (ask->workspace, &filter, 0, ON_BOARD, &error));
  fail_if (error);
}

static void
conflict (Ask *ask)
{
  g_autofree char *question = uuid_of (3, 0);
  GError *error = NULL;

  gs_conflict_free (gs_conflicts_of (ask->workspace, question, &error));
  fail_if (error);
}

static void
read_pairs (Ask *ask, guint limit)
{
  g_autofree char *question = uuid_of (3, 0);
  GError *error = NULL;

  g_ptr_array_unref (gs_conflicts_pairs (ask->workspace, question, 0, limit, &error));
  fail_if (error);
}

static void
first_pairs (Ask *ask)
{
  read_pairs (ask, ON_PAGE);
}

static void
pairs (Ask *ask)
{
  read_pairs (ask, PAIRS);
}

static void
side_by_side (Ask *ask)
{
  g_autofree char *question = uuid_of (3, 0);
  GError *error = NULL;

  gs_pair_place_free (gs_conflicts_place (ask->workspace, question, NULL, PAIRS, &error));
  fail_if (error);
}

static void
timeline (Ask *ask)
{
  GsListFilter filter = { .order = GS_ORDER_TEXT };
  gboolean all;
  GError *error = NULL;

  g_ptr_array_unref (
    gs_workspace_list_page (ask->workspace, &gs_question_listing_type, &filter, 0, QUESTIONS_OF_TIMELINE, &error));
  fail_if (error);
  g_ptr_array_unref (
    gs_placed_claims_read (ask->workspace, ask->filter.question, GS_PLACED_IN_TIME, DATED, &all, &error));
  fail_if (error);
}

static void
matrix (Ask *ask)
{
  GsListFilter filter = { .order = GS_ORDER_TEXT };
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();
  GError *error = NULL;

  questions = gs_workspace_list_page (ask->workspace, &gs_question_listing_type, &filter, 0, IN_MATRIX, &error);
  fail_if (error);
  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (uuids, ((GsQuestionListing *) questions->pdata[i])->uuid);
  g_ptr_array_unref (gs_workspace_question_matrix (ask->workspace, uuids, &error));
  fail_if (error);
}

static void
source (Ask *ask)
{
  g_autofree char *uuid = uuid_of (2, 0);
  GError *error = NULL;

  gs_source_standing_free (gs_source_standing_read (ask->workspace, uuid, &error));
  fail_if (error);
}

static void
relays (Ask *ask)
{
  GError *error = NULL;

  g_ptr_array_unref (gs_workspace_relays (ask->workspace, ask->filter.question, RELAYS, &error));
  fail_if (error);
}

static void
origins (Ask *ask)
{
  g_autofree char *question = uuid_of (3, 0);
  GError *error = NULL;

  gs_origins_free (gs_origins_on_question (ask->workspace, question, &error));
  fail_if (error);
}

static void
history (Ask *ask)
{
  GError *error = NULL;

  g_ptr_array_unref (gs_workspace_history (ask->workspace, HITS, &error));
  fail_if (error);
}

static void
languages (Ask *ask)
{
  GError *error = NULL;

  g_ptr_array_unref (gs_workspace_languages (ask->workspace, &error));
  fail_if (error);
}

static void
entities (Ask *ask)
{
  GError *error = NULL;

  g_ptr_array_unref (gs_workspace_slot_entities (ask->workspace, HITS, &error));
  fail_if (error);
}

#define ARTICLES &gs_article_listing_type
#define CLAIMS &gs_claim_listing_type
#define SOURCES &gs_source_listing_type
#define QUESTIONS &gs_question_listing_type
#define TAGS &gs_tag_listing_type
/* Of number 0: what most claims have. */
#define QUESTION .question = "00000003-0000-8000-8000-000000000000"
#define SOURCE .source = "00000002-0000-8000-8000-000000000000"
#define TAG .tag = "00000001-0000-8000-8000-000000000000"
#define FEW_QUESTION .question = "00000003-0000-8000-8000-000000000010"

static const struct
{
  const char *name;
  void (*func) (Ask *ask);
  const GsRecordType *listing;
  const char *text;
  GsListFilter filter;
} asks[] = {
  { "articles", list, ARTICLES, NULL, { 0 } },
  { "articles by title", list, ARTICLES, NULL, { .order = GS_ORDER_TEXT } },
  { "articles by date", list, ARTICLES, NULL, { .order = GS_ORDER_DATE, .descending = TRUE } },
  { "articles by outlet", list, ARTICLES, NULL, { .order = GS_ORDER_OUTLET } },
  { "articles with a word", list, ARTICLES, NULL, { .text = "lighthouse*" } },
  { "articles with a rare word", list, ARTICLES, NULL, { .text = "4711" } },
  { "articles in a language", list, ARTICLES, NULL, { .language = "en" } },
  { "articles in a language, by date", list, ARTICLES, NULL, { .language = "nl", .order = GS_ORDER_DATE } },
  { "articles on a question", list, ARTICLES, NULL, { QUESTION } },
  { "articles with a source", list, ARTICLES, NULL, { SOURCE } },
  { "articles with a tag", list, ARTICLES, NULL, { TAG } },
  { "articles since", list, ARTICLES, NULL, { .since = "2024-01" } },
  { "articles since and until, by date",
    list,
    ARTICLES,
    NULL,
    { .since = "2023-01", .until = "2023-06", .order = GS_ORDER_DATE } },
  { "open an article", open_article, NULL, NULL, { 0 } },
  { "claims", list, CLAIMS, NULL, { 0 } },
  { "claims by summary", list, CLAIMS, NULL, { .order = GS_ORDER_TEXT } },
  { "claims by date", list, CLAIMS, NULL, { .order = GS_ORDER_DATE, .descending = TRUE } },
  { "claims by article", list, CLAIMS, NULL, { .order = GS_ORDER_ARTICLE } },
  { "claims by question", list, CLAIMS, NULL, { .order = GS_ORDER_QUESTION } },
  { "claims with a word", list, CLAIMS, NULL, { .text = "lighthouse*" } },
  { "claims with a rare word", list, CLAIMS, NULL, { .text = "4711" } },
  { "claims on a question", list, CLAIMS, NULL, { QUESTION } },
  { "claims on a small question", list, CLAIMS, NULL, { FEW_QUESTION } },
  { "claims with a source", list, CLAIMS, NULL, { SOURCE } },
  { "claims with a tag", list, CLAIMS, NULL, { TAG } },
  { "claims that deny", list, CLAIMS, NULL, { .stance = "denies" } },
  { "claims without a tag", list, CLAIMS, NULL, { .untagged = TRUE } },
  { "claims without a question", list, CLAIMS, NULL, { .unanswering = TRUE } },
  { "claims that lost their place", list, CLAIMS, NULL, { .orphaned = TRUE } },
  { "claims that deny with a tag, by summary",
    list,
    CLAIMS,
    NULL,
    { TAG, .stance = "denies", .order = GS_ORDER_TEXT } },
  { "claims with a source on a question, by date", list, CLAIMS, NULL, { SOURCE, QUESTION, .order = GS_ORDER_DATE } },
  { "sources by claims", list, SOURCES, NULL, { .order = GS_ORDER_CLAIMS, .descending = TRUE } },
  { "sources by name", list, SOURCES, NULL, { .order = GS_ORDER_TEXT } },
  { "sources by reliability", list, SOURCES, NULL, { .order = GS_ORDER_GRADE } },
  { "sources with a word", list, SOURCES, NULL, { .text = "envoy", .order = GS_ORDER_CLAIMS, .descending = TRUE } },
  { "sources of a kind", list, SOURCES, NULL, { .kind = "person", .order = GS_ORDER_CLAIMS, .descending = TRUE } },
  { "questions", list, QUESTIONS, NULL, { .order = GS_ORDER_TEXT } },
  { "questions with a word", list, QUESTIONS, NULL, { .text = "lost", .order = GS_ORDER_TEXT } },
  { "questions in conflict", list, QUESTIONS, NULL, { .conflicting = TRUE } },
  { "tags", list, TAGS, NULL, { 0 } },
  { "search for a word", search, NULL, "lighthouse*", { 0 } },
  { "search for a word that all have", search, NULL, "report*", { 0 } },
  { "search for the beginning of a word", search, NULL, "li*", { 0 } },
  { "search for two words", search, NULL, "envoy lighthouse*", { 0 } },
  { "search for a phrase", search, NULL, "\"near the lighthouse\"", { 0 } },
  { "search for a rare word", search, NULL, "4711*", { 0 } },
  { "the board", board, NULL, NULL, { 0 } },
  { "the board, undecided across languages", board_undecided, NULL, NULL, { 0 } },
  { "a conflict", conflict, NULL, NULL, { 0 } },
  { "its first fifty pairs", first_pairs, NULL, NULL, { 0 } },
  { "its first thousand pairs", pairs, NULL, NULL, { 0 } },
  { "side by side", side_by_side, NULL, NULL, { 0 } },
  { "the timeline", timeline, NULL, NULL, { 0 } },
  { "the timeline of a question", timeline, NULL, NULL, { QUESTION } },
  { "the matrix of questions", matrix, NULL, NULL, { 0 } },
  { "the page of a source", source, NULL, NULL, { 0 } },
  { "who relays whom", relays, NULL, NULL, { 0 } },
  { "who relays whom on a question", relays, NULL, NULL, { QUESTION } },
  { "origins on a question", origins, NULL, NULL, { 0 } },
  { "languages", languages, NULL, NULL, { 0 } },
  { "names for slots", entities, NULL, NULL, { 0 } },
  { "history", history, NULL, NULL, { 0 } },
  { "add a claim", add_claim, NULL, NULL, { 0 } },
  { "the board after that", board, NULL, NULL, { 0 } },
  { "undo a claim", undo, NULL, NULL, { 0 } },
};

guint
bench_scale_n_asks (void)
{
  return G_N_ELEMENTS (asks);
}

const char *
bench_scale_ask_name (guint number)
{
  return asks[number].name;
}

/* @round: lets each round ask of something else, where that is the same. */
void
bench_scale_ask (GsWorkspace *workspace, guint number, guint round)
{
  Ask ask = { workspace, asks[number].filter, asks[number].listing, asks[number].text, round };

  asks[number].func (&ask);
}
