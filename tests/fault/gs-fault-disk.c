/* gs-fault-disk.c: what of a file is on the disk, and what is only on its way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file on the disk is what it was when it was synced last. Sectors written
 * since then may be there or not, in whatever order.
 */

#include "config.h"

#include "gs-fault-disk.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/* A write, or with no data the file cut at the offset. */
typedef struct
{
  GBytes *data;
  gint64 offset;
} Change;

typedef struct
{
  GByteArray *durable; /* NULL: the file is not there */
  GPtrArray *pending;  /* Change */
  gboolean deleted;    /* but the folder may not know it yet */
} DiskFile;

static GMutex lock;
static GHashTable *files; /* path → DiskFile */

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->data, g_bytes_unref);
  g_free (change);
}

static void
file_free (gpointer data)
{
  DiskFile *file = data;

  g_clear_pointer (&file->durable, g_byte_array_unref);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

static DiskFile *
find (const char *path)
{
  DiskFile *file;

  if (files == NULL)
    files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  file = g_hash_table_lookup (files, path);
  if (file == NULL)
    {
      file = g_new0 (DiskFile, 1);
      file->pending = g_ptr_array_new_with_free_func (change_free);
      g_hash_table_insert (files, g_strdup (path), file);
    }

  return file;
}

/* A file that was there before is whole on the disk; a fresh one is not there
 * until it is synced for the first time. */
void
gs_fault_disk_open (const char *path)
{
  char *data = NULL;
  gsize length = 0;
  DiskFile *file;

  g_mutex_lock (&lock);
  file = files != NULL ? g_hash_table_lookup (files, path) : NULL;
  if (file == NULL)
    {
      file = find (path);
      if (g_file_get_contents (path, &data, &length, NULL) && length > 0)
        file->durable = g_byte_array_new_take ((guint8 *) g_steal_pointer (&data), length);
      g_free (data);
    }
  else if (file->deleted)
    {
      file->deleted = FALSE;
      g_clear_pointer (&file->durable, g_byte_array_unref);
      g_ptr_array_set_size (file->pending, 0);
    }
  g_mutex_unlock (&lock);
}

static void
note (const char *path, gconstpointer data, gsize length, gint64 offset)
{
  Change *change = g_new0 (Change, 1);

  change->data = data != NULL ? g_bytes_new (data, length) : NULL;
  change->offset = offset;
  g_mutex_lock (&lock);
  g_ptr_array_add (find (path)->pending, change);
  g_mutex_unlock (&lock);
}

void
gs_fault_disk_write (const char *path, gconstpointer data, gsize length, gint64 offset)
{
  note (path, data, length, offset);
}

void
gs_fault_disk_truncate (const char *path, gint64 size)
{
  note (path, NULL, 0, size);
}

static void
put (GByteArray *into, const guint8 *data, gsize length, gsize offset)
{
  gsize end = offset + length;

  if (end > into->len)
    {
      gsize old = into->len;

      g_byte_array_set_size (into, (guint) end);
      memset (into->data + old, 0, end - old);
    }
  memcpy (into->data + offset, data, length);
}

/* Sector by sector, those that chance has. */
static void
apply (GByteArray *into, const Change *change, GRand *random)
{
  gsize length = 0;
  const guint8 *data;

  if (change->data == NULL)
    {
      if (random == NULL || g_rand_boolean (random))
        g_byte_array_set_size (into, (guint) MIN ((gint64) into->len, change->offset));
      return;
    }

  data = g_bytes_get_data (change->data, &length);
  for (gsize at = 0; at < length;)
    {
      gsize n = MIN (SECTOR - ((gsize) change->offset + at) % SECTOR, length - at);

      if (random == NULL || g_rand_boolean (random))
        put (into, data + at, n, (gsize) change->offset + at);
      at += n;
    }
}

static void
settle (DiskFile *file, GRand *random)
{
  if (file->durable == NULL)
    file->durable = g_byte_array_new ();
  for (guint i = 0; i < file->pending->len; i++)
    apply (file->durable, file->pending->pdata[i], random);
  g_ptr_array_set_size (file->pending, 0);
}

void
gs_fault_disk_sync (const char *path)
{
  g_mutex_lock (&lock);
  settle (find (path), NULL);
  g_mutex_unlock (&lock);
}

void
gs_fault_disk_delete (const char *path, gboolean synced)
{
  DiskFile *file;

  g_mutex_lock (&lock);
  file = find (path);
  file->deleted = TRUE;
  if (synced)
    {
      g_clear_pointer (&file->durable, g_byte_array_unref);
      g_ptr_array_set_size (file->pending, 0);
    }
  g_mutex_unlock (&lock);
}

static void
restore (const char *path, DiskFile *file, GRand *random)
{
  g_autoptr (GError) error = NULL;

  if (random != NULL && (file->durable != NULL || (file->pending->len > 0 && g_rand_boolean (random)))
      && !(file->deleted && g_rand_boolean (random)))
    settle (file, random);
  else if (file->deleted && random != NULL)
    g_clear_pointer (&file->durable, g_byte_array_unref);

  /* What is shared by processes is gone with them. */
  if (file->durable == NULL || g_str_has_suffix (path, "-shm"))
    g_unlink (path);
  else
    g_file_set_contents_full (path, (const char *) file->durable->data, file->durable->len, G_FILE_SET_CONTENTS_NONE,
                              0666, &error);
  g_assert_no_error (error);
}

void
gs_fault_disk_cut (GRand *random)
{
  g_autoptr (GList) paths = NULL;

  g_mutex_lock (&lock);
  /* In an order of their own, so that a seed repeats a run. */
  paths = files != NULL ? g_list_sort (g_hash_table_get_keys (files), (GCompareFunc) strcmp) : NULL;
  for (GList *l = paths; l != NULL; l = l->next)
    restore (l->data, g_hash_table_lookup (files, l->data), random);
  g_clear_pointer (&files, g_hash_table_unref);
  g_mutex_unlock (&lock);
}

void
gs_fault_disk_forget (void)
{
  g_mutex_lock (&lock);
  g_clear_pointer (&files, g_hash_table_unref);
  g_mutex_unlock (&lock);
}
