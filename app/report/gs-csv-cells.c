/* gs-csv-cells.c: a cell of a table for spreadsheets.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-csv-cells.h"

#include <string.h>

/**
 * gs_csv_append_cell:
 * @csv: gets the cell appended
 * @text: (nullable): what stands in it
 * @is_first: whether it begins a row
 *
 * RFC 4180: quotes where they are needed. What a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
void
gs_csv_append_cell (GString *csv, const char *text, gboolean is_first)
{
  gsize length;
  gboolean quoted;

  if (!is_first)
    g_string_append_c (csv, ',');
  if (text == NULL || *text == '\0')
    return;

  length = strlen (text);
  quoted = strpbrk (text, ",\"\r\n") != NULL || *text == ' ' || text[length - 1] == ' ';
  if (quoted)
    g_string_append_c (csv, '"');
  if (strchr ("=+-@\t\r\n", *text) != NULL)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}
