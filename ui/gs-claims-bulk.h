/* gs-claims-bulk.h: one action on many claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-paged-list.h"

G_BEGIN_DECLS

/* More claims than this are not changed at once: an action is held in memory
 * whole before it is carried out. */
#define GS_CLAIMS_BULK_MAX 20000

/* @chosen: positions in @list. Each does it without waiting, and tells how it
 * went with a toast around @widget. */

/* @path: of a tag, made if it is not there. */
void gs_claims_bulk_add_tag    (GtkWidget   *widget,
                                GsWorkspace *workspace,
                                GsPagedList *list,
                                GtkBitset   *chosen,
                                const char  *path);
void gs_claims_bulk_remove_tag (GtkWidget   *widget,
                                GsWorkspace *workspace,
                                GsPagedList *list,
                                GtkBitset   *chosen,
                                const char  *path);
void gs_claims_bulk_delete     (GtkWidget   *widget,
                                GsWorkspace *workspace,
                                GsPagedList *list,
                                GtkBitset   *chosen);

G_END_DECLS
