/* gs-source-details.h: the page of one source.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_SOURCE_DETAILS (gs_source_details_get_type ())
G_DECLARE_FINAL_TYPE (GsSourceDetails, gs_source_details, GS, SOURCE_DETAILS, GtkWidget)

/* Signals: "open-claim" (char *article, char *claim): the analyst wants to see
 * it in its article; "show-source" (char *source): another source;
 * "show-origins" (char *question). */

/* @workspace: (nullable) */
void     gs_source_details_set_workspace (GsSourceDetails *self,
                                          GsWorkspace     *workspace);
/* @source: (nullable): UUID. Returns at once; it is read aside. */
void     gs_source_details_show          (GsSourceDetails *self,
                                          const char      *source);
gboolean gs_source_details_is_settled    (GsSourceDetails *self);

G_END_DECLS
