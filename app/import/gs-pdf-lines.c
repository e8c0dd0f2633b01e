/* gs-pdf-lines.c: the lines of a PDF, as gainsay-pdf wrote them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader writes is described in gs-pdf-reader.c. It read bytes from
 * anywhere and may have been turned against us, so nothing is taken on trust.
 */

#include "config.h"

#include "gs-pdf-lines.h"

#include <math.h>
#include <string.h>

static void
clear_line (gpointer data)
{
  g_free (((GsPdfLine *) data)->text);
}

static void
clear_page (gpointer data)
{
  g_free (((GsPdfPage *) data)->label);
}

/**
 * gs_pdf_lines_free:
 * @self: (transfer full): lines
 */
void
gs_pdf_lines_free (GsPdfLines *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->lines);
  g_free (self->title);
  g_free (self->author);
  g_free (self->xmp);
  g_free (self->created);
  g_free (self->modified);
  g_free (self->reason);
  g_free (self);
}

/* @n numbers at the beginning of @text, with a blank after each. Returns: what
 * comes after them; NULL if there are not so many. */
static const char *
read_numbers (const char *text, double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char *end = NULL;

      numbers[i] = g_ascii_strtod (text, &end);
      if (end == text || *end != ' ' || !isfinite (numbers[i]))
        return NULL;
      numbers[i] = CLAMP (numbers[i], -1e6, 1e6);
      text = end + 1;
    }

  return text;
}

static void
read_page (GsPdfLines *self, const char *text)
{
  double numbers[2];
  const char *label = read_numbers (text, numbers, 2);
  GsPdfPage page;

  if (label == NULL)
    return;
  page.width = numbers[0];
  page.height = numbers[1];
  page.label = *label != '\0' ? g_strdup (label) : NULL;
  g_array_append_val (self->pages, page);
}

static void
read_line (GsPdfLines *self, const char *text)
{
  double numbers[6];
  const char *words = read_numbers (text, numbers, 6);
  GsPdfLine line = { 0 };

  if (words == NULL || *words == '\0' || self->pages->len == 0)
    return;
  line.x0 = numbers[0];
  line.y0 = numbers[1];
  line.x1 = numbers[2];
  line.y1 = numbers[3];
  line.size = MAX (numbers[4], 1.0);
  line.bold = numbers[5] > 0.0;
  line.page = self->pages->len - 1;
  line.text = g_strdup (words);
  g_array_append_val (self->lines, line);
}

static void
fill (char **place, const char *text)
{
  if (*place == NULL && *text != '\0')
    *place = g_strdup (text);
}

static void
read_record (GsPdfLines *self, const char *record)
{
  const char *text = record[0] != '\0' && record[1] == ' ' ? record + 2 : "";

  switch (record[0])
    {
    case 'L':
      read_line (self, text);
      break;
    case 'P':
      read_page (self, text);
      break;
    case 'T':
      fill (&self->title, text);
      break;
    case 'A':
      fill (&self->author, text);
      break;
    case 'M':
      fill (&self->xmp, text);
      break;
    case 'C':
      fill (&self->created, text);
      break;
    case 'U':
      fill (&self->modified, text);
      break;
    case 'E':
      fill (&self->reason, text);
      break;
    case '.':
      self->whole = TRUE;
      break;
    default:
      break;
    }
}

/**
 * gs_pdf_lines_parse:
 * @data: what the reader wrote
 * @length: bytes
 *
 * Returns: (transfer full): what of it makes sense
 */
GsPdfLines *
gs_pdf_lines_parse (const char *data, gsize length)
{
  GsPdfLines *self = g_new0 (GsPdfLines, 1);
  const char *end = data + length;

  self->pages = g_array_new (FALSE, FALSE, sizeof (GsPdfPage));
  self->lines = g_array_new (FALSE, FALSE, sizeof (GsPdfLine));
  g_array_set_clear_func (self->pages, clear_page);
  g_array_set_clear_func (self->lines, clear_line);
  while (data < end)
    {
      const char *newline = memchr (data, '\n', (gsize) (end - data));
      g_autofree char *record = NULL;

      if (newline == NULL)
        break;
      record = g_utf8_make_valid (data, newline - data);
      read_record (self, record);
      data = newline + 1;
    }

  return self;
}
