/* gs-kill-mixed.c: what one of two programs on one workspace does until it is killed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-kill-mixed.h"

#include "gs-importer.h"
#include "gs-kill.h"
#include "gs-report.h"
#include "gs-test.h"

typedef struct
{
  GsWorkspace *workspace;
  GRand *random;
  const char *name;
  const char *folder;
  char *article; /* (nullable): UUID of the last one imported */
  char *claim;   /* (nullable): UUID of the last one made */
  guint n;
} Script;

/* What the other program may cause: it took away what this one builds on, or
 * there is nothing left to undo. Anything else is a bug. */
static gboolean
is_done (GError *error)
{
  if (error == NULL)
    return TRUE;
  if (!g_error_matches (error, GS_ERROR, GS_ERROR_NOT_FOUND) && !g_error_matches (error, GS_ERROR, GS_ERROR_INVALID)
      && !g_error_matches (error, GS_ERROR, GS_ERROR_LOCKED)
      && !g_error_matches (error, GS_ERROR, GS_ERROR_NOTHING_TO_UNDO)
      && !g_error_matches (error, GS_ERROR, GS_ERROR_NOTHING_TO_REDO))
    g_error ("%s", error->message);
  gs_kill_say ("failed\n");

  return FALSE;
}

static void
imported_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  Script *script = user_data;

  g_assert_cmpint (result->status, ==, GS_IMPORT_IMPORTED);
  g_free (script->article);
  script->article = g_strdup (result->article);
}

static char *
write_article (Script *script, const char *title)
{
  g_autofree char *text = gs_kill_make_text (script->random, title, script->n);
  g_autofree char *base = g_strdup_printf ("%s.txt", title);
  char *path = g_build_filename (script->folder, base, NULL);

  gs_test_write (path, text, -1);

  return path;
}

static void
import (Script *script)
{
  g_autoptr (GsImporter) importer = gs_importer_new (script->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf ("%s-%u", script->name, script->n);
  g_autofree char *path = write_article (script, title);

  gs_kill_say ("begin Import “%s.txt”\tarticle %s\n", title, path);
  gs_importer_add_path (importer, path);
  gs_importer_run (importer, imported_cb, script, NULL, &error);
  if (is_done (error))
    gs_kill_say ("done Import “%s.txt”\n", title);
}

static void
perform (Script *script, const GsClaimDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (GsAction) action = gs_claim_draft_to_action (script->workspace, draft, &uuid, &error);

  if (action == NULL)
    {
      is_done (error);
      g_clear_pointer (&script->claim, g_free);
      g_clear_pointer (&script->article, g_free);
      return;
    }

  gs_kill_say ("begin %s\tclaim %s %s\n", gs_action_get_label (action), uuid, draft->note != NULL ? draft->note : "");
  gs_workspace_perform (script->workspace, action, &error);
  if (!is_done (error))
    return;

  gs_kill_say ("done %s\n", gs_action_get_label (action));
  g_free (script->claim);
  script->claim = g_steal_pointer (&uuid);
}

static void
add_claim (Script *script)
{
  g_autofree char *summary = g_strdup_printf ("%s-%u", script->name, script->n);
  g_autoptr (GsClaimDraft) draft = gs_kill_draft_claim (script->random, script->article, summary);

  perform (script, draft);
}

static void
edit_claim (Script *script)
{
  g_autoptr (GsClaimDraft) draft = g_new0 (GsClaimDraft, 1);

  draft->claim = g_strdup (script->claim);
  draft->summary = g_strdup_printf ("%s-%u", script->name, script->n);
  draft->note = g_strdup_printf ("note%u", script->n);
  perform (script, draft);
}

static void
travel (Script *script, const char *word, gboolean (*step) (GsWorkspace *workspace, char **label, GError **error))
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  gs_kill_say ("begin %s\n", word);
  step (script->workspace, &label, &error);
  if (is_done (error))
    gs_kill_say ("done %s %s\n", word, label);
}

static void export(Script *script)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_strdup_printf ("%s-%u.json", script->name, script->n);
  g_autofree char *path = g_build_filename (script->folder, base, NULL);

  gs_kill_say ("begin !export\n");
  gs_report_export (gs_workspace_get_path (script->workspace), gs_report_format_by_nick ("json"), NULL, path, NULL,
                    &error);
  if (is_done (error))
    gs_kill_say ("done !export %s\n", path);
}

static void
take_step (Script *script)
{
  int dice = g_rand_int_range (script->random, 0, 20);

  if (script->article == NULL || dice < 3)
    import (script);
  else if (dice < 4)
    export(script);
  else if (dice < 7)
    travel (script, "!undo", gs_workspace_undo);
  else if (dice < 9)
    travel (script, "!redo", gs_workspace_redo);
  else if (script->claim != NULL && dice < 12)
    edit_claim (script);
  else
    add_claim (script);
}

int
gs_kill_mixed_run (const char *workspace, const char *folder, const char *name, guint32 seed, guint n_actions)
{
  Script script = { .name = name, .folder = folder };
  g_autoptr (GError) error = NULL;

  script.workspace = gs_workspace_open (workspace, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  script.random = g_rand_new_with_seed (seed);
  gs_kill_say ("ready\n");

  for (script.n = 0; script.n < n_actions; script.n++)
    take_step (&script);

  gs_workspace_close (script.workspace);
  g_object_unref (script.workspace);
  g_rand_free (script.random);
  g_free (script.article);
  g_free (script.claim);

  return 0;
}
