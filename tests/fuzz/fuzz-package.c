/* fuzz-package.c: any parts of a ZIP archive to the reader READER.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checksums would turn away whatever is changed inside an archive. So the
 * input is the parts in the clear, each after a line "@@ NAME", and an archive
 * is made of them here. What begins like an archive is taken for one.
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

#include <string.h>

#include "gs-office.h"
#include "gs-zip-writer.h"

#define MARK "@@ "
#define MAX_PARTS 16

static const char *
find_mark (const char *at, const char *end)
{
  for (; at + strlen (MARK) <= end; at++)
    {
      if (memcmp (at, MARK, strlen (MARK)) == 0)
        return at;
    }

  return end;
}

static GBytes *
pack (const char *at, const char *end)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GsZipWriter) zip = gs_zip_writer_new (out);
  gboolean written = TRUE;

  at = find_mark (at, end);
  for (guint i = 0; at < end && i < MAX_PARTS; i++)
    {
      const char *name = at + strlen (MARK);
      const char *line_end = memchr (name, '\n', end - name);
      const char *body = line_end != NULL ? line_end + 1 : end;
      g_autofree char *part = g_strndup (name, (line_end != NULL ? line_end : end) - name);

      at = find_mark (body, end);
      written = written && gs_zip_writer_begin (zip, part, NULL) && gs_zip_writer_write (zip, body, at - body, NULL);
    }
  if (!written || !gs_zip_writer_finish (zip, NULL) || !g_output_stream_close (out, NULL, NULL))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = NULL;

  if (length >= 2 && memcmp (data, "PK", 2) == 0)
    bytes = g_bytes_new (data, length);
  else if (length > 0)
    bytes = pack ((const char *) data, (const char *) data + length);
  if (bytes != NULL)
    gs_fuzz_read (READER, bytes);

  return 0;
}
