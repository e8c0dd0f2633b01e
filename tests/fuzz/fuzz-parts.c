/* fuzz-parts.c: files of several parts, made of parts in the clear.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-parts.h"

#include <gio/gio.h>
#include <string.h>

#include "gs-zip-writer.h"

#define MARK "@@ "
#define MAX_PARTS 16

typedef struct
{
  char *name;
  const char *body;
  gsize length;
} Part;

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

/* FALSE after the last. */
static gboolean
next_part (const char **at, const char *end, Part *part)
{
  const char *start = find_mark (*at, end);
  const char *name = start + strlen (MARK);
  const char *line_end;

  if (start == end)
    return FALSE;

  line_end = memchr (name, '\n', end - name);
  part->name = g_strndup (name, (line_end != NULL ? line_end : end) - name);
  part->body = line_end != NULL ? line_end + 1 : end;
  *at = find_mark (part->body, end);
  part->length = (gsize) (*at - part->body);

  return TRUE;
}

GBytes *
gs_fuzz_archive (const guint8 *data, gsize length)
{
  const char *at = (const char *) data;
  const char *end = at + length;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GsZipWriter) zip = NULL;
  gboolean written = TRUE;
  Part part;

  if (length >= 2 && memcmp (at, "PK", 2) == 0)
    return g_bytes_new (data, length);

  out = g_memory_output_stream_new_resizable ();
  zip = gs_zip_writer_new (out);
  for (guint i = 0; i < MAX_PARTS && next_part (&at, end, &part); i++)
    {
      written = written && gs_zip_writer_begin (zip, part.name, NULL)
                && gs_zip_writer_write (zip, part.body, part.length, NULL);
      g_free (part.name);
    }
  if (!written || !gs_zip_writer_finish (zip, NULL) || !g_output_stream_close (out, NULL, NULL))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}
