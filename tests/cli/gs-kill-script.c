/* gs-kill-script.c: what the program that is to be killed does.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-kill-script.h"

#include <string.h>

#include "gs-importer.h"
#include "gs-kill.h"

typedef struct
{
  GsWorkspace *workspace;
  GRand *random;
  char *article; /* the last one imported */
  char *claim;   /* the last one made that was not undone */
  guint undone;  /* how many redos there are */
  guint n;
} Script;

static void
imported_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  Script *script = user_data;

  g_assert_cmpint (result->status, ==, GS_IMPORT_IMPORTED);
  g_free (script->article);
  script->article = g_strdup (result->article);
}

static void
import (Script *script)
{
  g_autoptr (GsImporter) importer = gs_importer_new (script->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf ("%u", script->n);
  g_autofree char *text = gs_kill_make_text (script->random, title, script->n);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  gs_kill_say ("begin import\n");
  gs_importer_add_bytes (importer, bytes, "report.txt");
  gs_importer_run (importer, imported_cb, script, NULL, &error);
  g_assert_no_error (error);
  gs_kill_say ("done + article %s\n", script->article);
  script->undone = 0;
}

static void
perform (Script *script, const GsClaimDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (GsAction) action = gs_claim_draft_to_action (script->workspace, draft, &uuid, &error);

  g_assert_no_error (error);
  if (draft->claim != NULL)
    gs_kill_say ("begin = claim %s %s\n", uuid, draft->note);
  else
    gs_kill_say ("begin claim\n");
  gs_workspace_perform (script->workspace, action, &error);
  g_assert_no_error (error);
  if (draft->claim != NULL)
    gs_kill_say ("done = claim %s %s\n", uuid, draft->note);
  else
    gs_kill_say ("done + claim %s\n", uuid);
  g_free (script->claim);
  script->claim = g_steal_pointer (&uuid);
  script->undone = 0;
}

static void
add_claim (Script *script)
{
  g_autofree char *summary = g_strdup_printf ("Claim %u", script->n);
  g_autoptr (GsClaimDraft) draft = gs_kill_draft_claim (script->random, script->article, summary);

  perform (script, draft);
}

static void
edit_claim (Script *script)
{
  g_autoptr (GsClaimDraft) draft = g_new0 (GsClaimDraft, 1);

  draft->claim = g_strdup (script->claim);
  draft->note = g_strdup_printf ("note%u", script->n);
  perform (script, draft);
}

static void
undo (Script *script)
{
  g_autoptr (GError) error = NULL;

  gs_kill_say ("begin undo\n");
  gs_workspace_undo (script->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_kill_say ("done undo\n");
  script->undone++;
  /* What it was may be gone; the next claim or article gives a new one. */
  g_clear_pointer (&script->claim, g_free);
  g_clear_pointer (&script->article, g_free);
}

static void
redo (Script *script)
{
  g_autoptr (GError) error = NULL;

  gs_kill_say ("begin redo\n");
  gs_workspace_redo (script->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_kill_say ("done redo\n");
  script->undone--;
}

static void
step (Script *script)
{
  int dice = g_rand_int_range (script->random, 0, 10);

  if (script->undone > 0 && dice < 7)
    redo (script);
  else if (script->article == NULL || dice < 2)
    import (script);
  else if (script->claim != NULL && dice < 4)
    edit_claim (script);
  else if (dice < 5)
    undo (script);
  else
    add_claim (script);
}

int
gs_kill_script_run (const char *workspace, guint32 seed, guint n_actions)
{
  Script script = { 0 };
  g_autoptr (GError) error = NULL;

  script.workspace = gs_workspace_open (workspace, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  script.random = g_rand_new_with_seed (seed);
  gs_kill_say ("ready\n");

  for (script.n = 0; script.n < n_actions; script.n++)
    step (&script);

  gs_workspace_close (script.workspace);
  g_object_unref (script.workspace);
  g_rand_free (script.random);
  g_free (script.article);
  g_free (script.claim);

  return 0;
}
