/* gs-db-naming.c: files that get their name when they are whole.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever dies halfway leaves a file with a name that nobody looks at.
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "gs-db-private.h"

static void
set_making_error (GError **error, const char *path, int reason)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (reason == EEXIST)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_EXISTS, "There is a file “%s” already. Choose another name.", name);
  else
    g_set_error (error, GS_DB_ERROR,
                 reason == EACCES || reason == EROFS ? GS_DB_ERROR_READ_ONLY
                 : reason == ENOSPC                  ? GS_DB_ERROR_NO_SPACE
                                                     : GS_DB_ERROR_IO,
                 "“%s” cannot be made: %s.", name, g_strerror (reason));
}

/* What SQLite lays beside a file at @path. Left there by one that is gone, it
 * would be taken for a part of the next. */
void
gs_db_file_drop_logs (const char *path)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      g_unlink (beside);
    }
}

/* (transfer full): path of a new, empty file beside @path, to be filled. */
char *
gs_db_file_beside (const char *path, GError **error)
{
  g_autofree char *made = g_strdup_printf ("%s.XXXXXX", path);
  int fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      set_making_error (error, path, errno);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&made);
}

/* (transfer full): the same, %NULL also when there is a file at @path already: a
 * clear refusal before any work. gs_db_file_finish() is what is relied on. */
char *
gs_db_file_begin (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      set_making_error (error, path, EEXIST);
      return NULL;
    }

  return gs_db_file_beside (path, error);
}

/* Takes away what was begun. */
void
gs_db_file_discard (const char *made)
{
  g_unlink (made);
  gs_db_file_drop_logs (made);
}

/* A link gives a name without ever replacing another file; where there are
 * none, the name is reserved first. */
static gboolean
give_name (const char *made, const char *path)
{
  int fd;

  if (link (made, path) == 0)
    {
      g_unlink (made);
      return TRUE;
    }
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    return FALSE;

  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return FALSE;
  close (fd);
  if (g_rename (made, path) != 0)
    {
      int reason = errno;

      g_unlink (path);
      errno = reason;
      return FALSE;
    }

  return TRUE;
}

/* Gives what is finished the name @path, unless there is such a file by now. */
gboolean
gs_db_file_finish (const char *made, const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    gs_db_file_drop_logs (path);
  if (!give_name (made, path))
    {
      set_making_error (error, path, errno);
      return FALSE;
    }

  /* A name that is not on the disk goes with the power, and all that is stored under it. */
  gs_db_file_sync_folder (path);

  return TRUE;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return done;
}

/* Whether what is in a file is on the disk. */
gboolean
gs_db_file_sync (const char *path, GError **error)
{
  if (sync_path (path, O_RDWR))
    return TRUE;

  set_making_error (error, path, errno);

  return FALSE;
}

/* Not every file system can; then there is nothing better to do. */
void
gs_db_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  sync_path (folder, O_RDONLY | O_DIRECTORY);
}
