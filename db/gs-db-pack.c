/* gs-db-pack.c: bytes that lie deflated where that saves room.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-pack.h"

/* Less is not worth the time of unpacking. */
#define MIN_BYTES 1024
/* What begins incompressible is an archive, a picture or a PDF. */
#define SAMPLE_BYTES 65536
/* The fastest level already halves a web page twice over. */
#define LEVEL 1

/* (transfer full) (nullable): NULL where it would be longer than @room. */
static GBytes *
deflate (const guint8 *data, gsize length, gsize room)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, LEVEL);
  g_autofree guint8 *out = g_malloc (room);
  GConverterResult result;
  gsize at = 0;
  gsize used = 0;

  do
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (G_CONVERTER (compressor), data + at, length - at, out + used, room - used,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      at += n_read;
      used += n_written;
    }
  while (result == G_CONVERTER_CONVERTED && used < room);

  return result == G_CONVERTER_FINISHED ? g_bytes_new (out, used) : NULL;
}

/**
 * gs_db_pack:
 * @bytes: bytes
 *
 * Returns: (transfer full) (nullable): the same deflated (RFC 1951); %NULL where that
 *   would save less than a tenth
 */
GBytes *
gs_db_pack (GBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length < MIN_BYTES)
    return NULL;
  if (length > 2 * SAMPLE_BYTES)
    {
      g_autoptr (GBytes) sample = deflate (data, SAMPLE_BYTES, SAMPLE_BYTES - SAMPLE_BYTES / 10);

      if (sample == NULL)
        return NULL;
    }

  return deflate (data, length, length - length / 10);
}

/* No more comes out of a byte of deflated data (zlib's technical details), so a
 * damaged length does not ask for more memory than the bytes can fill. */
#define DEFLATE_AT_MOST 1032

/**
 * gs_db_unpack:
 * @packed: what gs_db_pack() gave
 * @length: of the bytes it was given
 *
 * Returns: (transfer full) (nullable): those bytes; %NULL where @packed is damaged
 */
GBytes *
gs_db_unpack (GBytes *packed, gsize length)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (packed, &size);
  guint8 *out = NULL;
  GConverterResult result = G_CONVERTER_ERROR;
  gsize at = 0;
  gsize used = 0;

  if (length / DEFLATE_AT_MOST > size || (out = g_try_malloc (length + 1)) == NULL)
    return NULL;

  do
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (G_CONVERTER (decompressor), data + at, size - at, out + used, length + 1 - used,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      at += n_read;
      used += n_written;
    }
  while (result == G_CONVERTER_CONVERTED && used <= length);

  if (result == G_CONVERTER_FINISHED && used == length)
    return g_bytes_new_take (out, length);

  g_free (out);

  return NULL;
}
