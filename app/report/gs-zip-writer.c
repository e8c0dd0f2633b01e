/* gs-zip-writer.c: a ZIP archive, written as it comes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-zip-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-error.h"

#define PIECE (32 * 1024)

/* Fields of the format. */
#define VERSION 20          /* 2.0: deflate */
#define FLAGS 0x0808        /* sizes follow the data; names are UTF-8 */
#define FLAGS_STORED 0x0800 /* sizes come first */
#define DEFLATED 8
#define BEGINNING 0x0021 /* 1 January 1980 */

typedef struct
{
  char *name;
  guint32 crc;
  guint64 size; /* of the content */
  guint64 compressed;
  guint64 offset; /* of its header */
  gboolean stored;
} Entry;

struct _GsZipWriter
{
  GOutputStream *out;
  guint64 offset;
  GArray *entries;
  GConverter *deflater; /* of the open entry, else NULL */
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->name);
}

/**
 * gs_zip_writer_new:
 * @out: where the archive goes; a reference is kept, and it is not closed
 *
 * Returns: (transfer full): a writer, before its first entry
 */
GsZipWriter *
gs_zip_writer_new (GOutputStream *out)
{
  GsZipWriter *self = g_new0 (GsZipWriter, 1);

  self->out = g_object_ref (out);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);

  return self;
}

/**
 * gs_zip_writer_free:
 * @self: (transfer full): a writer; one that has not finished leaves no whole archive
 */
void
gs_zip_writer_free (GsZipWriter *self)
{
  g_clear_object (&self->deflater);
  g_array_unref (self->entries);
  g_object_unref (self->out);
  g_free (self);
}

/* CRC-32 as in ISO 3309, a nibble at a time. */
static guint32
add_to_crc (guint32 crc, const guint8 *data, gsize length)
{
  static const guint32 table[] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };

  crc = ~crc;
  for (gsize i = 0; i < length; i++)
    {
      crc = table[(crc ^ data[i]) & 15] ^ (crc >> 4);
      crc = table[(crc ^ (data[i] >> 4)) & 15] ^ (crc >> 4);
    }

  return ~crc;
}

static gboolean
put (GsZipWriter *self, const void *data, gsize length, GError **error)
{
  if (!g_output_stream_write_all (self->out, data, length, NULL, NULL, error))
    return FALSE;

  self->offset += length;
  if (self->offset <= G_MAXUINT32)
    return TRUE;

  g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID,
                       _ ("The archive would be larger than 4 GiB. Export a part of the workspace."));

  return FALSE;
}

static void
add_number (GByteArray *bytes, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static Entry *
get_last (GsZipWriter *self)
{
  return &g_array_index (self->entries, Entry, self->entries->len - 1);
}

static gboolean
deflate_piece (GsZipWriter *self, const guint8 *data, gsize length, gboolean last, GError **error)
{
  guint8 piece[PIECE];
  GConverterResult result;
  gsize done = 0;

  do
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (self->deflater, data + done, length - done, piece, sizeof piece,
                                    last ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR || !put (self, piece, n_written, error))
        return FALSE;
      done += n_read;
      get_last (self)->compressed += n_written;
    }
  while (last ? result != G_CONVERTER_FINISHED : done < length);

  return TRUE;
}

/**
 * gs_zip_writer_write:
 * @self: a writer, in an entry
 * @data: the next bytes of the entry
 * @length: how many
 *
 * Blocks.
 *
 * Returns: whether they could be written
 */
gboolean
gs_zip_writer_write (GsZipWriter *self, const void *data, gsize length, GError **error)
{
  Entry *entry = get_last (self);

  entry->crc = add_to_crc (entry->crc, data, length);
  entry->size += length;

  return length == 0 || deflate_piece (self, data, length, FALSE, error);
}

/* What header, descriptor and directory have in common. */
static void
add_sizes (GByteArray *bytes, const Entry *entry)
{
  add_number (bytes, entry->crc, 4);
  add_number (bytes, entry->compressed, 4);
  add_number (bytes, entry->size, 4);
}

static void
add_form (GByteArray *bytes, const Entry *entry)
{
  add_number (bytes, VERSION, 2);
  add_number (bytes, entry->stored ? FLAGS_STORED : FLAGS, 2);
  add_number (bytes, entry->stored ? 0 : DEFLATED, 2);
  add_number (bytes, 0, 2);
  add_number (bytes, BEGINNING, 2);
}

static gboolean
end_entry (GsZipWriter *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (self->deflater == NULL)
    return TRUE;
  if (!deflate_piece (self, (const guint8 *) "", 0, TRUE, error))
    return FALSE;
  g_clear_object (&self->deflater);

  add_number (bytes, 0x08074b50, 4);
  add_sizes (bytes, get_last (self));

  return put (self, bytes->data, bytes->len, error);
}

/**
 * gs_zip_writer_begin:
 * @self: a writer
 * @name: of the entry, UTF-8, with "/" between folders
 *
 * Begins an entry, which ends when the next begins. Blocks.
 *
 * Returns: whether it could be written
 */
gboolean
gs_zip_writer_begin (GsZipWriter *self, const char *name, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Entry entry = { .name = NULL };

  if (!end_entry (self, error))
    return FALSE;

  entry.name = g_strdup (name);
  entry.offset = self->offset;
  g_array_append_val (self->entries, entry);
  self->deflater = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, -1));

  add_number (bytes, 0x04034b50, 4);
  add_form (bytes, &entry);
  add_number (bytes, 0, 8);
  add_number (bytes, 0, 4);
  add_number (bytes, strlen (name), 2);
  add_number (bytes, 0, 2);
  g_byte_array_append (bytes, (const guint8 *) name, (guint) strlen (name));

  return put (self, bytes->data, bytes->len, error);
}

/**
 * gs_zip_writer_store:
 * @self: a writer
 * @name: of the entry, UTF-8
 * @data: all of the entry
 * @length: how many bytes
 *
 * Writes a whole entry as it is. Blocks.
 *
 * Returns: whether it could be written
 */
gboolean
gs_zip_writer_store (GsZipWriter *self, const char *name, const void *data, gsize length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Entry entry = { .stored = TRUE, .size = length, .compressed = length };

  if (!end_entry (self, error))
    return FALSE;

  entry.name = g_strdup (name);
  entry.offset = self->offset;
  entry.crc = add_to_crc (0, data, length);
  g_array_append_val (self->entries, entry);

  add_number (bytes, 0x04034b50, 4);
  add_form (bytes, &entry);
  add_sizes (bytes, &entry);
  add_number (bytes, strlen (name), 2);
  add_number (bytes, 0, 2);
  g_byte_array_append (bytes, (const guint8 *) name, (guint) strlen (name));

  return put (self, bytes->data, bytes->len, error) && put (self, data, length, error);
}

static void
add_to_directory (GByteArray *bytes, const Entry *entry)
{
  add_number (bytes, 0x02014b50, 4);
  add_number (bytes, VERSION, 2);
  add_form (bytes, entry);
  add_sizes (bytes, entry);
  add_number (bytes, strlen (entry->name), 2);
  /* Extra field, comment, disk, attributes: none. */
  add_number (bytes, 0, 8);
  add_number (bytes, 0, 4);
  add_number (bytes, entry->offset, 4);
  g_byte_array_append (bytes, (const guint8 *) entry->name, (guint) strlen (entry->name));
}

/**
 * gs_zip_writer_finish:
 * @self: a writer
 *
 * Ends the last entry and the archive. Blocks.
 *
 * Returns: whether it could be written; %GS_ERROR_INVALID where an archive cannot hold
 *   so much
 */
gboolean
gs_zip_writer_finish (GsZipWriter *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint64 start;
  guint length;

  if (!end_entry (self, error))
    return FALSE;
  if (self->entries->len > G_MAXUINT16)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID,
                           _ ("The archive would hold more than 65535 files. Export a part of the workspace."));
      return FALSE;
    }

  start = self->offset;
  for (guint i = 0; i < self->entries->len; i++)
    add_to_directory (bytes, &g_array_index (self->entries, Entry, i));
  length = bytes->len;

  add_number (bytes, 0x06054b50, 4);
  add_number (bytes, 0, 4);
  add_number (bytes, self->entries->len, 2);
  add_number (bytes, self->entries->len, 2);
  add_number (bytes, length, 4);
  add_number (bytes, start, 4);
  add_number (bytes, 0, 2);

  return put (self, bytes->data, bytes->len, error);
}
