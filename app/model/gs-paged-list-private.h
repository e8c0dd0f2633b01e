/* gs-paged-list-private.h: what the parts of the paged list share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gs-paged-list.c reads how many rows there are and in which order,
 * gs-paged-list-order.c takes that over and announces what differs, and
 * gs-paged-list-pages.c brings what is in the rows.
 */

#pragma once

#include "gs-paged-list.h"

G_BEGIN_DECLS

#define GS_PAGE_SIZE 64
/* Rows that a filter leaves are counted so far before the first page is shown. */
#define GS_COUNTED 1024

struct _GsPagedList
{
  GObject             parent_instance;

  GsWorkspace        *workspace;
  const GsRecordType *listing;
  GsListFilter       *filter;
  gulong              changed_id;

  guint               n_items;
  gboolean            loading; /* the count is not known */
  gboolean            partial; /* there may be more rows than were counted */
  GArray             *skeleton; /* gint64 row numbers, NULL until known */
  GCancellable       *reading; /* count or skeleton under way */
  guint               serial; /* of that reading; an older one is ignored */
  gboolean            stale; /* changed since the rows in memory were read */
  guint               pause; /* source that begins reading the skeleton */
  gboolean            dirty; /* changed since that reading began */

  GHashTable         *rows; /* position → GsRow that somebody holds, not owned */
  GHashTable         *pages; /* page number → GPtrArray of GsRow, owned */
  GQueue              recent; /* page numbers, the latest first */
  GArray             *wanted; /* page numbers (guint), the latest last */
  guint               wanted_idle;
  GCancellable       *fetching; /* page under way */
  guint               fetch_serial;
};

/* What an asynchronous reading is given: the list may be gone before it ends,
 * or no longer want its answer. */
typedef struct
{
  GWeakRef list;
  guint    serial;
  guint    page;
} GsPagedListTicket;

GsPagedListTicket *gs_paged_list_ticket_new  (GsPagedList       *self,
                                              guint              serial);
/* (transfer full) (nullable); frees the ticket. */
GsPagedList       *gs_paged_list_ticket_take (GsPagedListTicket *ticket);
void               gs_paged_list_fail        (GsPagedList       *self,
                                              GError            *error);

/* Rows that somebody holds, to be put back at their new places. (transfer full) */
GPtrArray  *gs_paged_list_take_rows  (GsPagedList       *self);
/* Row number → row, of the rows at @position … @position + @n that are filled. */
GHashTable *gs_paged_list_index_rows (const GPtrArray   *rows,
                                      guint              position,
                                      guint              n);
/* @self has the rows that it is announced to have. */
void        gs_paged_list_announce   (GsPagedList       *self,
                                      guint              position,
                                      guint              removed,
                                      guint              added);
/* @skeleton: row numbers in order. */
void        gs_paged_list_apply      (GsPagedList       *self,
                                      GArray            *skeleton);

GsRow *gs_paged_list_dup_row      (GsPagedList *self,
                                   guint        position);
void   gs_paged_list_add_row      (GsPagedList *self,
                                   guint        position,
                                   GsRow       *row);
void   gs_paged_list_drop_row     (GsPagedList *self,
                                   GsRow       *row);
void   gs_paged_list_want         (GsPagedList *self,
                                   guint        page);
void   gs_paged_list_put_page     (GsPagedList *self,
                                   guint        page,
                                   GPtrArray   *records);
/* Forgets every page; rows that somebody holds stay, and are read again. */
void   gs_paged_list_drop_pages   (GsPagedList *self);
void   gs_paged_list_want_held    (GsPagedList *self);
void   gs_paged_list_clear_rows   (GsPagedList *self);

G_END_DECLS
