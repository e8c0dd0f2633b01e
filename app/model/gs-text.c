/* gs-text.c: texts by code points.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-text.h"

#include <string.h>

/* A remembered byte offset every so many code points: a look-up walks at most
 * this far, and the table is a few percent of the text. */
#define STRIDE 128

struct _GsText
{
  char *text;
  gsize n_bytes;
  gint64 length;
  GArray *marks; /* gsize: byte offset of code point i * STRIDE */
};

/**
 * gs_text_new:
 * @text: valid UTF-8; copied
 *
 * Returns: (transfer full): the text with its table of offsets
 */
GsText *
gs_text_new (const char *text)
{
  GsText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (GsText, 1);
  self->n_bytes = strlen (text);
  self->text = g_strndup (text, self->n_bytes);
  self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (self->length % STRIDE == 0)
        {
          gsize byte = (gsize) (p - self->text);

          g_array_append_val (self->marks, byte);
        }
      self->length++;
    }

  return self;
}

/**
 * gs_text_free:
 * @self: (nullable) (transfer full): a text
 */
void
gs_text_free (GsText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->marks);
  g_free (self->text);
  g_free (self);
}

/**
 * gs_text_get:
 * @self: a text
 *
 * Returns: (transfer none): the whole text
 */
const char *
gs_text_get (const GsText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * gs_text_length:
 * @self: a text
 *
 * Returns: its length in code points
 */
gint64
gs_text_length (const GsText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * gs_text_to_byte:
 * @self: a text
 * @offset: in code points; clamped to the text
 *
 * Returns: the same place in bytes
 */
gsize
gs_text_to_byte (const GsText *self, gint64 offset)
{
  const char *mark;

  g_return_val_if_fail (self != NULL, 0);

  if (offset <= 0)
    return 0;
  if (offset >= self->length)
    return self->n_bytes;

  mark = self->text + g_array_index (self->marks, gsize, offset / STRIDE);

  return (gsize) (g_utf8_offset_to_pointer (mark, (glong) (offset % STRIDE)) - self->text);
}

/**
 * gs_text_from_byte:
 * @self: a text
 * @byte: in bytes; clamped to the text, and inside a character taken as its beginning
 *
 * Returns: the same place in code points
 */
gint64
gs_text_from_byte (const GsText *self, gsize byte)
{
  guint lo = 0, hi;
  const char *p;
  gint64 offset;

  g_return_val_if_fail (self != NULL, 0);

  if (byte >= self->n_bytes)
    return self->length;

  /* The last mark at or before the byte. */
  hi = self->marks->len;
  while (hi - lo > 1)
    {
      guint middle = lo + (hi - lo) / 2;

      if (g_array_index (self->marks, gsize, middle) <= byte)
        lo = middle;
      else
        hi = middle;
    }

  offset = (gint64) lo * STRIDE;
  p = self->text + g_array_index (self->marks, gsize, lo);
  while (g_utf8_next_char (p) <= self->text + byte)
    {
      p = g_utf8_next_char (p);
      offset++;
    }

  return offset;
}

/**
 * gs_text_slice:
 * @self: a text
 * @start: in code points; clamped
 * @end: in code points; clamped
 *
 * Returns: (transfer full): the code points @start to @end, empty when there are none
 */
char *
gs_text_slice (const GsText *self, gint64 start, gint64 end)
{
  gsize from, to;

  g_return_val_if_fail (self != NULL, NULL);

  from = gs_text_to_byte (self, start);
  to = gs_text_to_byte (self, end);

  return to > from ? g_strndup (self->text + from, to - from) : g_strdup ("");
}

/**
 * gs_text_on_one_line:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the text with one blank for each run of blanks, line ends and control
 *   characters, and none at either end
 */
char *
gs_text_on_one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && c >= 0x20)
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return g_string_free (line, FALSE);
}
