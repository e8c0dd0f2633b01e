/* gs-db-pages.c: the pages of a database file, read without SQLite's judgement.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files are opened through SQLite's own layer over the system: closing a file
 * by hand would drop the locks that SQLite holds on it elsewhere in the process.
 */

#include "config.h"

#include "gs-db-pages-private.h"

#include <string.h>

#define DEFAULT_SIZE 4096
/* Looking at so many bytes tells of which size pages are. */
#define SAMPLE (2 * 1024 * 1024)

gboolean
gs_db_page_source_read (GsDbPageSource *self, gint64 offset, gpointer into, guint length)
{
  if (offset < 0 || offset > self->size - length)
    return FALSE;

  if (self->bytes != NULL)
    {
      memcpy (into, (const guint8 *) g_bytes_get_data (self->bytes, NULL) + offset, length);
      return TRUE;
    }

  return self->file->pMethods->xRead (self->file, into, (int) length, offset) == SQLITE_OK;
}

static void
source_clear (GsDbPageSource *self)
{
  if (self->file != NULL && self->file->pMethods != NULL)
    self->file->pMethods->xClose (self->file);
  g_clear_pointer (&self->file, g_free);
  if (self->name != NULL)
    sqlite3_free_filename (self->name);
  self->name = NULL;
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static int
source_open (GsDbPageSource *self, const char *path, int kind)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_int64 size = 0;
  int code;

  if (vfs == NULL)
    return SQLITE_ERROR;

  self->file = g_malloc0 ((gsize) vfs->szOsFile);
  self->name = sqlite3_create_filename (path, "", "", 0, NULL);
  if (self->name == NULL)
    return SQLITE_NOMEM;

  code = vfs->xOpen (vfs, self->name, self->file, kind | SQLITE_OPEN_READONLY, NULL);
  if (code == SQLITE_OK)
    code = self->file->pMethods->xFileSize (self->file, &size);
  self->size = size;

  return code;
}

/* How many places in the first part of the file look like a page's beginning
 * if pages are of @size: a b-tree page says of which kind it is and where its
 * cells begin. */
static guint
count_likely (GsDbPages *self, guint size)
{
  gint64 end = MIN (self->main.size, SAMPLE);
  guint likely = 0;

  for (gint64 at = size; at + size <= end; at += size)
    {
      guint8 head[8];

      if (gs_db_page_source_read (&self->main, at, head, sizeof head)
          && (head[0] == 2 || head[0] == 5 || head[0] == 10 || head[0] == 13) && gs_db_get_16 (head + 3) * 2 < size
          && gs_db_get_16 (head + 5) >= 8 && gs_db_get_16 (head + 5) <= size)
        likely++;
    }

  return likely;
}

/* Twice the true size finds half of the pages, half of it finds no more. So
 * what the file says of it, which may be damaged, need not be believed. */
static guint
find_size (GsDbPages *self)
{
  guint found = DEFAULT_SIZE;
  guint most = 0;

  for (guint size = 512; size <= GS_DB_PAGES_MAX_SIZE; size *= 2)
    {
      guint likely = count_likely (self, size);

      if (likely == 0 || likely * 4 < most * 3)
        continue;
      found = size;
      most = MAX (most, likely);
    }

  return found;
}

static GsDbPages *
pages_begin (GsDbPages *self)
{
  self->size = find_size (self);
  self->n = (guint32) MIN ((self->main.size + self->size - 1) / self->size, G_MAXUINT32 - 1);
  self->newer = g_hash_table_new_full (g_int_hash, g_int_equal, g_free, g_free);
  if (self->log.size > 0)
    gs_db_pages_read_log (self);

  return self;
}

static void
set_open_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_basename (path);
  gboolean missing = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (missing)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_MISSING, "There is no file “%s”.", name);
  else if (code == SQLITE_BUSY)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_LOCKED, "Another program is writing to “%s”. Close it there first.",
                 name);
  else
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_IO, "“%s” cannot be read: %s.", name, sqlite3_errstr (code));
}

/**
 * gs_db_pages_open:
 * @path: a file, which is only read
 * @error: %GS_DB_ERROR_MISSING, _LOCKED, _IO
 *
 * Returns: (transfer full): its pages, and those of the log beside it
 */
GsDbPages *
gs_db_pages_open (const char *path, GError **error)
{
  g_autoptr (GsDbPages) self = NULL;
  g_autofree char *absolute = NULL;
  g_autofree char *log = NULL;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (GsDbPages, 1);
  absolute = g_canonicalize_filename (path, NULL);
  log = g_strconcat (absolute, "-wal", NULL);
  code = source_open (&self->main, absolute, SQLITE_OPEN_MAIN_DB);

  /* As every reader of SQLite's has it: nobody takes the log away meanwhile. */
  if (code == SQLITE_OK)
    {
      code = self->main.file->pMethods->xLock (self->main.file, SQLITE_LOCK_SHARED);
      self->locked = code == SQLITE_OK;
    }
  if (code != SQLITE_OK)
    {
      set_open_error (error, path, code);
      return NULL;
    }

  if (g_file_test (log, G_FILE_TEST_IS_REGULAR) && source_open (&self->log, log, SQLITE_OPEN_WAL) != SQLITE_OK)
    source_clear (&self->log);

  return pages_begin (g_steal_pointer (&self));
}

/**
 * gs_db_pages_new:
 * @file: bytes of a file
 * @log: (nullable): bytes of the log beside it
 *
 * Returns: (transfer full): its pages
 */
GsDbPages *
gs_db_pages_new (GBytes *file, GBytes *log)
{
  GsDbPages *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (GsDbPages, 1);
  self->main.bytes = g_bytes_ref (file);
  self->main.size = (gint64) g_bytes_get_size (file);
  if (log != NULL)
    {
      self->log.bytes = g_bytes_ref (log);
      self->log.size = (gint64) g_bytes_get_size (log);
    }

  return pages_begin (self);
}

/**
 * gs_db_pages_close:
 * @self: (transfer full) (nullable): pages
 */
void
gs_db_pages_close (GsDbPages *self)
{
  if (self == NULL)
    return;

  if (self->locked)
    self->main.file->pMethods->xUnlock (self->main.file, SQLITE_LOCK_NONE);
  source_clear (&self->main);
  source_clear (&self->log);
  g_clear_pointer (&self->newer, g_hash_table_unref);
  g_free (self);
}

/**
 * gs_db_pages_get_size:
 * @self: pages
 *
 * Returns: bytes a page, 512 to %GS_DB_PAGES_MAX_SIZE
 */
guint
gs_db_pages_get_size (GsDbPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * gs_db_pages_get_count:
 * @self: pages
 *
 * Returns: the number of the last page that is there at all
 */
guint32
gs_db_pages_get_count (GsDbPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * gs_db_pages_read:
 * @self: pages
 * @number: of a page, from 1
 * @into: (array): room for a page
 *
 * The last page of a file that was cut may be there in part; the rest of it is zero.
 *
 * Returns: whether the page is there
 */
gboolean
gs_db_pages_read (GsDbPages *self, guint32 number, guint8 *into)
{
  const gint64 *place;
  gint64 offset;
  guint there;

  g_return_val_if_fail (self != NULL && into != NULL, FALSE);

  if (number == 0 || number > self->n)
    return FALSE;

  place = g_hash_table_lookup (self->newer, &number);
  if (place != NULL)
    return gs_db_page_source_read (&self->log, *place, into, self->size);

  offset = (gint64) (number - 1) * self->size;
  if (offset >= self->main.size)
    return FALSE;

  there = (guint) MIN ((gint64) self->size, self->main.size - offset);
  memset (into + there, 0, self->size - there);

  return gs_db_page_source_read (&self->main, offset, into, there);
}
