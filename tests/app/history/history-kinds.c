/* history-kinds.c: every kind of thing that can be done to a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window and gainsayctl build for themselves is built here the same
 * way: a save, a replacement or a deletion of records of one type.
 */

#include "config.h"

#include "history-kinds.h"

#include "gs-agreement.h"
#include "gs-db-fixture.h"
#include "gs-importer.h"
#include "gs-merge.h"
#include "gs-names.h"
#include "gs-reextract.h"
#include "gs-report.h"
#include "gs-rezone.h"
#include "gs-similar.h"
#include "gs-source-merge.h"

static int
dice (Case *self, int sides)
{
  return g_rand_int_range (self->random, 0, sides);
}

static char *
any (Case *self, const GsRecordType *type)
{
  return history_any (self->workspace, type, self->random);
}

/* Performs and frees @action; %NULL is what could not be built. */
static gboolean
perform (Case *self, GsAction *action, GError **error)
{
  gboolean done = action != NULL && gs_workspace_perform (self->workspace, action, error);

  g_clear_pointer (&action, gs_action_unref);

  return done;
}

/* Records as they are ---------------------------------------------------------- */

static const GsRecordType *
any_type (Case *self)
{
  return gs_workspace_types[dice (self, (int) gs_n_workspace_types)];
}

/* Every field of a record of any type gets another value. */
static gboolean
save_record (Case *self, GError **error)
{
  g_autoptr (GsAction) action = gs_action_new ("Save");
  const GsRecordType *type = any_type (self);
  int n = dice (self, 5) + 1;
  gpointer record = fixture_record (type, n, n * 1000 + dice (self, 1000));

  gs_action_save (action, type, record);
  gs_record_free (type, record);

  return gs_workspace_perform (self->workspace, action, error);
}

static gboolean
delete_record (Case *self, GError **error)
{
  g_autoptr (GsAction) action = gs_action_new ("Delete");
  const GsRecordType *type = any_type (self);
  g_autofree char *uuid = any (self, type);

  if (uuid == NULL)
    return FALSE;
  gs_action_delete (action, type, uuid);

  return gs_workspace_perform (self->workspace, action, error);
}

static gboolean
replace_record (Case *self, GError **error)
{
  g_autoptr (GsAction) action = gs_action_new ("Replace");
  const GsRecordType *type = any_type (self);
  g_autofree char *gone = any (self, type);
  g_autofree char *into = any (self, type);

  if (gone == NULL || g_str_equal (gone, into))
    return FALSE;
  gs_action_replace (action, type, gone, into);
  if (dice (self, 2) == 0)
    gs_action_delete (action, type, gone);

  return gs_workspace_perform (self->workspace, action, error);
}

/* Several records of several types at once, as a merge or a bulk change does. */
static gboolean
save_several (Case *self, GError **error)
{
  g_autoptr (GsAction) action = gs_action_new ("Save several");

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (int n = 1; n <= 2; n++)
        {
          const GsRecordType *type = gs_workspace_types[i];
          gpointer record = fixture_record (type, n, n * 1000 + dice (self, 1000));

          gs_action_save (action, type, record);
          gs_record_free (type, record);
        }
    }
  if (dice (self, 2) == 0)
    gs_action_keep_stamps (action);

  return gs_workspace_perform (self->workspace, action, error);
}

/* Claims ------------------------------------------------------------------------ */

static GsClaimDraft *
draft_new (Case *self)
{
  GsClaimDraft *draft = g_new0 (GsClaimDraft, 1);

  draft->end = 6;
  draft->summary = g_strdup_printf ("Claim %u", self->n);
  draft->question = g_strdup_printf ("Was shipment %d confirmed?", dice (self, 4));
  draft->stance = dice (self, 2);
  draft->tags = g_ptr_array_new_with_free_func (g_free);
  draft->sources = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (draft->tags, g_strdup_printf ("shipment/%d", dice (self, 5)));
  g_ptr_array_add (draft->sources, g_strdup ("The Courier"));
  g_ptr_array_add (draft->sources, g_strdup_printf ("Official %d", dice (self, 5)));

  return draft;
}

static gboolean
add_claim (Case *self, GError **error)
{
  g_autoptr (GsClaimDraft) draft = draft_new (self);

  draft->article = any (self, &gs_article_type);

  return draft->article != NULL && gs_claim_draft_perform (self->workspace, draft, NULL, error);
}

static gboolean
change_claim (Case *self, GError **error)
{
  g_autoptr (GsClaimDraft) draft = draft_new (self);

  draft->claim = any (self, &gs_claim_type);
  draft->end = 0;
  draft->note = g_strdup_printf ("note %u", self->n);
  draft->grade = dice (self, 4);

  return draft->claim != NULL && gs_claim_draft_perform (self->workspace, draft, NULL, error);
}

static gboolean
settle (Case *self, GError **error)
{
  g_autofree char *a = any (self, &gs_claim_type);
  g_autofree char *b = any (self, &gs_claim_type);
  g_autoptr (GsClaimRecord) one = NULL;
  g_autoptr (GsClaimRecord) two = NULL;
  GsDisagreement disagreement = { 0 };

  if (a == NULL || g_str_equal (a, b))
    return FALSE;
  one = gs_workspace_load (self->workspace, &gs_claim_type, a, error);
  two = gs_workspace_load (self->workspace, &gs_claim_type, b, error);
  g_assert_true (one != NULL && two != NULL);
  disagreement.a = one;
  disagreement.b = two;

  return gs_disagreement_settle (self->workspace, &disagreement, dice (self, 3), error);
}

/* Sources and questions ------------------------------------------------------------ */

static gboolean
merge_sources (Case *self, GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *source = any (self, &gs_source_type);

  if (source == NULL)
    return FALSE;
  g_ptr_array_add (others, any (self, &gs_source_type));

  return perform (self, gs_source_merge_to_action (self->workspace, source, others, error), error);
}

static gboolean
split_source (Case *self, GError **error)
{
  g_autofree char *uuid = any (self, &gs_source_type);
  g_autofree char *name = g_strdup_printf ("Split %u", self->n);
  g_autoptr (GsSourceSplit) split = NULL;
  g_autoptr (GsSourceRecord) source = NULL;

  if (uuid == NULL)
    return FALSE;
  source = gs_workspace_load (self->workspace, &gs_source_type, uuid, error);
  split = gs_source_split_new (uuid, name);
  for (guint i = 0; i < source->aliases->len; i += 2)
    g_ptr_array_add (split->aliases, g_strdup (((GsAliasRecord *) source->aliases->pdata[i])->name));

  return perform (self, gs_source_split_to_action (self->workspace, split, NULL, error), error);
}

/* Articles ------------------------------------------------------------------------- */

static gboolean
import_articles (Case *self, GError **error)
{
  g_autoptr (GsImporter) importer = gs_importer_new (self->workspace);

  for (int i = dice (self, 3); i >= 0; i--)
    {
      /* Some come again with another text: those are revisions. */
      g_autofree char *html = g_strdup_printf (
        "<html><head><title>Report %d</title><link rel=\"canonical\" href=\"https://courier.example/%d\">"
        "</head><body><article><h1>Report on shipment %d</h1><p>The ministry confirmed shipment %d on Monday, "
        "officials said in a statement.</p><p>It was the report number %u that it gave of these.</p></article>"
        "</body></html>",
        dice (self, 9), dice (self, 9), dice (self, 9), dice (self, 3), self->n);
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

      gs_importer_add_bytes (importer, bytes, "report.html");
    }

  return gs_importer_run (importer, NULL, NULL, NULL, error);
}

/* As an extractor of long ago left it: reading it anew makes a revision. */
static gboolean
store_old_reading (Case *self, GError **error)
{
  g_autofree char *text = g_strdup_printf ("Report %u\n\nThe ministry confirmed it.\n\nOf old, it did not.\n", self->n);
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  gint64 group = 0;

  article->title = g_strdup ("Of old");
  article->path = g_strdup ("old.txt");
  article->media_type = g_strdup ("text/plain");
  article->original = g_bytes_new (text, strlen (text));
  article->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, article->original);
  article->text = g_strdup ("The ministry confirmed it.");
  g_ptr_array_add (articles, article);

  return gs_workspace_store_articles (self->workspace, "Import of old", articles, results, uuids, &group, error);
}

static gboolean
read_anew (Case *self, GError **error)
{
  g_autofree char *article = any (self, &gs_article_type);

  return article != NULL && gs_reextract (self->workspace, article, NULL, error);
}

static gboolean
mark_passage (Case *self, GError **error)
{
  g_autofree char *article = any (self, &gs_article_type);
  GsRezone *rezone;
  gboolean done;

  if (article == NULL)
    return FALSE;
  rezone = gs_rezone_new (article, dice (self, 30), 30 + dice (self, 30), dice (self, 5));
  done = gs_workspace_perform_built (self->workspace, gs_rezone_build, rezone, NULL, error);
  gs_rezone_free (rezone);

  return done;
}

static gboolean
decide_likeness (Case *self, GError **error)
{
  g_autofree char *article = any (self, &gs_article_type);
  g_autofree char *other = any (self, &gs_article_type);

  return article != NULL
         && perform (self, gs_similar_decide (self->workspace, article, other, dice (self, 3), error), error);
}

/* Other workspaces -------------------------------------------------------------------- */

/* They go on with their work, too. */
static void
disturb_theirs (Case *self)
{
  Case theirs = { .workspace = self->theirs, .random = self->random, .n = self->n };
  gboolean (*const ways[]) (Case * self, GError * *error) = { add_claim, change_claim, import_articles };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) ignored = NULL;

      ways[dice (self, G_N_ELEMENTS (ways))](&theirs, &ignored);
    }
}

static gboolean
merge_workspace (Case *self, GError **error)
{
  g_autoptr (GsMerge) merge = NULL;

  disturb_theirs (self);
  merge = gs_merge_compare (self->workspace, self->theirs, dice (self, 3), NULL, error);

  return merge != NULL && gs_merge_perform (merge, NULL, error);
}

static gboolean
import_report (Case *self, GError **error)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  disturb_theirs (self);
  if (!gs_report_write (self->theirs, gs_report_format_by_nick ("json"), NULL, out, NULL, error))
    return FALSE;
  g_output_stream_close (out, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));

  return gs_report_import (self->workspace, bytes, "theirs.json", NULL, error);
}

/* What the window and gainsayctl say of single records is a save of one of
 * them, and a removal a deletion; bulk changes are several at once. */
const HistoryKind history_kinds[] = {
  { "save",
    "gs-origins-view.c gs-source-change.c gs-judge.c gs-question-form.c gs-tag-colour.c cmd-questions.c cmd-verdict.c "
    "cmd-link.c",
    save_record },
  { "save several", "gs-claims-bulk.c", save_several },
  { "delete", "gs-claim-save.c gs-library.c", delete_record },
  { "replace", "gs-question-form.c", replace_record },
  { "add claim", "gs-claim-draft.c", add_claim },
  { "change claim", "gs-claim-draft.c", change_claim },
  { "settle disagreement", "gs-disagreements.c", settle },
  { "merge sources", "gs-source-merge.c", merge_sources },
  { "split source", "gs-source-split.c", split_source },
  { "import", "gs-importer.c gs-workspace-store.c", import_articles },
  { "store", "gs-workspace-store.c", store_old_reading },
  { "read anew", "gs-reextract.c", read_anew },
  { "mark passage", "gs-rezone.c", mark_passage },
  { "decide likeness", "gs-similar.c", decide_likeness },
  { "merge", "gs-merge-perform.c", merge_workspace },
  { "import report", "gs-report-import.c gs-report-loader.c gs-workspace-act.c", import_report },
};
const guint n_history_kinds = G_N_ELEMENTS (history_kinds);
