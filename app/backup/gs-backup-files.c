/* gs-backup-files.c: where backups lie and what they are called.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * backups/NAME-UUID-PLACE/20261121T081500.250Z-opened.gainsay, where UUID is the
 * beginning of that of the workspace and PLACE that of a hash of its path.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "gs-backup-private.h"

#define EXTENSION ".gainsay"
#define STAMP_LENGTH 20 /* 20261121T081500.250Z */
/* Half a file that is older than this is nobody's any more, in seconds. */
#define ABANDONED (24 * 60 * 60)

void
gs_backup_file_free (GsBackupFile *self)
{
  g_free (self->path);
  g_free (self->at);
  g_free (self);
}

/* The same for every way of writing a path; a file that is gone has none of
 * its own, but its folder may. */
static char *
place_of (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *base = g_path_get_basename (absolute);
  char *real = realpath (folder, NULL);
  g_autofree char *whole = g_build_filename (real != NULL ? real : folder, base, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  free (real);

  return g_strndup (hash, 8);
}

/* For people who look into the folder. */
static char *
readable_name (const char *path)
{
  g_autofree char *name = gs_workspace_name (path);

  if (g_utf8_strlen (name, -1) > 40)
    return g_utf8_substring (name, 0, 40);

  return g_steal_pointer (&name);
}

char *
gs_backup_files_folder (const char *path, const GsDbState *state, GError **error)
{
  g_autofree char *all = gs_backup_get_folder ();
  g_autofree char *place = place_of (path);
  g_autofree char *name = readable_name (path);
  g_autofree char *base = g_strdup_printf ("%s-%.8s-%s", name, state->uuid != NULL ? state->uuid : "unknown", place);
  g_autofree char *folder = g_build_filename (all, base, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);

  g_set_error (error, GS_ERROR, GS_ERROR_FAILED, _ ("The folder for backups, “%s”, cannot be made: %s."), folder,
               g_strerror (errno));

  return NULL;
}

char *
gs_backup_files_name (const char *folder, const char *reason, const char *extension)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.%03dZ-%s%s", seconds, g_date_time_get_microsecond (now) / 1000, reason,
                                           extension != NULL ? extension : EXTENSION);

  return g_build_filename (folder, name, NULL);
}

/* "20261121T081500.250Z" as "2026-11-21T08:15:00.250Z"; NULL for anything else. */
static char *
parse_stamp (const char *name)
{
  static const char shape[] = "dddddddd?dddddd?ddd?";

  for (guint i = 0; i < STAMP_LENGTH; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (name[i]) : name[i] != "        T      .   Z"[i])
        return NULL;
    }

  return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.6sZ", name, name + 4, name + 6, name + 9, name + 11, name + 13);
}

static GsBackupFile *
file_from_name (const char *folder, const char *name)
{
  g_autofree char *at = NULL;
  g_autofree char *nick = NULL;
  GsBackupFile *file;
  GStatBuf info;
  int reason = 0;

  if (strlen (name) < STAMP_LENGTH + 1 + strlen (EXTENSION) || !g_str_has_suffix (name, EXTENSION)
      || (at = parse_stamp (name)) == NULL)
    return NULL;
  nick = g_strndup (name + STAMP_LENGTH + 1, strlen (name) - STAMP_LENGTH - 1 - strlen (EXTENSION));
  if (!gs_word_from_nick (&gs_backup_reasons, nick, &reason))
    return NULL;

  file = g_new0 (GsBackupFile, 1);
  file->path = g_build_filename (folder, name, NULL);
  file->at = g_steal_pointer (&at);
  file->reason = reason;
  file->size = g_stat (file->path, &info) == 0 ? info.st_size : 0;

  return file;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const GsBackupFile *one = *(gconstpointer *) a, *two = *(gconstpointer *) b;
  int order = strcmp (two->at, one->at);

  return order != 0 ? order : strcmp (one->path, two->path);
}

static void
collect (const char *folder, gboolean elsewhere, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      GsBackupFile *file = file_from_name (folder, name);

      if (file == NULL)
        continue;
      file->elsewhere = elsewhere;
      g_ptr_array_add (files, file);
    }
}

GPtrArray *
gs_backup_files_in (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_backup_file_free);

  collect (folder, FALSE, files);
  g_ptr_array_sort (files, compare_files);

  return files;
}

/* %NULL without @error when there is no such folder yet. */
static GDir *
open_all (const char *folder, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GDir *dir = g_dir_open (folder, 0, &failure);

  if (dir == NULL && !g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, GS_ERROR, GS_ERROR_FAILED, _ ("The backups cannot be listed: %s"), failure->message);

  return dir;
}

GPtrArray *
gs_backup_files_of (const char *path, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_backup_file_free);
  GError *failure = NULL;
  g_autofree char *all = gs_backup_get_folder ();
  g_autofree char *place = place_of (path);
  g_autofree char *here = g_strconcat ("-", place, NULL);
  g_autofree char *same = uuid != NULL ? g_strdup_printf ("-%.8s-", uuid) : NULL;
  g_autoptr (GDir) dir = open_all (all, &failure);
  const char *name;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      gboolean is_here = g_str_has_suffix (name, here);

      if (is_here || (same != NULL && strstr (name, same) != NULL))
        collect (folder, !is_here, files);
    }
  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}

/* "….gainsay.Ab3xYz" (gs_db_file_begin()). What was put aside has longer endings. */
static gboolean
is_unfinished (const char *name)
{
  const char *ending = g_strrstr (name, EXTENSION ".");

  return ending != NULL && strlen (ending) == strlen (EXTENSION ".XXXXXX");
}

void
gs_backup_files_tidy (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (is_unfinished (name) && g_stat (path, &info) == 0 && now - info.st_mtime > ABANDONED)
        g_unlink (path);
    }
}
