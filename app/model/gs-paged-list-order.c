/* gs-paged-list-order.c: which rows a list has, and in which order.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paged-list-private.h"

#include "gs-row-private.h"

/* Rows that are announced as others in one go. GTK looks at each of them, in
 * case it is one that has moved; of those that only go or come it looks at none. */
#define REPLACED 1024

/* The end of the list is now @added rows that were @removed: what is more of the
 * one or the other goes or comes by itself. Between these steps the list is as
 * long as it was said to be. */
static void
announce_end (GsPagedList *self, guint position, guint removed, guint added)
{
  guint replaced = MIN (removed, REPLACED);

  self->n_items = position + replaced;
  if (removed > replaced)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_items, removed - replaced, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), position, replaced, replaced);
  self->n_items = position + added;
  g_list_model_items_changed (G_LIST_MODEL (self), position + replaced, 0, added - replaced);
}

void
gs_paged_list_announce (GsPagedList *self, guint position, guint removed, guint added)
{
  if (removed > 0 && added > REPLACED && position + added == self->n_items)
    announce_end (self, position, removed, added);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify (G_OBJECT (self), "n-items");
}

GPtrArray *
gs_paged_list_take_rows (GsPagedList *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  gs_paged_list_drop_pages (self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  gs_paged_list_clear_rows (self);

  return rows;
}

GHashTable *
gs_paged_list_index_rows (const GPtrArray *rows, guint position, guint n)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      guint at = gs_row_get_position (rows->pdata[i]);

      if (at >= position && at - position < n && gs_row_get_record (rows->pdata[i]) != NULL)
        g_hash_table_insert (by_id, (gpointer) gs_row_get_record (rows->pdata[i]), rows->pdata[i]);
    }

  return by_id;
}

/* Takes over @skeleton, which differs from what was at @position: @removed rows
 * are now @added rows. A row that only moved stays the same object. */
static void
replace_rows (GsPagedList *self, GArray *skeleton, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) rows = gs_paged_list_take_rows (self);
  g_autoptr (GHashTable) moved = gs_paged_list_index_rows (rows, position, removed);

  for (guint i = 0; i < rows->len; i++)
    {
      guint at = gs_row_get_position (rows->pdata[i]);

      if (at < position)
        gs_paged_list_add_row (self, at, rows->pdata[i]);
      else if (at - position >= removed)
        gs_paged_list_add_row (self, at - removed + added, rows->pdata[i]);
    }
  for (guint i = position; g_hash_table_size (moved) > 0 && i < position + added; i++)
    {
      GsRow *row = g_hash_table_lookup (moved, &g_array_index (skeleton, gint64, i));

      if (row != NULL)
        gs_paged_list_add_row (self, i, row);
    }

  g_clear_pointer (&self->skeleton, g_array_unref);
  self->skeleton = g_array_ref (skeleton);
  self->n_items = skeleton->len;
  gs_paged_list_announce (self, position, removed, added);
}

/* Whether what was read by place, before the order was known, is in its place. */
static gboolean
rows_agree (GsPagedList *self, const gint64 *ids)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      const gint64 *id = gs_row_get_record (row);

      if (id != NULL && *id != ids[gs_row_get_position (row)])
        return FALSE;
    }

  return TRUE;
}

void
gs_paged_list_apply (GsPagedList *self, GArray *skeleton)
{
  const gint64 *fresh = (const gint64 *) (void *) skeleton->data;
  guint before = 0, after = 0, shorter = MIN (self->n_items, skeleton->len);
  gboolean counted = self->partial;

  self->partial = FALSE;
  if (self->skeleton != NULL)
    {
      const gint64 *old = (const gint64 *) (void *) self->skeleton->data;

      while (before < shorter && old[before] == fresh[before])
        before++;
      while (after < shorter - before && old[self->n_items - 1 - after] == fresh[skeleton->len - 1 - after])
        after++;
    }
  else if (self->n_items == skeleton->len && rows_agree (self, fresh))
    {
      self->skeleton = g_array_ref (skeleton);
      if (self->stale)
        gs_paged_list_drop_pages (self);
      self->stale = FALSE;
      /* Nothing is different but that this is all. */
      if (counted)
        gs_paged_list_announce (self, 0, 0, 0);
      return;
    }
  /* What was counted at first is the beginning of it. */
  else if (self->n_items < skeleton->len && rows_agree (self, fresh))
    before = self->n_items;

  if (before < self->n_items || before < skeleton->len)
    replace_rows (self, skeleton, before, self->n_items - before - after, skeleton->len - before - after);
  else
    gs_paged_list_drop_pages (self);
  gs_paged_list_want_held (self);
}
