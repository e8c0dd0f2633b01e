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

/* Gives a finished file its name without ever replacing another. A link does
 * both at once; file systems without links get the name reserved first. */
static gboolean
give_name (const char *made, const char *path, GError **error)
{
  int fd;

  if (link (made, path) == 0)
    {
      g_unlink (made);
      return TRUE;
    }

  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    {
      set_making_error (error, path, errno);
      return FALSE;
    }

  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
  if (fd >= 0)
    close (fd);
  if (fd < 0 || g_rename (made, path) != 0)
    {
      set_making_error (error, path, errno);
      return FALSE;
    }

  return TRUE;
}

/* (transfer full): path of an empty file beside @path, to be filled; %NULL when
 * there is a file at @path already, or none can be made. */
char *
gs_db_file_begin (const char *path, GError **error)
{
  g_autofree char *made = g_strdup_printf ("%s.XXXXXX", path);
  int fd;

  /* A clear refusal before any work; give_name() is what is relied on. */
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      set_making_error (error, path, EEXIST);
      return NULL;
    }

  fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_making_error (error, path, errno);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&made);
}

/* Gives what is finished the name @path, unless there is such a file by now. */
gboolean
gs_db_file_finish (const char *made, const char *path, GError **error)
{
  return give_name (made, path, error);
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
