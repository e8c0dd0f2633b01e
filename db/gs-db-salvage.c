/* gs-db-salvage.c: what can still be read of a damaged workspace, made into a new one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-salvage-private.h"

GsRecoveredListing *
gs_db_salvage_kind (GsDbSalvaging *self, const char *kind)
{
  GsRecoveredListing *listing;

  for (guint i = 0; i < self->result->kinds->len; i++)
    {
      listing = self->result->kinds->pdata[i];
      if (g_str_equal (listing->kind, kind))
        return listing;
    }

  listing = gs_record_append (self->result->kinds, &gs_recovered_listing_type);
  listing->kind = g_strdup (kind);

  return listing;
}

void
gs_db_salvage_mended (GsDbSalvaging *self, const char *kind, gint64 n)
{
  GsRecoveredListing *listing = gs_db_salvage_kind (self, kind);

  listing->kept -= MIN (n, listing->kept);
  listing->mended += n;
  self->result->whole = self->result->whole && n == 0;
}

void
gs_db_salvage_lost (GsDbSalvaging *self, const char *kind, gint64 n)
{
  gs_db_salvage_kind (self, kind)->lost += n;
  self->result->whole = self->result->whole && n == 0;
}

/* FALSE, with the error set, when it is no longer wanted. */
gboolean
gs_db_salvage_tell (GsDbSalvaging *self, double fraction)
{
  if (self->func != NULL)
    self->func (fraction, self->data);

  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;

  if (!self->failed)
    g_set_error_literal (self->error, GS_DB_ERROR, GS_DB_ERROR_INTERRUPTED, "Recovering was cancelled.");
  self->failed = TRUE;

  return FALSE;
}

static gboolean
looked_cb (guint32 n, gpointer data)
{
  GsDbSalvaging *self = data;

  return gs_db_salvage_tell (self, GS_DB_SALVAGE_LOOKED * MIN (1.0, (double) n / MAX (self->map.n, 1)));
}

static void
name_kinds (GsDbSalvaging *self)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    gs_db_salvage_kind (self, gs_workspace_types[i]->plural);
  gs_db_salvage_kind (self, "details");
  gs_db_salvage_kind (self, "texts");
  gs_db_salvage_kind (self, "history");
}

/* Any page of rows that are to be saved. */
static gboolean
holds_rows (GsDbPageMap *map)
{
  for (guint32 i = 1; i <= map->n; i++)
    {
      const GsDbShape *shape = gs_db_page_map_owner (map, i);

      if (shape != NULL && shape->use == GS_DB_USE_ROWS)
        return TRUE;
    }

  return FALSE;
}

/* A file may say anything of itself, for it may be damaged just there; but
 * one whose tables are another program's is not ours, and one that has tables
 * we do not know and says that it is newer is. */
static gboolean
check_ours (GsDbSalvaging *self, guint n_known, const char *path, GError **error)
{
  g_autofree guint8 *page = g_malloc0 (gs_db_pages_get_size (self->map.pages));
  g_autofree char *name = g_filename_display_basename (path);
  gboolean readable = gs_db_pages_read (self->map.pages, 1, page);
  gboolean ours = readable && gs_db_get_32 (page + 68) == GS_DB_APPLICATION_ID;
  GsDbShape *claim = gs_db_shapes_find (self->shapes, "claim", FALSE);
  GsDbShape *action = gs_db_shapes_find (self->shapes, "action", FALSE);

  if ((!ours && (claim->root == 0 || action->root == 0) && !self->map.no_schema) || !holds_rows (&self->map))
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NOT_WORKSPACE,
                   "“%s” is not a Gainsay workspace, or nothing of it can be read.", name);
      return FALSE;
    }

  if (ours && self->shapes->len > n_known && gs_db_get_32 (page + 60) > gs_db_schema_newest ())
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NEWER,
                   "“%s” was made by a newer version of Gainsay. Update Gainsay to recover it.", name);
      return FALSE;
    }

  return TRUE;
}

/* Undoing what the file no longer holds whole would make a bad thing worse:
 * what was done stays to be read, and undo begins anew. */
static gboolean
close_history (GsDbSalvaging *self)
{
  return self->result->whole
         || gs_db_run (self->db, self->error,
                       "INSERT INTO meta SELECT 'undo_floor', max (id) FROM action WHERE true "
                       "ON CONFLICT DO UPDATE SET value = excluded.value",
                       "");
}

/* A file that has lost what it says of itself says it anew. */
static gboolean
fill_meta (GsDbSalvaging *self)
{
  gint64 n = 0;

  if (gs_db_get_int (self->db, &n, self->error, "SELECT count(*) FROM meta WHERE key = 'uuid'", "")
      == GS_DB_STEP_FAILED)
    return FALSE;

  return n > 0
         || (gs_db_run (self->db, self->error, "DELETE FROM meta WHERE key = 'created'", "")
             && gs_db_schema_fill (self->db, NULL, self->error));
}

static gboolean
fill_new_file (GsDbConnection *db, gpointer data, GError **error)
{
  GsDbSalvaging *self = data;

  self->db = db;
  gs_db_set_cancellable (db, self->cancellable);

  return gs_db_exec (db, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON", error) && gs_db_salvage_begin_texts (self)
         && gs_db_salvage_rows (self) && gs_db_salvage_tell (self, GS_DB_SALVAGE_READ) && gs_db_salvage_hints (self)
         && gs_db_salvage_stand_in (self) && gs_db_salvage_texts (self) && gs_db_salvage_words (self)
         && gs_db_salvage_tags (self) && gs_db_salvage_count (self) && fill_meta (self) && close_history (self)
         && gs_db_index_refresh (db, error) && gs_db_salvage_tell (self, 1.0) && gs_db_exec (db, "COMMIT", error);
}

static gboolean
salvage (GsDbSalvaging *self, GsDbPages *pages, const char *path, const char *into, GError **error)
{
  guint n_known = self->shapes->len;

  self->error = error;
  if (!gs_db_page_map_make (&self->map, pages, self->shapes, looked_cb, self))
    return FALSE;
  if (!check_ours (self, n_known, path, error))
    return FALSE;

  self->result->pages = self->map.n;
  self->result->bad = self->map.n_bad;
  self->result->unplaced = self->map.n_lone;
  self->budget = (guint64) self->map.n * 16;
  name_kinds (self);

  return gs_db_make_file (into, fill_new_file, self, error);
}

/**
 * gs_db_salvage:
 * @path: a damaged workspace, which is only read
 * @into: where to make the new one
 * @words: how stand-ins are called
 * @func: (nullable) (scope call): told how far it is
 * @data: for @func
 * @cancellable: (nullable): to cancel with
 * @error: %GS_DB_ERROR_MISSING, _NOT_WORKSPACE, _NEWER, _EXISTS, _NO_SPACE, …
 *
 * Returns: (transfer full): what was kept and what was lost; %NULL with nothing left at @into
 */
GsDbSalvage *
gs_db_salvage (const char *path,
               const char *into,
               const GsDbSalvageWords *words,
               GsDbSalvageFunc func,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  GsDbSalvaging self = { .words = words, .func = func, .data = data, .cancellable = cancellable };
  g_autoptr (GsDbPages) pages = NULL;
  g_autoptr (GsDbSalvage) result = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL && into != NULL && words != NULL, NULL);

  pages = gs_db_pages_open (path, error);
  self.shapes = pages != NULL ? gs_db_shapes_new (error) : NULL;
  if (self.shapes == NULL)
    return NULL;

  result = g_new0 (GsDbSalvage, 1);
  result->kinds = gs_record_array_new (&gs_recovered_listing_type);
  result->whole = TRUE;
  self.result = result;
  self.inserts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  done = salvage (&self, pages, path, into, error);
  gs_db_page_map_clear (&self.map);
  g_hash_table_unref (self.inserts);
  g_ptr_array_unref (self.shapes);

  return done ? g_steal_pointer (&result) : NULL;
}

/**
 * gs_db_salvage_free:
 * @self: (transfer full) (nullable): a result
 */
void
gs_db_salvage_free (GsDbSalvage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->kinds);
  g_free (self);
}
