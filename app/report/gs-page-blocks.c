/* gs-page-blocks.c: handing blocks to a sink.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-page-private.h"

gboolean
gs_page_can_be_seen (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isgraph (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

const char *
gs_page_name (const char *text)
{
  return gs_page_can_be_seen (text) ? text : "?";
}

void
gs_page_heading (GsPage *self, guint level, const char *anchor, GsPhrase *phrase)
{
  self->sink->heading (self->sink, level, anchor, phrase);
  gs_phrase_free (phrase);
}

void
gs_page_paragraph (GsPage *self, GsBlock block, GsPhrase *phrase)
{
  if (phrase != NULL && phrase->runs->len > 0)
    self->sink->paragraph (self->sink, block, phrase);
  gs_phrase_free (phrase);
}

void
gs_page_row (GsPage *self, GsPhrase **cells, guint n_cells)
{
  self->sink->row (self->sink, cells);
  for (guint i = 0; i < n_cells; i++)
    gs_phrase_free (cells[i]);
}

void
gs_page_open (GsPage *self, GsGroup group, const char *prefix, const char *id)
{
  g_autofree char *anchor = id != NULL ? g_strconcat (prefix, id, NULL) : NULL;

  self->sink->open (self->sink, group, anchor);
}

void
gs_page_close (GsPage *self, GsGroup group)
{
  self->sink->close (self->sink, group);
}

void
gs_page_table (GsPage *self, const char *caption, guint n_columns, const char *const *heads, const guint *widths)
{
  GsPageTable table = { caption, n_columns, heads, widths, TRUE };

  self->sink->table (self->sink, &table);
}

gboolean
gs_page_pass (GsPage *self, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) && self->sink->pass (self->sink, error);
}

static void
field_clear (gpointer data)
{
  gs_phrase_free (((GsPageField *) data)->value);
}

GsPageFields *
gs_page_fields_new (void)
{
  GArray *fields = g_array_new (FALSE, TRUE, sizeof (GsPageField));

  g_array_set_clear_func (fields, field_clear);

  return fields;
}

static void
add_field (GsPageFields *fields, const char *name, const char *value, gboolean foreign)
{
  GsPageField field = { .name = name };

  if (value == NULL || *value == '\0')
    return;

  field.value = gs_phrase_new ();
  if (foreign)
    gs_phrase_quote (field.value, GS_RUN_PLAIN, NULL, value);
  else
    gs_phrase_say (field.value, GS_RUN_PLAIN, value);
  g_array_append_val (fields, field);
}

void
gs_page_fields_add (GsPageFields *fields, const char *name, const char *value)
{
  add_field (fields, name, value, TRUE);
}

void
gs_page_fields_say (GsPageFields *fields, const char *name, const char *value)
{
  add_field (fields, name, value, FALSE);
}

void
gs_page_put_fields (GsPage *self, GsPageFields *fields, gboolean is_long)
{
  if (fields->len > 0)
    self->sink->fields (self->sink, (const GsPageField *) (void *) fields->data, fields->len, is_long);
  g_array_unref (fields);
}
