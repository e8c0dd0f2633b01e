/* workspace-case.c: what the tests of workspaces share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "workspace-case.h"

GsWorkspace *
workspace_case_new (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_workspace_set_annotator (workspace, "Ada");

  return workspace;
}

char *
workspace_case_save_tag (GsWorkspace *workspace, const char *uuid, const char *name, const char *label)
{
  g_autoptr (GsAction) action = gs_action_new (label);
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;
  char *saved;

  tag->uuid = g_strdup (uuid);
  tag->name = g_strdup (name);
  saved = g_strdup (gs_action_save (action, &gs_tag_type, tag));
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);

  return saved;
}

GsTagRecord *
workspace_case_load_tag (GsWorkspace *workspace, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  GsTagRecord *tag = gs_workspace_load (workspace, &gs_tag_type, uuid, &error);

  g_assert_no_error (error);

  return tag;
}

void
workspace_case_count_cb (gpointer counter)
{
  (*(guint *) counter)++;
}
