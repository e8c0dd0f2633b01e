/* gs-import-read.c: a file's bytes, if it is one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-import-read.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gs-import-stream.h"

/**
 * gs_import_refuse_kind:
 * @info: of a file, links followed
 *
 * Returns: (transfer none) (nullable): why it cannot be read, as far as its kind tells,
 *   translated; %NULL if it can
 */
const char *
gs_import_refuse_kind (const struct stat *info)
{
  switch (info->st_mode & S_IFMT)
    {
    case S_IFREG:
      return NULL;
    case S_IFDIR:
      return _ ("a folder: what is in it is imported only with --recursive");
    case S_IFIFO:
      return _ ("a named pipe, not a file");
    case S_IFSOCK:
      return _ ("a socket, not a file");
    case S_IFCHR:
    case S_IFBLK:
      return _ ("a device, not a file");
    default:
      return _ ("not a regular file");
    }
}

/**
 * gs_import_refuse_errno:
 * @why: errno of the call that failed
 * @path: (nullable): looked at again, to tell a link to nothing from no file
 *
 * Returns: (transfer full): why it cannot be read, translated, without the name
 */
char *
gs_import_refuse_errno (int why, const char *path)
{
  struct stat info;

  switch (why)
    {
    case ENOENT:
    case ENOTDIR:
      if (path != NULL && lstat (path, &info) == 0)
        return g_strdup (_ ("a link that points to nothing"));
      return g_strdup (_ ("there is no such file"));
    case EACCES:
    case EPERM:
      return g_strdup (_ ("you are not allowed to read it"));
    case ELOOP:
      return g_strdup (_ ("a link that points to itself"));
    default:
      return g_strdup_printf (_ ("it cannot be read: %s"), g_strerror (why));
    }
}

static gboolean
refuse (const struct stat *info, gsize max_bytes, GError **error)
{
  const char *reason = gs_import_refuse_kind (info);

  if (reason != NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, reason);
      return TRUE;
    }
  if ((guint64) info->st_size > max_bytes)
    {
      g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("larger than the limit of %s"), limit);
      return TRUE;
    }

  return FALSE;
}

static void
set_errno (GError **error, int why, const char *path)
{
  g_autofree char *reason = gs_import_refuse_errno (why, path);

  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, reason);
}

/* Up to @size bytes: what a file has grown by since it was looked at is left. */
static GBytes *
read_all (int fd, gsize size, GError **error)
{
  char *data = g_try_malloc (size + 1);
  gsize length = 0;

  if (data == NULL)
    {
      set_errno (error, ENOMEM, NULL);
      return NULL;
    }

  while (length < size)
    {
      gssize n = read (fd, data + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (error, errno, NULL);
          g_free (data);
          return NULL;
        }
      if (n == 0)
        break;
      length += (gsize) n;
    }

  return g_bytes_new_take (data, length);
}

/**
 * gs_import_read:
 * @path: in the file system's encoding
 * @max_bytes: how large the file may be
 *
 * Blocks, but never waits for a pipe or a device, whatever the name turns into between
 * looking and opening.
 *
 * Returns: (transfer full): a regular file, whole; or %NULL with %GS_ERROR_UNREADABLE
 *   or %GS_ERROR_LIMIT, the message being the reason without the name
 */
GBytes *
gs_import_read (const char *path, gsize max_bytes, GError **error)
{
  struct stat info;
  GBytes *bytes = NULL;
  int fd;

  /* Opening alone can do things to a device; so look first. */
  if (stat (path, &info) != 0)
    {
      set_errno (error, errno, path);
      return NULL;
    }
  if (refuse (&info, max_bytes, error))
    return NULL;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    {
      set_errno (error, errno, path);
      return NULL;
    }
  if (fstat (fd, &info) != 0)
    set_errno (error, errno, NULL);
  else if (!refuse (&info, max_bytes, error))
    bytes = read_all (fd, (gsize) info.st_size, error);
  close (fd);

  return bytes;
}

/**
 * gs_import_open:
 * @path: in the file system's encoding
 * @min_bytes: how large it must be to be worth it
 *
 * Blocks, but never waits for a pipe or a device, as gs_import_read() does not.
 *
 * Returns: (transfer full) (nullable): a stream that can seek; %NULL without an error for
 *   what is smaller, or cannot be opened
 */
GInputStream *
gs_import_open (const char *path, gsize min_bytes)
{
  struct stat info;
  int fd;

  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode) || (guint64) info.st_size < min_bytes)
    return NULL;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return gs_import_stream_new (fd);
  close (fd);

  return NULL;
}
