/* gs-cli-table.c: rows as aligned text or as a JSON array, as they come.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory does not grow with the number of rows: text is aligned in blocks.
 */

#include "config.h"

#include "gs-cli-table.h"

#include "gs-cli-output.h"

/* Rows looked at to choose the widths; later blocks keep at least these. */
#define BLOCK_ROWS 500
/* Terminal columns a cell may take when somebody looks on; a file gets all. */
#define CELL_WIDTH 60
/* Enough of a UUID for a person to type; scripts get all of it. */
#define SHORT_UUID 8

struct _GsCliTable
{
  GsCli *cli;
  const GsRecordType *type;
  const GsField **fields; /* of the columns */
  guint n_fields;
  gboolean terminal;
  guint64 n_rows;   /* JSON: written so far */
  GPtrArray *cells; /* of the block, row by row */
  guint *widths;
};

/**
 * gs_cli_table_new:
 * @cli: the call
 * @type: type of the rows
 * @columns: (array zero-terminated=1): names of the fields that text shows
 *
 * Returns: (transfer full): a table; free it to end the output
 */
GsCliTable *
gs_cli_table_new (GsCli *cli, const GsRecordType *type, const char *const *columns)
{
  GsCliTable *self = g_new0 (GsCliTable, 1);

  self->cli = cli;
  self->type = type;
  self->n_fields = g_strv_length ((GStrv) columns);
  self->fields = g_new0 (const GsField *, self->n_fields);
  self->widths = g_new0 (guint, self->n_fields);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->terminal = gs_cli_is_terminal ();

  for (guint i = 0; i < self->n_fields; i++)
    {
      self->fields[i] = gs_record_type_find_field (type, columns[i]);
      g_assert (self->fields[i] != NULL);
    }

  if (cli->json)
    gs_cli_put ("[");

  return self;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static char *
shorten (const char *text, guint width)
{
  GString *cut;
  guint used = 0;

  if (text_width (text) <= width)
    return g_strdup (text);

  cut = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      used += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      if (used >= width)
        break;
      g_string_append_unichar (cut, c);
    }
  g_string_append (cut, "…");

  return g_string_free (cut, FALSE);
}

static char *
field_text (const GsField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      {
        const char *text = GS_FIELD_VALUE (field, record, char *);
        g_autofree char *line = text != NULL ? g_strdelimit (g_strdup (text), "\n\r\t", ' ') : NULL;

        return line != NULL ? gs_cli_escape (line) : g_strdup ("");
      }

    case GS_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, GS_FIELD_VALUE (field, record, gint64));

    case GS_FIELD_BOOL:
      return g_strdup (GS_FIELD_VALUE (field, record, gboolean) ? field->name : "");

    case GS_FIELD_WORD:
      return g_strdup (gs_word_to_nick (field->words, GS_FIELD_VALUE (field, record, int)));

    case GS_FIELD_NUMBER:
    case GS_FIELD_BYTES:
    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
cell_text (GsCliTable *self, const GsField *field, gconstpointer record)
{
  g_autofree char *text = field_text (field, record);
  gboolean is_uuid = g_str_equal (field->name, "uuid");

  if (!self->terminal)
    return g_steal_pointer (&text);

  return is_uuid ? g_strndup (text, SHORT_UUID) : shorten (text, CELL_WIDTH);
}

static void
flush_block (GsCliTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_fields;

      self->widths[column] = MAX (self->widths[column], text_width (self->cells->pdata[i]));
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_fields;
      const char *cell = self->cells->pdata[i];
      guint padding = self->widths[column] - text_width (cell);

      /* Nothing after the last cell, so that lines end where their text does. */
      if (column + 1 == self->n_fields)
        gs_cli_putf ("%s\n", cell);
      else if (self->fields[column]->kind == GS_FIELD_INT)
        gs_cli_putf ("%*s%s  ", (int) padding, "", cell);
      else
        gs_cli_putf ("%s%*s  ", cell, (int) padding, "");
    }

  g_ptr_array_set_size (self->cells, 0);
}

/**
 * gs_cli_table_add:
 * @self: a table
 * @record: the next row
 */
void
gs_cli_table_add (GsCliTable *self, gconstpointer record)
{
  if (self->cli->json)
    {
      g_autofree char *row = gs_cli_json_to_text (gs_record_to_json (self->type, record), FALSE);

      gs_cli_put (self->n_rows++ == 0 ? "\n" : ",\n");
      gs_cli_put (row);
      return;
    }

  for (guint i = 0; i < self->n_fields; i++)
    g_ptr_array_add (self->cells, cell_text (self, self->fields[i], record));

  if (self->cells->len >= BLOCK_ROWS * self->n_fields)
    flush_block (self);
}

/**
 * gs_cli_table_free:
 * @self: (transfer full) (nullable): a table
 *
 * Ends the output.
 */
void
gs_cli_table_free (GsCliTable *self)
{
  if (self == NULL)
    return;

  if (self->cli->json)
    gs_cli_put (self->n_rows > 0 ? "\n]\n" : "]\n");
  else
    flush_block (self);

  g_ptr_array_unref (self->cells);
  g_free (self->fields);
  g_free (self->widths);
  g_free (self);
}
