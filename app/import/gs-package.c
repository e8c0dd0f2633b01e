/* gs-package.c: files that are ZIP archives of parts.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

/* A small file may well expand a thousandfold. */
#define RATIO_FROM_BYTES (16 * 1024 * 1024)
#define CHUNK 65536

typedef struct
{
  struct archive *archive;
  const GsExtractLimits *limits;
  gsize input;
  gsize expanded; /* so far */
  GHashTable *parts;
} Expansion;

static gboolean
is_within (Expansion *self, guint64 size, GError **error)
{
  guint64 total = self->expanded + size;
  g_autofree char *limit = NULL;

  if (size > G_MAXSIZE / 2 || total > self->limits->max_expanded)
    {
      limit = g_format_size_full (self->limits->max_expanded, G_FORMAT_SIZE_IEC_UNITS);
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("unpacked it is larger than the limit of %s"), limit);
      return FALSE;
    }
  if (total > RATIO_FROM_BYTES && total / self->limits->max_ratio > self->input)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("unpacked it is larger than %u times its size"),
                   self->limits->max_ratio);
      return FALSE;
    }

  return TRUE;
}

static gboolean
set_broken (Expansion *self, GError **error)
{
  const char *why = archive_error_string (self->archive);
  g_autofree char *valid = why != NULL ? g_utf8_make_valid (why, -1) : NULL;

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the archive is damaged: %s"), valid != NULL ? valid : "?");

  return FALSE;
}

/* (transfer full): all of the current entry. */
static GBytes *
read_entry (Expansion *self, GError **error)
{
  GByteArray *out = g_byte_array_new ();

  while (TRUE)
    {
      guint8 chunk[CHUNK];
      la_ssize_t n = archive_read_data (self->archive, chunk, sizeof chunk);

      if (n == 0)
        break;
      if (n < 0 ? !set_broken (self, error) : !is_within (self, (guint64) n, error))
        {
          g_byte_array_unref (out);
          return NULL;
        }
      self->expanded += (gsize) n;
      g_byte_array_append (out, chunk, (guint) n);
    }

  return g_byte_array_free_to_bytes (out);
}

static gboolean
take_entry (Expansion *self, struct archive_entry *entry, const char *name, GError **error)
{
  GBytes *part;

  if (g_hash_table_contains (self->parts, name))
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the archive has two parts “%s”"), name);
      return FALSE;
    }
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("it is encrypted: save it without a password"));
      return FALSE;
    }
  if (archive_entry_size_is_set (entry) && !is_within (self, (guint64) MAX (archive_entry_size (entry), 0), error))
    return FALSE;

  part = read_entry (self, error);
  if (part == NULL)
    return FALSE;
  g_hash_table_insert (self->parts, g_strdup (name), part);

  return TRUE;
}

static gboolean
expand (Expansion *self, GBytes *bytes, GsPackageFilter wanted, GError **error)
{
  struct archive_entry *entry = NULL;
  guint n = 0;
  int status;

  archive_read_support_format_zip (self->archive);
  if (archive_read_open_memory (self->archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) != ARCHIVE_OK)
    return set_broken (self, error);

  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);

      if (++n > self->limits->max_parts)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("more parts than the limit of %u"), self->limits->max_parts);
          return FALSE;
        }
      if (name != NULL && g_utf8_validate (name, -1, NULL) && wanted (name) && !take_entry (self, entry, name, error))
        return FALSE;
    }

  return status == ARCHIVE_EOF || set_broken (self, error);
}

/**
 * gs_package_expand:
 * @bytes: a ZIP archive
 * @wanted: which parts to expand
 * @limits: on the number of entries, on the bytes in all and on their ratio to
 *   the input, by what the archive declares as well as by what comes out
 *
 * Two parts of one name are refused where the part is wanted: which of them a
 * reader sees depends on the reader.
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the parts by name; or
 *   %NULL with GS_ERROR_UNREADABLE or GS_ERROR_LIMIT
 */
GHashTable *
gs_package_expand (GBytes *bytes, GsPackageFilter wanted, const GsExtractLimits *limits, GError **error)
{
  Expansion self = { .archive = archive_read_new (), .limits = limits, .input = g_bytes_get_size (bytes) };
  gboolean done;

  self.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  done = expand (&self, bytes, wanted, error);
  archive_read_free (self.archive);
  if (!done)
    g_clear_pointer (&self.parts, g_hash_table_unref);

  return self.parts;
}
