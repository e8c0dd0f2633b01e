/* cmd-claim.c: gainsayctl claim: make a claim, or change one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-anchor.h"
#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-names.h"

/* A quote that stands more often than this is counted no further. */
#define COUNT_LIMIT 100

/* What was typed, before any of it is looked up. */
typedef struct
{
  char *edit;
  char *quote;
  char *range;
  int nth;
  char *summary;
  char *question;
  char *value;
  char *stance;
  char *certainty;
  char *status;
  char *scope;
  char *note;
  char **tags;
  char **sources;
  char **quantities;
  char **times;
} ClaimOptions;

static void
claim_options_clear (ClaimOptions *options)
{
  g_free (options->edit);
  g_free (options->quote);
  g_free (options->range);
  g_free (options->summary);
  g_free (options->question);
  g_free (options->value);
  g_free (options->stance);
  g_free (options->certainty);
  g_free (options->status);
  g_free (options->scope);
  g_free (options->note);
  g_strfreev (options->tags);
  g_strfreev (options->sources);
  g_strfreev (options->quantities);
  g_strfreev (options->times);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClaimOptions, claim_options_clear)

static guint
count_quote (const GsText *text, const char *quote)
{
  guint n = 0;

  while (n <= COUNT_LIMIT && gs_anchor_find (text, quote, n + 1) >= 0)
    n++;

  return n;
}

static gboolean
place_quote (GsCli *self, const ClaimOptions *options, const GsText *text, GsClaimDraft *draft)
{
  guint count = *options->quote != '\0' ? count_quote (text, options->quote) : 0;
  g_autofree char *reason = NULL;

  if (count == 0)
    reason = g_strdup (_ ("these words are not in the article; quote it letter for letter"));
  else if (count > COUNT_LIMIT && options->nth == 0)
    reason =
      g_strdup_printf (_ ("these words stand in the article more than %d times; say which with --nth"), COUNT_LIMIT);
  else if (count > 1 && options->nth == 0)
    reason = g_strdup_printf (_ ("these words stand in the article %u times; say which with --nth"), count);
  else if (gs_anchor_find (text, options->quote, MAX (1, (guint) options->nth)) < 0)
    reason = g_strdup_printf (_ ("these words stand in the article only %u times"), count);

  if (reason != NULL)
    {
      gs_cli_refuse (self, options->quote, reason);
      return FALSE;
    }

  draft->start = gs_anchor_find (text, options->quote, MAX (1, (guint) options->nth));
  draft->end = draft->start + g_utf8_strlen (options->quote, -1);

  return TRUE;
}

static gboolean
place_range (GsCli *self, const ClaimOptions *options, const GsText *text, GsClaimDraft *draft)
{
  g_auto (GStrv) ends = g_strsplit (options->range, ":", 2);
  g_autofree char *reason = NULL;

  if (g_strv_length (ends) != 2 || !g_ascii_string_to_signed (ends[0], 10, 0, G_MAXINT32, &draft->start, NULL)
      || !g_ascii_string_to_signed (ends[1], 10, 0, G_MAXINT32, &draft->end, NULL))
    reason = g_strdup (_ ("a range is START:END in characters of the text, the end not included"));
  else if (draft->start >= draft->end || draft->end > gs_text_length (text))
    reason = g_strdup_printf (_ ("this range is empty or beyond the text, which has %d characters"),
                              (int) gs_text_length (text));

  if (reason != NULL)
    gs_cli_refuse (self, options->range, reason);

  return reason == NULL;
}

static gboolean
place (GsCli *self, GsWorkspace *workspace, const ClaimOptions *options, GsClaimDraft *draft, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GsText) text = NULL;
  gboolean placed;

  if (options->quote == NULL && options->range == NULL)
    return TRUE;

  article = gs_workspace_load (workspace, &gs_article_type, draft->article, &error);
  if (article == NULL)
    {
      *status = gs_cli_fail (self, draft->article, error);
      return FALSE;
    }

  text = gs_text_new (article->text);
  placed = options->quote != NULL ? place_quote (self, options, text, draft) : place_range (self, options, text, draft);
  if (!placed)
    *status = GS_CLI_REFUSED;

  return placed;
}

/* A tag, source or question may be given by its UUID; drafts have names. */
static char *
to_name (GsWorkspace *workspace, const GsRecordType *type, const char *typed)
{
  char *name = g_uuid_string_is_valid (typed) ? gs_cli_name_of (workspace, type, typed) : NULL;

  return name != NULL ? name : g_strdup (typed);
}

static GPtrArray *
to_names (GsWorkspace *workspace, const GsRecordType *type, char **typed)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; typed[i] != NULL; i++)
    g_ptr_array_add (names, to_name (workspace, type, typed[i]));

  return names;
}

static gboolean
fill_measures (GsCli *self, const ClaimOptions *options, GsClaimDraft *draft, int *status)
{
  g_autoptr (GError) error = NULL;

  if (options->quantities != NULL)
    draft->quantities = gs_record_array_new (&gs_quantity_type);
  if (options->times != NULL)
    draft->times = gs_record_array_new (&gs_time_type);

  for (guint i = 0; options->quantities != NULL && options->quantities[i] != NULL; i++)
    {
      GsQuantityRecord *quantity = gs_quantity_parse (options->quantities[i], &error);

      if (quantity == NULL)
        {
          *status = gs_cli_fail (self, options->quantities[i], error);
          return FALSE;
        }
      g_ptr_array_add (draft->quantities, quantity);
    }

  for (guint i = 0; options->times != NULL && options->times[i] != NULL; i++)
    {
      GsTimeRecord *at = gs_time_parse (options->times[i], &error);

      if (at == NULL)
        {
          *status = gs_cli_fail (self, options->times[i], error);
          return FALSE;
        }
      g_ptr_array_add (draft->times, at);
    }

  return TRUE;
}

static gboolean
fill_words (GsCli *self, const ClaimOptions *options, GsClaimDraft *draft, int *status)
{
  return gs_cli_word (self, &gs_stances, "--stance", options->stance, &draft->stance, status)
         && gs_cli_word (self, &gs_certainties, "--certainty", options->certainty, &draft->certainty, status)
         && gs_cli_word (self, &gs_statuses, "--status", options->status, &draft->status, status);
}

static gboolean
fill (GsCli *self, GsWorkspace *workspace, const ClaimOptions *options, GsClaimDraft *draft, int *status)
{
  if (!fill_words (self, options, draft, status) || !fill_measures (self, options, draft, status))
    return FALSE;

  draft->summary = g_strdup (options->summary);
  draft->value = g_strdup (options->value);
  draft->scope = g_strdup (options->scope);
  draft->note = g_strdup (options->note);
  if (options->question != NULL)
    draft->question = to_name (workspace, &gs_question_type, options->question);
  if (options->tags != NULL)
    draft->tags = to_names (workspace, &gs_tag_type, options->tags);
  if (options->sources != NULL)
    draft->sources = to_names (workspace, &gs_source_type, options->sources);

  return TRUE;
}

/* The article of a new claim, or the claim to change with what it has. */
static gboolean
begin (GsCli *self, GsWorkspace *workspace, const ClaimOptions *options, GsClaimDraft *draft, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimRecord) claim = NULL;

  if (options->edit == NULL)
    {
      draft->article = gs_cli_resolve (self, workspace, &gs_article_type, self->args[1], status);
      return draft->article != NULL;
    }

  draft->claim = gs_cli_resolve (self, workspace, &gs_claim_type, options->edit, status);
  if (draft->claim == NULL)
    return FALSE;

  claim = gs_workspace_load (workspace, &gs_claim_type, draft->claim, &error);
  if (claim == NULL)
    {
      *status = gs_cli_fail (self, options->edit, error);
      return FALSE;
    }

  draft->article = g_strdup (claim->article);
  draft->stance = claim->stance;
  draft->certainty = claim->certainty;
  draft->status = claim->status;

  return TRUE;
}

static int
save (GsCli *self, GsWorkspace *workspace, const GsClaimDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  if (!gs_claim_draft_perform (workspace, draft, &uuid, &error))
    return gs_cli_fail (self, draft->claim != NULL ? draft->claim : draft->article, error);

  if (self->json)
    gs_cli_put_pair ("claim", uuid);
  else
    gs_cli_putf ("%s\n", uuid);

  return gs_cli_status (self);
}

static int
run_with (GsCli *self, const ClaimOptions *options)
{
  int status = GS_CLI_DONE;
  g_autoptr (GsWorkspace) workspace = gs_cli_open (self, TRUE, &status);
  g_autoptr (GsClaimDraft) draft = NULL;

  if (workspace == NULL)
    return status;

  draft = g_new0 (GsClaimDraft, 1);
  if (begin (self, workspace, options, draft, &status) && place (self, workspace, options, draft, &status)
      && fill (self, workspace, options, draft, &status))
    status = save (self, workspace, draft);

  return status;
}

static gboolean
options_agree (GsCli *self, const ClaimOptions *options, int *status)
{
  if (options->edit == NULL && self->n_args < 2)
    *status = gs_cli_usage (self, _ ("say of which ARTICLE, or with --edit which claim"));
  else if (options->edit != NULL && self->n_args > 1)
    *status = gs_cli_usage (self, _ ("--edit takes no ARTICLE: a claim stays in its own"));
  else if (options->quote != NULL && options->range != NULL)
    *status = gs_cli_usage (self, _ ("--quote and --range exclude each other"));
  else if (options->edit == NULL && options->quote == NULL && options->range == NULL)
    *status = gs_cli_usage (self, _ ("say with --quote or --range where the claim stands"));
  else if (options->nth < 0 || (options->nth > 0 && options->quote == NULL))
    *status = gs_cli_usage (self, _ ("--nth counts occurrences of --quote, from 1"));
  else
    return TRUE;

  return FALSE;
}

static int
run (GsCli *self)
{
  g_auto (ClaimOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "quote", 0, 0, G_OPTION_ARG_STRING, &options.quote, N_ ("The words it stands in, letter for letter"),
      N_ ("TEXT") },
    { "nth", 0, 0, G_OPTION_ARG_INT, &options.nth, N_ ("Which occurrence of the quote, from 1"), N_ ("N") },
    { "range", 0, 0, G_OPTION_ARG_STRING, &options.range, N_ ("Or the characters A to B, B not included"), "A:B" },
    { "summary", 0, 0, G_OPTION_ARG_STRING, &options.summary, N_ ("What is claimed"), N_ ("TEXT") },
    { "tag", 't', 0, G_OPTION_ARG_STRING_ARRAY, &options.tags, N_ ("A tag, such as object/drone; repeatable"),
      N_ ("TAG") },
    { "source", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.sources,
      N_ ("Who says it; repeatable, the publisher first"), N_ ("NAME") },
    { "question", 'q', 0, G_OPTION_ARG_STRING, &options.question, N_ ("What it answers"), N_ ("TEXT") },
    { "value", 0, 0, G_OPTION_ARG_STRING, &options.value, N_ ("The answer, on an exclusive question"), N_ ("TEXT") },
    { "stance", 0, 0, G_OPTION_ARG_STRING, &options.stance, N_ ("What it does"), "asserts|denies" },
    { "certainty", 0, 0, G_OPTION_ARG_STRING, &options.certainty, N_ ("How sure its speaker is"),
      "certain|probable|possible|unknown" },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status, N_ ("realis, ongoing, planned, possible, …"),
      N_ ("STATUS") },
    { "quantity", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.quantities,
      N_ ("“450 drones”, “200..999 drones”, “>1500 km”; repeatable"), N_ ("QUANTITY") },
    { "time", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.times,
      N_ ("“2022-08”, “..2022-02-24”, “onset:2022-08”; repeatable"), N_ ("TIME") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options.scope, N_ ("Within which bounds it is meant"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note of yours"), N_ ("TEXT") },
    { "edit", 0, 0, G_OPTION_ARG_STRING, &options.edit, N_ ("Change this claim; what is not given stays"),
      N_ ("CLAIM") },
    { NULL },
  };
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status) || !options_agree (self, &options, &status))
    return status;

  return run_with (self, &options);
}

const GsCliCommand gs_cmd_claim = {
  "claim",
  "WORKSPACE ARTICLE",
  N_ ("Make a claim, or change one"),
  N_ ("Tags, sources and the question are made when they are not there yet."),
  1,
  2,
  1,
  run,
};
