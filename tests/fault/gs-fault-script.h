/* gs-fault-script.h: what a workspace goes through while the disk fails.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  char        *path;
  char        *other; /* the workspace that is merged */
  GBytes      *report; /* that is imported */
  GsWorkspace *workspace; /* (nullable) */
} GsFaultScript;

guint       gs_fault_script_length  (void);
const char *gs_fault_script_name    (guint           step);
/* One step; FALSE with the error it met. */
gboolean    gs_fault_script_step    (GsFaultScript  *self,
                                     guint           step,
                                     GError        **error);
void        gs_fault_script_close   (GsFaultScript  *self);

/* Adds a record's fields to @state, without stamps. */
void        gs_fault_put_record     (GString            *state,
                                     const GsRecordType *type,
                                     gconstpointer       record);
/* (transfer full): all that an open workspace holds, without stamps and what is made by chance. */
char       *gs_fault_state          (GsWorkspace    *workspace);
/* Makes the workspace that is merged later. */
void        gs_fault_script_prepare (const char     *path);
/* Makes one with the articles of the script, a report and so many claims. */
void        gs_fault_script_fill    (const char     *path,
                                     const char     *report,
                                     guint           n_claims);

G_END_DECLS
