/* gs-json-flat.c: whether JSON is nested so deep that parsing it is a risk.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib goes down by recursion and has no limit of its own.
 */

#include "config.h"

#include "gs-json-flat.h"

/* Comments and other quotation marks, which json-glib accepts, can hide what
 * is nested from whoever counts; so there the brackets are counted as if each
 * were inside the one before. */
#define MAX_BRACKETS 1000

static gboolean
has_few_brackets (const char *json, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length && n <= MAX_BRACKETS; i++)
    n += json[i] == '{' || json[i] == '[';

  return n <= MAX_BRACKETS;
}

/**
 * gs_json_is_flat:
 * @json: UTF-8
 * @length: bytes
 * @max_depth: how deep it may be nested
 *
 * Returns: whether it may be given to the parser, which is not to say that it is JSON
 */
gboolean
gs_json_is_flat (const char *json, gsize length, guint max_depth)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (c == '/' || c == '#' || c == '\'')
        return has_few_brackets (json, length);
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
      if (depth > max_depth)
        return FALSE;
    }

  return TRUE;
}
