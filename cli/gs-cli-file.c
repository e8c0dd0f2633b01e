/* gs-cli-file.c: a file's bytes, without trusting the file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gs-error.h"

#define CHUNK 65536

static gboolean
check_file (int fd, gsize max_bytes, GError **error)
{
  g_autofree char *limit = NULL;
  struct stat info;

  if (fstat (fd, &info) != 0)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, g_strerror (errno));
  else if (S_ISDIR (info.st_mode))
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("This is a folder."));
  else if (!S_ISREG (info.st_mode))
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("This is not a regular file."));
  else if ((guint64) info.st_size > max_bytes)
    {
      limit = g_format_size (max_bytes);
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("The file is larger than %s."), limit);
    }
  else
    return TRUE;

  return FALSE;
}

/* A file may grow while it is read, so its size is no promise. */
static GBytes *
read_all (int fd, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = read (fd, chunk, CHUNK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, g_strerror (errno));
          return NULL;
        }
      if (bytes->len + (gsize) n > max_bytes)
        {
          g_set_error_literal (error, GS_ERROR, GS_ERROR_LIMIT, _ ("The file grew while it was read."));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * gs_cli_read_file:
 * @path: a path, in the file system's bytes
 * @max_bytes: more than this is refused
 * @error: return location
 *
 * Reads a regular file and nothing else: a pipe would wait for ever, a device
 * never end.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with
 *   GS_ERROR_UNREADABLE or GS_ERROR_LIMIT, the message being the reason alone
 */
GBytes *
gs_cli_read_file (const char *path, gsize max_bytes, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  GBytes *bytes = NULL;

  if (fd < 0)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, g_strerror (errno));
      return NULL;
    }

  if (check_file (fd, max_bytes, error))
    bytes = read_all (fd, max_bytes, error);
  close (fd);

  return bytes;
}
