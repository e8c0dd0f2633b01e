/* gs-pdf-furniture.c: running headers, footers and page numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the margins of several pages with the same words, numbers
 * aside, is the pages' and not the article's.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "gs-pdf-layout.h"

/* How much of a page's height is margin, at the top and at the bottom. */
#define MARGIN 0.15
#define EDGE 0.06
#define MAX_NUMBER_CHARS 24

static gboolean
is_in_margin (const GsPdfLines *lines, const GsPdfLine *line, gboolean *top)
{
  double height = gs_pdf_page (lines, line->page)->height;

  *top = line->y1 < height * MARGIN;

  return *top || line->y0 > height * (1.0 - MARGIN);
}

/* Digits are one another's equal: "12 Courier" and "14 Courier". */
static char *
shape_of (const char *text, gboolean top)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *shape = g_string_new (top ? "^" : "_");
  gboolean digits = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean digit = g_unichar_isdigit (c);

      if (g_unichar_isspace (c) || (digit && digits))
        continue;
      g_string_append_unichar (shape, digit ? '#' : c);
      digits = digit;
    }

  return g_string_free (shape, FALSE);
}

static gboolean
is_roman (const char *word)
{
  return *word != '\0' && strlen (word) <= 6 && word[strspn (word, "ivxlc")] == '\0';
}

/* "12", "– 12 –", "iv", "page 3 of 9", "Seite 3/9". */
static gboolean
is_page_number (const char *text)
{
  static const char *const words[] = { "page", "p",   "pag",    "pagina", "bladzijde", "blz", "seite",
                                       "s",    "von", "van",    "of",     "de",        "sur", "página",
                                       "side", "av",  "strona", "стр",    "страница",  NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = NULL;
  guint numbers = 0;

  if (g_utf8_strlen (folded, -1) > MAX_NUMBER_CHARS)
    return FALSE;

  parts = g_strsplit_set (g_strdelimit (folded, "-|/.,[]()", ' '), " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = parts[i];
      gboolean number = *part != '\0' && part[strspn (part, "0123456789")] == '\0' && strlen (part) <= 5;

      if (number || is_roman (part))
        numbers++;
      else if (*part != '\0' && !g_strv_contains (words, part) && g_unichar_isalnum (g_utf8_get_char (part)))
        return FALSE;
    }

  return numbers >= 1 && numbers <= 2;
}

/* What browsers print around a page: small, at the very edge. */
static gboolean
is_at_edge (const GsPdfLines *lines, const GsPdfLine *line, double body)
{
  double height = gs_pdf_page (lines, line->page)->height;

  if (line->y0 > height * (1.0 - EDGE))
    return strstr (line->text, "://") != NULL && strchr (line->text, ' ') == NULL;

  return line->y1 < height * EDGE && line->size < body * 0.9;
}

/* (transfer full): of each shape the number of pages on which it stands. */
static GHashTable *
count_shapes (const GsPdfLines *lines)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint page = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const GsPdfLine *line = gs_pdf_line (lines, i);
      gpointer key = NULL;
      gpointer count = NULL;
      char *shape;
      gboolean top;

      if (line->page != page)
        g_hash_table_remove_all (seen);
      page = line->page;
      if (!is_in_margin (lines, line, &top))
        continue;

      shape = shape_of (line->text, top);
      if (g_hash_table_lookup_extended (counts, shape, &key, &count))
        g_clear_pointer (&shape, g_free);
      else
        key = shape;
      if (g_hash_table_add (seen, key))
        g_hash_table_insert (counts, shape != NULL ? key : g_strdup (key),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }

  return counts;
}

/**
 * gs_pdf_mark_furniture:
 * @lines: lines; those that are furniture are marked
 */
void
gs_pdf_mark_furniture (GsPdfLines *lines)
{
  g_autoptr (GHashTable) counts = count_shapes (lines);
  double body = gs_pdf_body_size (lines);
  guint enough = MAX (2, lines->pages->len / 3);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      GsPdfLine *line = gs_pdf_line (lines, i);
      g_autofree char *shape = NULL;
      gboolean top;

      if (!is_in_margin (lines, line, &top))
        continue;
      shape = shape_of (line->text, top);
      /* The headline itself may run on above the pages that follow. */
      line->furniture =
        is_page_number (line->text) || is_at_edge (lines, line, body)
        || (GPOINTER_TO_UINT (g_hash_table_lookup (counts, shape)) >= enough && line->size < body * 1.3);
    }
}

/**
 * gs_pdf_body_size:
 * @lines: lines
 *
 * Returns: the font size of most of the text, in half points; 0 where there is none
 */
double
gs_pdf_body_size (const GsPdfLines *lines)
{
  gsize chars[200] = { 0 };
  guint best = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const GsPdfLine *line = gs_pdf_line (lines, i);

      chars[MIN ((guint) lround (line->size * 2.0), G_N_ELEMENTS (chars) - 1)] += strlen (line->text);
    }
  for (guint i = 1; i < G_N_ELEMENTS (chars); i++)
    {
      if (chars[i] > chars[best])
        best = i;
    }

  return best / 2.0;
}
