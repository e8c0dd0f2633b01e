/* gs-inflate.c: gzip, into memory and within limits.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-inflate.h"

#include <glib/gi18n-lib.h>

/* A small file may well expand a thousandfold. */
#define RATIO_FROM_BYTES (16 * 1024 * 1024)
#define CHUNK 65536

static gboolean
is_within (gsize expanded, gsize input, const GsExtractLimits *limits, GError **error)
{
  g_autofree char *limit = NULL;

  if (expanded > limits->max_expanded)
    {
      limit = g_format_size_full (limits->max_expanded, G_FORMAT_SIZE_IEC_UNITS);
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("unpacked it is larger than the limit of %s"), limit);
      return FALSE;
    }
  if (expanded > RATIO_FROM_BYTES && expanded / limits->max_ratio > input)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("unpacked it is larger than %u times its size"),
                   limits->max_ratio);
      return FALSE;
    }

  return TRUE;
}

/* One member after the other; @out grows. A truncated last one is kept as far
 * as it goes: archives are cut off while they are fetched. */
static gboolean
inflate (GConverter *converter, GBytes *bytes, GByteArray *out, const GsExtractLimits *limits, GError **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize at = 0;

  while (at < length)
    {
      g_autoptr (GError) local = NULL;
      gsize n_read = 0;
      gsize n_written = 0;
      GConverterResult result = g_converter_convert (converter, data + at, length - at, chunk, CHUNK,
                                                     G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &local);

      if (result == G_CONVERTER_ERROR)
        {
          if (out->len > 0)
            return TRUE;
          g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the archive is damaged"));
          return FALSE;
        }
      if (!is_within (out->len + n_written, length, limits, error))
        return FALSE;
      g_byte_array_append (out, chunk, (guint) n_written);
      at += n_read;
      if (result == G_CONVERTER_FINISHED)
        g_converter_reset (converter);
      else if (n_read == 0 && n_written == 0)
        return TRUE;
    }

  return TRUE;
}

/**
 * gs_inflate_as:
 * @bytes: compressed bytes
 * @format: how they are compressed
 * @limits: how much may be expanded
 *
 * Returns: (transfer full): what they expand to; %NULL with %GS_ERROR_LIMIT or
 *   %GS_ERROR_UNREADABLE
 */
GBytes *
gs_inflate_as (GBytes *bytes, GZlibCompressorFormat format, const GsExtractLimits *limits, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (format);
  GByteArray *out = g_byte_array_new ();

  if (inflate (G_CONVERTER (decompressor), bytes, out, limits, error))
    return g_byte_array_free_to_bytes (out);

  g_byte_array_unref (out);

  return NULL;
}

/**
 * gs_inflate:
 * @bytes: a gzip file, of one or more members (RFC 1952)
 * @limits: how much may be expanded
 *
 * Returns: (transfer full): all members one after the other; %NULL with %GS_ERROR_LIMIT
 *   or %GS_ERROR_UNREADABLE
 */
GBytes *
gs_inflate (GBytes *bytes, const GsExtractLimits *limits, GError **error)
{
  return gs_inflate_as (bytes, G_ZLIB_COMPRESSOR_FORMAT_GZIP, limits, error);
}
