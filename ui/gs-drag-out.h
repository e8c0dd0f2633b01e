/* gs-drag-out.h: claims and articles, dragged to another program.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_DRAG_OUT (gs_drag_out_get_type ())
G_DECLARE_FINAL_TYPE (GsDragOut, gs_drag_out, GS, DRAG_OUT, GdkContentProvider)

/* What is dragged. Texts are read when whoever takes it asks for them. (transfer full) */
GdkContentProvider *gs_drag_out_new_claims  (GsWorkspace            *workspace,
                                             GPtrArray              *claims);
GdkContentProvider *gs_drag_out_new_article (GsWorkspace            *workspace,
                                             const GsArticleListing *article);

/* Has the row be dragged. */
void                gs_drag_out_add_item    (GtkListItem            *item);
void                gs_drag_out_add_claim   (GtkWidget              *row,
                                             const GsClaimListing   *claim);

G_END_DECLS
