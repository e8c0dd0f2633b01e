/* gs-db-match.c: what a user types as a full-text expression.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-selection.h"

/* A string of FTS5 holds anything between quotes but a quote. A term without
 * a letter or digit would be no term, and would match nothing. */
static void
append_term (GString *expression, const char *term, gsize length, gboolean prefix)
{
  gboolean word = FALSE;

  for (const char *p = term; p < term + length; p = g_utf8_next_char (p))
    word = word || g_unichar_isalnum (g_utf8_get_char (p));
  if (!word)
    return;

  if (expression->len > 0)
    g_string_append (expression, " AND ");
  g_string_append_c (expression, '"');
  g_string_append_len (expression, term, (gssize) length);
  g_string_append (expression, prefix ? "\" *" : "\"");
}

/* From a quote to the next, or to the end where it is missing. */
static const char *
take_phrase (GString *expression, const char *p)
{
  const char *end = strchr (p, '"');
  gsize length = end != NULL ? (gsize) (end - p) : strlen (p);
  gboolean prefix = end != NULL && end[1] == '*';

  append_term (expression, p, length, prefix);

  return p + length + (end != NULL ? 1 : 0) + (prefix ? 1 : 0);
}

static const char *
take_word (GString *expression, const char *p)
{
  const char *end = p;
  gboolean prefix;

  while (*end != '\0' && *end != '"' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  prefix = end > p && end[-1] == '*';
  append_term (expression, p, (gsize) (end - p) - (prefix ? 1 : 0), prefix);

  return end;
}

/**
 * gs_db_match_expression_whole:
 * @query: as in gs_db_match_expression()
 *
 * Returns: (transfer full) (nullable): the same expression for a last word that is finished, whether or not a star
 *   follows it
 */
char *
gs_db_match_expression_whole (const char *query)
{
  g_autofree char *whole = g_strchomp (g_strdup (query));
  gsize length = strlen (whole);

  if (length > 0 && whole[length - 1] == '*')
    whole[length - 1] = '\0';

  return gs_db_match_expression (whole);
}

/**
 * gs_db_match_expression:
 * @query: words (all must occur), "a phrase", prefix*
 *
 * Returns: (transfer full) (nullable): an FTS5 expression that is always well formed; %NULL when no word is in @query
 */
char *
gs_db_match_expression (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  GString *expression = g_string_new (NULL);
  const char *p = valid;

  while (*p != '\0')
    {
      if (*p == '"')
        p = take_phrase (expression, p + 1);
      else if (g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      else
        p = take_word (expression, p);
    }

  return g_string_free (expression, expression->len == 0);
}
