/* gs-exchange.c: projects of other programs, as reports to read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-exchange.h"
#include "gs-gettext.h"
#include "gs-report-private.h"

#define CHUNK (256 * 1024)

/**
 * gs_exchange_read_all:
 * @in: a stream
 *
 * Returns: (transfer full): all of it; or %NULL with %GS_ERROR_LIMIT or the stream's error
 */
GBytes *
gs_exchange_read_all (GInputStream *in, GError **error)
{
  g_autoptr (GByteArray) data = NULL;
  g_autofree char *chunk = NULL;
  GBytes *whole = gs_report_stream_bytes (in);
  gssize n;

  if (whole != NULL)
    return whole;

  data = g_byte_array_new ();
  chunk = g_malloc (CHUNK);

  while ((n = g_input_stream_read (in, chunk, CHUNK, NULL, error)) > 0)
    {
      if (data->len + (gsize) n > GS_EXCHANGE_MAX_BYTES)
        {
          g_set_error_literal (error, GS_ERROR, GS_ERROR_LIMIT, _ ("the project is larger than 512 MB"));
          return NULL;
        }
      g_byte_array_append (data, (const guint8 *) chunk, (guint) n);
    }

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&data));
}
