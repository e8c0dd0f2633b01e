/* gs-json-emit.c: JSON of any shape, a member at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-json-emit.h"

#include <string.h>

/**
 * gs_json_append_text:
 * @json: gets the string appended, with its quotes
 * @text: UTF-8
 *
 * Escapes what RFC 8259 says must be, and no more.
 */
void
gs_json_append_text (GString *json, const char *text)
{
  static const char short_names[] = "\bb\tt\nn\ff\rr\"\"\\\\";
  const char *plain = text;

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *name = NULL;

      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;

      g_string_append_len (json, plain, p - plain);
      plain = p + 1;

      for (const char *s = short_names; *s != '\0' && name == NULL; s += 2)
        {
          if (*s == *p)
            name = s + 1;
        }

      if (name != NULL)
        g_string_append_printf (json, "\\%c", *name);
      else
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
    }
  g_string_append (json, plain);
  g_string_append_c (json, '"');
}

static void
begin (GsJsonEmit *self, const char *name)
{
  if (self->pending)
    g_string_append_c (self->buffer.text, ',');
  self->pending = TRUE;
  if (name != NULL)
    {
      gs_json_append_text (self->buffer.text, name);
      g_string_append_c (self->buffer.text, ':');
    }
}

/**
 * gs_json_emit_open:
 * @self: JSON being written
 * @name: (nullable): name of the member, %NULL in an array
 * @bracket: '{' or '['
 */
void
gs_json_emit_open (GsJsonEmit *self, const char *name, char bracket)
{
  begin (self, name);
  g_string_append_c (self->buffer.text, bracket);
  self->pending = FALSE;
}

/**
 * gs_json_emit_item:
 * @self: JSON being written, in a long array
 *
 * Opens an object on a line of its own.
 */
void
gs_json_emit_item (GsJsonEmit *self)
{
  g_string_append (self->buffer.text, self->pending ? ",\n{" : "\n{");
  self->pending = FALSE;
}

/**
 * gs_json_emit_close:
 * @self: JSON being written
 * @bracket: '}' or ']'
 */
void
gs_json_emit_close (GsJsonEmit *self, char bracket)
{
  g_string_append_c (self->buffer.text, bracket);
  self->pending = TRUE;
}

/**
 * gs_json_emit_text:
 * @self: JSON being written
 * @name: (nullable): name of the member, %NULL in an array
 * @text: (nullable): UTF-8; nothing is written for %NULL
 */
void
gs_json_emit_text (GsJsonEmit *self, const char *name, const char *text)
{
  if (text == NULL)
    return;

  begin (self, name);
  gs_json_append_text (self->buffer.text, text);
}

/**
 * gs_json_emit_id:
 * @self: JSON being written
 * @name: (nullable): name of the member, %NULL in an array
 * @prefix: what goes before @text, in the same string
 * @text: (nullable): UTF-8; nothing is written for %NULL
 */
void
gs_json_emit_id (GsJsonEmit *self, const char *name, const char *prefix, const char *text)
{
  g_autofree char *id = text != NULL ? g_strconcat (prefix, text, NULL) : NULL;

  gs_json_emit_text (self, name, id);
}

/**
 * gs_json_emit_number:
 * @self: JSON being written
 * @name: (nullable): name of the member, %NULL in an array
 * @number: a whole number
 */
void
gs_json_emit_number (GsJsonEmit *self, const char *name, gint64 number)
{
  begin (self, name);
  g_string_append_printf (self->buffer.text, "%" G_GINT64_FORMAT, number);
}

/**
 * gs_json_emit_bool:
 * @self: JSON being written
 * @name: (nullable): name of the member, %NULL in an array
 * @value: true or false
 */
void
gs_json_emit_bool (GsJsonEmit *self, const char *name, gboolean value)
{
  begin (self, name);
  g_string_append (self->buffer.text, value ? "true" : "false");
}
