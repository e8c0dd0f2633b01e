/* gs-paged-list.h: a list of the workspace's rows that pages through the database.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of GsRow. get_item answers at once; a page that is not in
 * memory is asked for and fills its rows when it arrives. Pages not looked
 * at lately are dropped, so that memory does not grow with the list.
 */

#pragma once

#include "gs-row.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_PAGED_LIST (gs_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (GsPagedList, gs_paged_list, GS, PAGED_LIST, GObject)

/* Properties: "n-items" (uint), "loading" (boolean: until the count is known).
 * Signal "failed" (GError*): reading failed; the list keeps what it has. */

/* @listing: one of the listing types; @filter: (nullable), copied. Follows the
 * workspace's "changed". */
GsPagedList *gs_paged_list_new        (GsWorkspace         *workspace,
                                       const GsRecordType  *listing,
                                       const GsListFilter  *filter);
void         gs_paged_list_set_filter (GsPagedList         *self,
                                       const GsListFilter  *filter);
const GsListFilter *gs_paged_list_get_filter (GsPagedList  *self);
gboolean     gs_paged_list_is_loading (GsPagedList         *self);
/* There may be more rows, which are being counted. */
gboolean     gs_paged_list_is_partial (GsPagedList         *self);
/* Position of the row with that UUID among the rows in memory, or
 * GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint        gs_paged_list_find       (GsPagedList         *self,
                                       const char          *uuid);

G_END_DECLS
