/* workspace-case.h: what the tests of workspaces share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-test.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

/* In memory; Ada is at work. */
GsWorkspace *workspace_case_new      (void);
/* In an action of its own called @label; @uuid: (nullable). Gives its UUID. */
char        *workspace_case_save_tag (GsWorkspace *workspace,
                                      const char  *uuid,
                                      const char  *name,
                                      const char  *label);
GsTagRecord *workspace_case_load_tag (GsWorkspace *workspace,
                                      const char  *uuid);
/* Adds one to a guint. */
void         workspace_case_count_cb (gpointer     counter);

G_END_DECLS
