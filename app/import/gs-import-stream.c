/* gs-import-stream.c: a large file, read piece by piece.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GIO opens files by name and might wait for a pipe that has taken the name;
 * this one is given what was opened with care. Unlike a mapped file it does no
 * harm when the file is cut short meanwhile.
 */

#include "config.h"

#include "gs-import-stream.h"

#include <errno.h>
#include <unistd.h>

#define GS_TYPE_IMPORT_STREAM (gs_import_stream_get_type ())
G_DECLARE_FINAL_TYPE (GsImportStream, gs_import_stream, GS, IMPORT_STREAM, GInputStream)

struct _GsImportStream
{
  GInputStream parent_instance;

  int fd;
};

static void gs_import_stream_seekable_init (GSeekableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GsImportStream,
                               gs_import_stream,
                               G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SEEKABLE, gs_import_stream_seekable_init))

static gboolean
set_errno (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));

  return FALSE;
}

static gssize
gs_import_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  GsImportStream *self = GS_IMPORT_STREAM (stream);
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  do
    n = read (self->fd, buffer, count);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    set_errno (error);

  return n;
}

static gboolean
gs_import_stream_close (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  GsImportStream *self = GS_IMPORT_STREAM (stream);

  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;

  return TRUE;
}

static goffset
gs_import_stream_tell (GSeekable *seekable)
{
  return lseek (GS_IMPORT_STREAM (seekable)->fd, 0, SEEK_CUR);
}

static gboolean
gs_import_stream_can_seek (GSeekable *seekable)
{
  return TRUE;
}

static gboolean
gs_import_stream_seek (GSeekable *seekable, goffset offset, GSeekType type, GCancellable *cancellable, GError **error)
{
  int whence = type == G_SEEK_SET ? SEEK_SET : type == G_SEEK_CUR ? SEEK_CUR : SEEK_END;

  return lseek (GS_IMPORT_STREAM (seekable)->fd, offset, whence) >= 0 || set_errno (error);
}

static gboolean
gs_import_stream_can_truncate (GSeekable *seekable)
{
  return FALSE;
}

static gboolean
gs_import_stream_truncate (GSeekable *seekable, goffset offset, GCancellable *cancellable, GError **error)
{
  errno = EBADF;

  return set_errno (error);
}

static void
gs_import_stream_seekable_init (GSeekableIface *iface)
{
  iface->tell = gs_import_stream_tell;
  iface->can_seek = gs_import_stream_can_seek;
  iface->seek = gs_import_stream_seek;
  iface->can_truncate = gs_import_stream_can_truncate;
  iface->truncate_fn = gs_import_stream_truncate;
}

static void
gs_import_stream_class_init (GsImportStreamClass *klass)
{
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (klass);

  stream_class->read_fn = gs_import_stream_read;
  stream_class->close_fn = gs_import_stream_close;
}

static void
gs_import_stream_init (GsImportStream *self)
{
  self->fd = -1;
}

/**
 * gs_import_stream_new:
 * @fd: (transfer full): a descriptor of a regular file, at its beginning
 *
 * Returns: (transfer full): a stream that reads it and can seek
 */
GInputStream *
gs_import_stream_new (int fd)
{
  GsImportStream *self = g_object_new (GS_TYPE_IMPORT_STREAM, NULL);

  self->fd = fd;

  return G_INPUT_STREAM (self);
}
