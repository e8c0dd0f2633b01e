/* check-writers.c: is what was written well formed, and is every claim in it?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-writers.h"

#include <string.h>

GPtrArray *
gs_check_claims (GsMemoryReport *report)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] == &gs_claim_type)
        return report->records[i];
    }

  g_assert_not_reached ();
}

/* One cell of RFC 4180 from @p on; moves @p behind it. */
static char *
read_cell (const char **p, const char *end)
{
  GString *cell = g_string_new (NULL);
  const char *c = *p;

  if (c < end && *c == '"')
    {
      for (c++; c < end && (*c != '"' || c[1] == '"'); c++)
        {
          g_string_append_c (cell, *c);
          if (*c == '"')
            c++;
        }
      g_assert_cmpint (*c, ==, '"');
      c++;
    }
  else
    {
      for (; c < end && *c != ',' && *c != '\r'; c++)
        {
          g_assert_false (*c == '"' || *c == '\n');
          g_string_append_c (cell, *c);
        }
    }
  *p = c;

  return g_string_free (cell, FALSE);
}

static GPtrArray *
read_row (const char **p, const char *end)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_ptr_array_add (row, read_cell (p, end));
      g_assert_true (*p < end);
      if (**p == ',')
        (*p)++;
      else
        break;
    }
  g_assert_true (g_str_has_prefix (*p, "\r\n"));
  *p += 2;

  return row;
}

void
gs_check_csv (GBytes *bytes, GsMemoryReport *report)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);
  const char *end = p + length;
  g_autoptr (GPtrArray) head = read_row (&p, end);
  GPtrArray *claims = gs_check_claims (report);

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];
      g_autoptr (GPtrArray) row = read_row (&p, end);

      g_assert_cmpuint (row->len, ==, head->len);
      g_assert_cmpstr (row->pdata[0], ==, claim->uuid);
      for (guint j = 0; j < row->len; j++)
        g_assert_null (strchr ("=+-@\t\r\n", *(const char *) row->pdata[j] ?: 'x'));
    }
  g_assert_true (p == end);
}
