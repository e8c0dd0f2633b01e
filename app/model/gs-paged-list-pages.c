/* gs-paged-list-pages.c: rows by pages, fetched when somebody looks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row lives as long as somebody holds it: a face, or a page lately looked
 * at. One page is fetched at a time, the one wanted last first; what nobody
 * holds any longer when its turn comes has been scrolled past and is dropped.
 */

#include "config.h"

#include "gs-paged-list-private.h"

#include "gs-row-private.h"

/* Pages kept although nobody may hold their rows. */
#define MAX_PAGES 64

/* Every listing begins with its row number. */
static gint64
id_of (gconstpointer record)
{
  return *(const gint64 *) record;
}

static void
row_gone_cb (GsRow *row, gpointer owner)
{
  GsPagedList *self = owner;

  g_hash_table_remove (self->rows, GUINT_TO_POINTER (gs_row_get_position (row)));
}

void
gs_paged_list_add_row (GsPagedList *self, guint position, GsRow *row)
{
  gs_row_set_owner (row, row_gone_cb, self);
  gs_row_set_position (row, position);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
}

/* The row shows something that is no longer in the list. */
void
gs_paged_list_drop_row (GsPagedList *self, GsRow *row)
{
  gs_row_set_owner (row, NULL, NULL);
}

static void
touch (GsPagedList *self, guint page)
{
  GList *link = g_queue_find (&self->recent, GUINT_TO_POINTER (page));

  if (link == self->recent.head)
    return;
  g_queue_unlink (&self->recent, link);
  g_queue_push_head_link (&self->recent, link);
}

GsRow *
gs_paged_list_dup_row (GsPagedList *self, guint position)
{
  GsRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  guint page = position / GS_PAGE_SIZE;

  if (g_hash_table_contains (self->pages, GUINT_TO_POINTER (page)))
    touch (self, page);

  if (row != NULL)
    g_object_ref (row);
  else
    {
      row = gs_row_new (self->listing, NULL);
      gs_paged_list_add_row (self, position, row);
    }
  if (gs_row_get_record (row) == NULL)
    gs_paged_list_want (self, page);

  return row;
}

/* Fills the rows of a page, taking them out of @records; those that nobody holds are made for the page. */
void
gs_paged_list_put_page (GsPagedList *self, guint page, GPtrArray *records)
{
  guint first = page * GS_PAGE_SIZE, next = 0;
  GPtrArray *rows = g_ptr_array_new_full (GS_PAGE_SIZE, g_object_unref);

  for (guint position = first; position < MIN (first + GS_PAGE_SIZE, self->n_items) && next < records->len; position++)
    {
      GsRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));

      /* A row that is gone was skipped; its place stays empty until the list
       * hears of the change. */
      if (self->skeleton != NULL && id_of (records->pdata[next]) != g_array_index (self->skeleton, gint64, position))
        continue;

      if (row != NULL)
        g_ptr_array_add (rows, g_object_ref (row));
      else
        {
          row = gs_row_new (self->listing, NULL);
          gs_paged_list_add_row (self, position, row);
          g_ptr_array_add (rows, row);
        }
      gs_row_fill (row, g_steal_pointer (&records->pdata[next++]));
    }

  if (g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), rows))
    g_queue_push_head (&self->recent, GUINT_TO_POINTER (page));
  else
    touch (self, page);
  while (self->recent.length > MAX_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
}

void
gs_paged_list_drop_pages (GsPagedList *self)
{
  g_queue_clear (&self->recent);
  g_hash_table_remove_all (self->pages);
  /* An answer under way is for the order before. */
  g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
  self->fetch_serial++;
}

void
gs_paged_list_want_held (GsPagedList *self)
{
  GHashTableIter iter;
  gpointer position;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    gs_paged_list_want (self, GPOINTER_TO_UINT (position) / GS_PAGE_SIZE);
}

void
gs_paged_list_clear_rows (GsPagedList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gs_paged_list_drop_row (self, row);
  g_hash_table_remove_all (self->rows);
}

/**
 * gs_paged_list_find:
 * @self: a #GsPagedList
 * @uuid: UUID of a record
 *
 * Looks among the rows in memory only: a row that has not been paged in is not found.
 *
 * Returns: its position, or %G_MAXUINT
 */
guint
gs_paged_list_find (GsPagedList *self, const char *uuid)
{
  GHashTableIter iter;
  gpointer position, row;

  g_return_val_if_fail (GS_IS_PAGED_LIST (self), G_MAXUINT);
  g_return_val_if_fail (uuid != NULL, G_MAXUINT);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &position, &row))
    {
      if (g_strcmp0 (gs_row_get_uuid (row), uuid) == 0)
        return GPOINTER_TO_UINT (position);
    }

  return G_MAXUINT;
}

/* Fetching --------------------------------------------------------------------- */

typedef struct
{
  const GsRecordType *listing;
  GsListFilter *filter; /* without skeleton */
  gint64 *ids;          /* with it */
  guint offset;
  guint n;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  gs_list_filter_free (fetch->filter);
  g_free (fetch->ids);
  g_free (fetch);
}

static gpointer
fetch_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Fetch *fetch = data;

  if (fetch->ids != NULL)
    return gs_workspace_list_rows (workspace, fetch->listing, fetch->ids, fetch->n, error);

  return gs_workspace_list_page (workspace, fetch->listing, fetch->filter, fetch->offset, fetch->n, error);
}

static void fetch_wanted (GsPagedList *self);

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsPagedListTicket *ticket = user_data;
  guint serial = ticket->serial, page = ticket->page;
  g_autoptr (GsPagedList) self = gs_paged_list_ticket_take (ticket);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (self == NULL || serial != self->fetch_serial)
    return;

  g_clear_object (&self->fetching);
  if (records != NULL)
    gs_paged_list_put_page (self, page, records);
  else
    gs_paged_list_fail (self, error);
  fetch_wanted (self);
}

static gboolean
is_held (GsPagedList *self, guint page)
{
  for (guint i = 0; i < GS_PAGE_SIZE; i++)
    {
      if (g_hash_table_contains (self->rows, GUINT_TO_POINTER (page * GS_PAGE_SIZE + i)))
        return TRUE;
    }

  return FALSE;
}

static void
fetch_page (GsPagedList *self, guint page)
{
  Fetch *fetch = g_new0 (Fetch, 1);
  GsPagedListTicket *ticket = gs_paged_list_ticket_new (self, self->fetch_serial);

  ticket->page = page;
  fetch->listing = self->listing;
  fetch->offset = page * GS_PAGE_SIZE;
  fetch->n = MIN (GS_PAGE_SIZE, self->n_items - fetch->offset);
  if (self->skeleton != NULL)
    fetch->ids = g_memdup2 (&g_array_index (self->skeleton, gint64, fetch->offset), (gsize) fetch->n * sizeof (gint64));
  else
    fetch->filter = gs_record_copy (&gs_list_filter_type, self->filter);

  self->fetching = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, fetch_func, fetch, fetch_free, (GDestroyNotify) g_ptr_array_unref,
                           self->fetching, fetched_cb, ticket);
}

static void
fetch_wanted (GsPagedList *self)
{
  while (self->fetching == NULL && self->wanted->len > 0)
    {
      guint page = g_array_index (self->wanted, guint, self->wanted->len - 1);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (page * GS_PAGE_SIZE < self->n_items && !g_hash_table_contains (self->pages, GUINT_TO_POINTER (page))
          && is_held (self, page))
        fetch_page (self, page);
    }
}

static gboolean
fetch_wanted_cb (gpointer data)
{
  GsPagedList *self = data;

  self->wanted_idle = 0;
  fetch_wanted (self);

  return G_SOURCE_REMOVE;
}

void
gs_paged_list_want (GsPagedList *self, guint page)
{
  /* Rows are asked for in runs: the last page wanted is the likely one. A page
   * wanted twice is found to be there when its second turn comes. */
  if (self->wanted->len == 0 || g_array_index (self->wanted, guint, self->wanted->len - 1) != page)
    g_array_append_val (self->wanted, page);
  /* Later, when the face has let go of what it only passed. */
  if (self->wanted_idle == 0)
    self->wanted_idle = g_idle_add_full (G_PRIORITY_DEFAULT, fetch_wanted_cb, self, NULL);
}

/**
 * gs_paged_list_is_loading:
 * @self: a #GsPagedList
 *
 * Returns: whether the number of rows is not known yet
 */
gboolean
gs_paged_list_is_loading (GsPagedList *self)
{
  g_return_val_if_fail (GS_IS_PAGED_LIST (self), FALSE);

  return self->loading;
}

/**
 * gs_paged_list_is_partial:
 * @self: a #GsPagedList
 *
 * Returns: whether there may be more rows, which will be announced when they have been counted
 */
gboolean
gs_paged_list_is_partial (GsPagedList *self)
{
  g_return_val_if_fail (GS_IS_PAGED_LIST (self), FALSE);

  return self->partial;
}
