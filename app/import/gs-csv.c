/* gs-csv.c: tables as RFC 4180 writes them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The separator is that of the first row: comma, semicolon or tab. The first
 * row names the columns; without a column of text, and one more that is known,
 * it is no table of articles but a text with commas.
 */

#include "config.h"

#include <string.h>

#include "gs-columns.h"

#define MAX_COLUMNS 500
/* How far the first row and the one below it may reach. */
#define SNIFF_BYTES (1024 * 1024)

static const char separators[] = { ',', ';', '\t' };

typedef struct
{
  const char *at;
  const char *end;
  char separator;
} Table;

static void
free_text (gpointer text)
{
  g_free (text);
}

/* A field and what ends it: the separator, '\n', or '\0' for the end. FALSE
 * where a quotation mark is never closed. */
static gboolean
read_field (Table *self, GString *field, char *after)
{
  gboolean quoted = self->at < self->end && *self->at == '"';

  g_string_truncate (field, 0);
  self->at += quoted;
  while (self->at < self->end)
    {
      char c = *self->at++;

      if (quoted && c == '"' && self->at < self->end && *self->at == '"')
        self->at++;
      else if (quoted && c == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (c == self->separator || c == '\n'))
        {
          *after = c;
          return TRUE;
        }
      g_string_append_c (field, c);
    }
  *after = '\0';

  return !quoted;
}

/* (transfer full) (nullable): the next row; NULL after the last, and where a
 * row goes on to the end of the file by mistake. */
static GPtrArray *
read_row (Table *self)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (free_text);
  g_autoptr (GString) field = g_string_new (NULL);
  char after = '\0';

  while (self->at < self->end && *self->at == '\n')
    self->at++;
  if (self->at >= self->end)
    return NULL;

  do
    {
      if (!read_field (self, field, &after) || row->len >= MAX_COLUMNS)
        return NULL;
      g_ptr_array_add (row, g_strndup (field->str, field->len));
    }
  while (after == self->separator);

  return g_steal_pointer (&row);
}

/* How many columns of a kind that is known, each counted once. @text: (out):
 * which holds the text, from 1; 0 for none. */
static guint
count_known (const GPtrArray *header, guint *text)
{
  gboolean seen[GS_N_COLUMNS] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < header->len; i++)
    {
      GsColumn column = gs_column_named (header->pdata[i]);

      n += column != GS_COLUMN_OTHER && !seen[column];
      if (column == GS_COLUMN_TEXT && !seen[column])
        *text = i + 1;
      seen[column] = TRUE;
    }

  return n;
}

/* The separator of a table of articles; 0 where it is none. */
static char
find_separator (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      Table table = { text, text + MIN (length, SNIFF_BYTES), separators[i] };
      g_autoptr (GPtrArray) header = read_row (&table);
      g_autoptr (GPtrArray) first = header != NULL ? read_row (&table) : NULL;
      guint text_column = 0;

      /* What a row leaves out at its end is empty. */
      if (header != NULL && count_known (header, &text_column) >= 2 && text_column > 0 && first != NULL
          && first->len >= text_column && first->len <= header->len)
        return separators[i];
    }

  return 0;
}

/**
 * gs_csv_sniff:
 * @text: UTF-8, "\n" line ends
 * @length: bytes
 *
 * Returns: whether it is a table of articles
 */
gboolean
gs_csv_sniff (const char *text, gsize length)
{
  return find_separator (text, length) != 0;
}

static void
read_article (GsIntake *intake, const GPtrArray *header, const GPtrArray *row, GBytes *original)
{
  char *values[GS_N_COLUMNS] = { NULL };

  for (guint i = 0; i < MIN (header->len, row->len); i++)
    {
      GsColumn column = gs_column_named (header->pdata[i]);

      /* Of two columns of one kind the first that says something. */
      if (values[column] == NULL && *(const char *) row->pdata[i] != '\0')
        values[column] = row->pdata[i];
    }
  gs_columns_read (intake, values, original, "text/csv");
}

/* The row under the names of its columns: a table of its own. */
static GBytes *
make_original (const char *header, gsize header_length, const char *row, gsize length)
{
  GString *own = g_string_new_len (header, (gssize) header_length);

  if (own->len == 0 || own->str[own->len - 1] != '\n')
    g_string_append_c (own, '\n');
  g_string_append_len (own, row, (gssize) length);

  return g_string_free_to_bytes (own);
}

/**
 * gs_csv_read:
 * @intake: gets an article for each row that has text
 * @bytes: a table that gs_csv_sniff() knows, in any encoding
 *
 * The names of the columns and the row below them are the article's original.
 *
 * Returns: %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_csv_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_auto (GsDecoded) decoded = { 0 };
  g_autoptr (GPtrArray) header = NULL;
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize header_length;
  Table table;
  guint n = 0;

  gs_decode (data, length, &decoded);
  table = (Table){ decoded.text, decoded.text + decoded.length, find_separator (decoded.text, decoded.length) };
  header = read_row (&table);
  header_length = (gsize) (table.at - decoded.text);

  while (header != NULL && table.at < table.end)
    {
      const char *start = table.at;
      g_autoptr (GPtrArray) row = read_row (&table);
      g_autoptr (GBytes) original = NULL;

      if (row == NULL)
        {
          intake->left_out += table.at > start + 1;
          break;
        }
      if (!gs_intake_may_take (intake, ++n, error))
        return FALSE;
      original = make_original (decoded.text, header_length, start, (gsize) (table.at - start));
      read_article (intake, header, row, original);
    }

  return TRUE;
}
