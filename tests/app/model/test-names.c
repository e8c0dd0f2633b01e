/* test-names.c: typed names and claims as actions.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-names.h"
#include "gs-test.h"

#define TEXT "🛰 Iran sent 450 drones, said the e\xcc\x81lite. Iran denies that it sent 450 drones."

typedef struct
{
  GsWorkspace *workspace;
  char *article;
} Fixture;

static void
perform (GsWorkspace *workspace, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsAction) action = gs_action_new ("Set up");
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
  g_autoptr (GError) error = NULL;

  fixture->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  article->text = g_strdup (TEXT);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);
  fixture->article = g_strdup (gs_action_save (action, &gs_article_type, article));
  source->name = g_strdup ("Russia");
  ((GsAliasRecord *) gs_record_append (source->aliases, &gs_alias_type))->name = g_strdup ("Russland");
  gs_action_save (action, &gs_source_type, source);
  perform (fixture->workspace, action);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->workspace);
  g_free (fixture->article);
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsAction) action = gs_action_new ("Tag"), again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shahed = gs_names_ensure_tag (fixture->workspace, action, " object / drone/shahed-136 ", &error);
  g_autofree char *other = gs_names_ensure_tag (fixture->workspace, action, "object/drone/mohajer", &error);
  g_autofree char *same = gs_names_ensure_tag (fixture->workspace, action, "object/drone/shahed-136", &error);
  g_autofree char *there = NULL, *path = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (shahed, ==, same);
  g_assert_cmpstr (shahed, !=, other);
  perform (fixture->workspace, action);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_tag_type, NULL), ==, 4);
  there = gs_workspace_find_name (fixture->workspace, &gs_tag_type, "object/drone/shahed-136", &error);
  g_assert_cmpstr (there, ==, shahed);

  again = gs_action_new ("Again");
  path = gs_names_ensure_tag (fixture->workspace, again, "object/drone", &error);
  g_assert_true (gs_action_is_empty (again));
  g_assert_null (gs_names_ensure_tag (fixture->workspace, again, "object//x", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (gs_names_ensure_tag (fixture->workspace, again, "", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsAction) action = gs_action_new ("Name");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = gs_names_ensure_source (fixture->workspace, action, "russia", &error);
  g_autofree char *alias = gs_names_ensure_source (fixture->workspace, action, " RUSSLAND ", &error);
  g_autofree char *fresh = NULL, *cased = NULL, *question = NULL, *asked = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, alias);
  g_assert_true (gs_action_is_empty (action));

  fresh = gs_names_ensure_source (fixture->workspace, action, "Élysée", &error);
  cased = gs_names_ensure_source (fixture->workspace, action, "ÉLYSÉE", &error);
  g_assert_cmpstr (fresh, ==, cased);
  question = gs_names_ensure_question (fixture->workspace, action, "When?", &error);
  asked = gs_names_ensure_question (fixture->workspace, action, " when? ", &error);
  g_assert_cmpstr (question, ==, asked);
  g_assert_null (gs_names_ensure_source (fixture->workspace, action, "  ", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
}

static GPtrArray *
texts (const char *joined)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (joined, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (parts[i]));

  return array;
}

static GsClaimDraft *
draft_of (Fixture *fixture, gint64 start, gint64 end)
{
  GsClaimDraft *draft = g_new0 (GsClaimDraft, 1);

  draft->article = g_strdup (fixture->article);
  draft->start = start;
  draft->end = end;

  return draft;
}

static char *
carry_out (Fixture *fixture, const GsClaimDraft *draft, const char *label)
{
  g_autoptr (GError) error = NULL;
  char *uuid = NULL;
  g_autoptr (GsAction) action = gs_claim_draft_to_action (fixture->workspace, draft, &uuid, &error);

  g_assert_no_error (error);
  if (label == NULL)
    g_assert_true (gs_action_is_empty (action));
  else
    g_assert_cmpstr (gs_action_get_label (action), ==, label);
  perform (fixture->workspace, action);

  return uuid;
}

static char *
add_claim (Fixture *fixture)
{
  g_autoptr (GsClaimDraft) draft = draft_of (fixture, 12, 22);

  draft->summary = g_strdup (" 450 drones were sent ");
  draft->question = g_strdup ("How many?");
  draft->value = g_strdup ("450");
  draft->tags = texts ("object/drone,admits,object/drone");
  draft->sources = texts ("VRT,Russland,VRT");
  draft->quantities = gs_record_array_new (&gs_quantity_type);
  g_ptr_array_add (draft->quantities, gs_quantity_parse ("450 drones", NULL));

  return carry_out (fixture, draft, "Add claim “450 drones were sent”");
}

static GsClaimRecord *
load (Fixture *fixture, const char *uuid)
{
  return gs_workspace_load (fixture->workspace, &gs_claim_type, uuid, NULL);
}

static void
test_new_claim (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = add_claim (fixture);
  g_autoptr (GsClaimRecord) claim = load (fixture, uuid);
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  const GsHopRecord *hop;
  g_autoptr (GsSourceRecord) source = NULL;

  g_assert_cmpstr (quote->exact, ==, "450 drones");
  g_assert_cmpint (quote->start, ==, 12);
  g_assert_cmpstr (quote->prefix, ==, "🛰 Iran sent ");
  g_assert_true (g_str_has_prefix (quote->suffix, ", said the e\xcc\x81lite."));
  g_assert_cmpstr (claim->summary, ==, "450 drones were sent");
  g_assert_cmpuint (claim->tags->len, ==, 2);
  g_assert_cmpuint (claim->hops->len, ==, 3);
  hop = claim->hops->pdata[1];
  source = gs_workspace_load (fixture->workspace, &gs_source_type, hop->source, NULL);
  g_assert_cmpstr (source->name, ==, "Russia");
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_source_type, NULL), ==, 2);

  /* Undo takes the claim and all that was made for it. */
  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, NULL));
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_claim_type, NULL), ==, 0);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_tag_type, NULL), ==, 0);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_question_type, NULL), ==, 0);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_source_type, NULL), ==, 1);
}

/* Gives the claim what a draft cannot say. */
static void
enrich (Fixture *fixture, const char *uuid)
{
  g_autoptr (GsAction) action = gs_action_new ("Enrich");
  g_autoptr (GsClaimRecord) claim = load (fixture, uuid);

  ((GsHopRecord *) claim->hops->pdata[1])->cue = g_strdup ("said");
  ((GsHopRecord *) claim->hops->pdata[1])->mode = GS_MODE_INDIRECT;
  ((GsHopRecord *) claim->hops->pdata[2])->cue = g_strdup ("second");
  ((GsQuantityRecord *) claim->quantities->pdata[0])->text = g_strdup ("450 drones, it says");
  ((GsSlotRecord *) gs_record_append (claim->slots, &gs_slot_type))->name = g_strdup ("actor");
  gs_action_save (action, &gs_claim_type, claim);
  perform (fixture->workspace, action);
}

static void
test_change_claim (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = add_claim (fixture), *same = NULL, *changed = NULL;
  g_autoptr (GsClaimRecord) before = NULL, after = NULL;
  g_autoptr (GsClaimDraft) nothing = draft_of (fixture, 12, 22), draft = draft_of (fixture, 0, 0);
  const GsHopRecord *hop;

  enrich (fixture, uuid);
  before = load (fixture, uuid);

  /* The same again, by other spellings of the same names: nothing to do. */
  nothing->claim = g_strdup (uuid);
  nothing->summary = g_strdup ("450 drones were sent");
  nothing->question = g_strdup (" how MANY? ");
  nothing->tags = texts ("object/drone,admits");
  nothing->sources = texts ("vrt,RUSSIA,VRT");
  nothing->quantities = gs_record_array_new (&gs_quantity_type);
  g_ptr_array_add (nothing->quantities, gs_quantity_parse ("450drones", NULL));
  same = carry_out (fixture, nothing, NULL);
  g_assert_cmpstr (same, ==, uuid);

  draft->claim = g_strdup (uuid);
  draft->stance = GS_STANCE_DENIES;
  draft->question = g_strdup ("");
  draft->value = g_strdup ("");
  draft->sources = texts ("Russia,Tass");
  changed = carry_out (fixture, draft, "Change claim “450 drones were sent”");
  after = load (fixture, uuid);
  g_assert_cmpstr (changed, ==, uuid);
  g_assert_cmpstr (after->created, ==, before->created);
  g_assert_cmpint (after->stance, ==, GS_STANCE_DENIES);
  g_assert_null (after->question);
  g_assert_null (after->value);
  g_assert_cmpstr (after->summary, ==, before->summary);
  g_assert_true (gs_record_equal (&gs_span_type, gs_claim_record_quote (after), gs_claim_record_quote (before)));
  g_assert_cmpuint (after->slots->len, ==, 1);
  g_assert_cmpuint (after->tags->len, ==, 2);
  g_assert_cmpstr (((GsQuantityRecord *) after->quantities->pdata[0])->text, ==, "450 drones, it says");
  g_assert_cmpuint (after->hops->len, ==, 2);
  hop = after->hops->pdata[0];
  g_assert_cmpstr (hop->cue, ==, "said");
  g_assert_cmpint (hop->mode, ==, GS_MODE_INDIRECT);
  g_assert_null (((GsHopRecord *) after->hops->pdata[1])->cue);
}

static void
test_move_claim (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = add_claim (fixture), *changed = NULL;
  g_autoptr (GsClaimRecord) before = load (fixture, uuid), after = NULL;
  g_autoptr (GsClaimDraft) draft = draft_of (fixture, 12, 16);

  draft->claim = g_strdup (uuid);
  changed = carry_out (fixture, draft, "Change claim “450 drones were sent”");
  after = load (fixture, uuid);
  g_assert_cmpuint (after->spans->len, ==, 1);
  g_assert_cmpstr (gs_claim_record_quote (after)->exact, ==, "450 ");
  g_assert_cmpstr (gs_claim_record_quote (after)->uuid, ==, gs_claim_record_quote (before)->uuid);
}

static void
test_bad_drafts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 start, end;
  } ranges[] = { { 0, 0 }, { 5, 5 }, { 6, 5 }, { -1, 5 }, { 0, 1000 } };
  g_autoptr (GsClaimDraft) nowhere = draft_of (fixture, 0, 5), gone = draft_of (fixture, 0, 5);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GsClaimDraft) draft = draft_of (fixture, ranges[i].start, ranges[i].end);

      g_assert_null (gs_claim_draft_to_action (fixture->workspace, draft, NULL, &error));
      g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_clear_pointer (&nowhere->article, g_free);
  g_assert_null (gs_claim_draft_to_action (fixture->workspace, nowhere, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_clear_error (&error);
  gone->claim = g_strdup ("00000000-0000-4000-8000-000000000000");
  g_assert_null (gs_claim_draft_to_action (fixture->workspace, gone, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_claim_type, NULL), ==, 0);
}

/* A label fits its button, and is cut between letters, not within. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDraft) draft = draft_of (fixture, 0, 60);
  g_autofree char *uuid =
    carry_out (fixture, draft, "Add claim “🛰 Iran sent 450 drones, said the e\xcc\x81lite…”");

  g_assert_nonnull (uuid);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/app/names/tags", test_tags);
  ADD ("/app/names/sources", test_sources);
  ADD ("/app/draft/new-claim", test_new_claim);
  ADD ("/app/draft/change-claim", test_change_claim);
  ADD ("/app/draft/move-claim", test_move_claim);
  ADD ("/app/draft/bad", test_bad_drafts);
  ADD ("/app/draft/label", test_label);

  return g_test_run ();
}
