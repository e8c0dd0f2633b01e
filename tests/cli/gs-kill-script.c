/* gs-kill-script.c: what the program that is to be killed does.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-kill-script.h"

#include <string.h>
#include <unistd.h>

#include "gs-importer.h"
#include "gs-names.h"

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
say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  /* One write, so that a kill leaves whole lines. */
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

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
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  /* Of very different sizes, so that kills fall into writes of many pages, too. */
  g_string_printf (text, "Report %u\n\nThe ministry confirmed shipment %u.\n\n", script->n, script->n);
  for (int i = g_rand_int_range (script->random, 0, 400); i > 0; i--)
    g_string_append_printf (text, "Paragraph %d of report %u says little that is new.\n\n", i, script->n);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));

  say ("begin import\n");
  gs_importer_add_bytes (importer, bytes, "report.txt");
  gs_importer_run (importer, imported_cb, script, NULL, &error);
  g_assert_no_error (error);
  say ("done + article %s\n", script->article);
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
    say ("begin = claim %s %s\n", uuid, draft->note);
  else
    say ("begin claim\n");
  gs_workspace_perform (script->workspace, action, &error);
  g_assert_no_error (error);
  if (draft->claim != NULL)
    say ("done = claim %s %s\n", uuid, draft->note);
  else
    say ("done + claim %s\n", uuid);
  g_free (script->claim);
  script->claim = g_steal_pointer (&uuid);
  script->undone = 0;
}

static void
add_claim (Script *script)
{
  g_autoptr (GsClaimDraft) draft = g_new0 (GsClaimDraft, 1);

  draft->article = g_strdup (script->article);
  draft->start = 0;
  draft->end = 6;
  draft->summary = g_strdup_printf ("Claim %u", script->n);
  draft->question = g_strdup_printf ("Was shipment %d confirmed?", g_rand_int_range (script->random, 0, 5));
  draft->stance = g_rand_boolean (script->random) ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  draft->tags = g_ptr_array_new_with_free_func (g_free);
  draft->sources = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (draft->tags, g_strdup_printf ("shipment/%d", g_rand_int_range (script->random, 0, 5)));
  g_ptr_array_add (draft->sources, g_strdup ("The Courier"));
  g_ptr_array_add (draft->sources, g_strdup_printf ("Official %d", g_rand_int_range (script->random, 0, 9)));
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

  say ("begin undo\n");
  gs_workspace_undo (script->workspace, NULL, &error);
  g_assert_no_error (error);
  say ("done undo\n");
  script->undone++;
  /* What it was may be gone; the next claim or article gives a new one. */
  g_clear_pointer (&script->claim, g_free);
  g_clear_pointer (&script->article, g_free);
}

static void
redo (Script *script)
{
  g_autoptr (GError) error = NULL;

  say ("begin redo\n");
  gs_workspace_redo (script->workspace, NULL, &error);
  g_assert_no_error (error);
  say ("done redo\n");
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
  say ("ready\n");

  for (script.n = 0; script.n < n_actions; script.n++)
    step (&script);

  gs_workspace_close (script.workspace);
  g_object_unref (script.workspace);
  g_rand_free (script.random);
  g_free (script.article);
  g_free (script.claim);

  return 0;
}
