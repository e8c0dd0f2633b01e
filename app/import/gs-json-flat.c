/* gs-json-flat.c: JSON from anywhere, parsed without risk.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib goes down by recursion and has no limit of its own. Of an escape
 * that is half a character it makes bytes that are none, takes the quotation
 * mark after it for part of the string, and loses memory; so what it is given
 * has none.
 */

#include "config.h"

#include "gs-json-flat.h"

#include <string.h>

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

/* The four digits after a "\\u"; -1 where they are not four. */
static int
read_hex (const char *at, const char *end)
{
  int value = 0;

  if (end - at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (at[i]);
    }

  return value;
}

/* Bytes of the escape at @at that is a character; 0 where it is none. */
static gsize
character_length (const char *at, const char *end)
{
  int first = read_hex (at + 2, end);
  int second;

  if (first <= 0 || (first >= 0xdc00 && first <= 0xdfff))
    return 0;
  if (first < 0xd800 || first > 0xdbff)
    return 6;

  second = end - at >= 12 && at[6] == '\\' && at[7] == 'u' ? read_hex (at + 8, end) : -1;

  return second >= 0xdc00 && second <= 0xdfff ? 12 : 0;
}

/* (transfer full): with U+FFFD for each escape that is no character. */
static GString *
mend_escapes (const char *json, gsize length)
{
  const char *end = json + length;
  GString *mended = g_string_sized_new (length);

  for (const char *at = json; at < end;)
    {
      const char *slash = memchr (at, '\\', (gsize) (end - at));
      const char *stop = slash != NULL ? slash : end;
      gsize n;

      g_string_append_len (mended, at, stop - at);
      at = stop;
      if (slash == NULL)
        break;
      if (end - at < 2 || at[1] != 'u')
        {
          n = (gsize) MIN (end - at, 2);
          g_string_append_len (mended, at, (gssize) n);
        }
      else if ((n = character_length (at, end)) > 0)
        g_string_append_len (mended, at, (gssize) n);
      else
        {
          n = read_hex (at + 2, end) >= 0 ? 6 : 2;
          g_string_append (mended, "\\ufffd");
        }
      at += n;
    }

  return mended;
}

/**
 * gs_json_parse:
 * @json: UTF-8
 * @length: bytes
 * @max_depth: how deep it may be nested
 *
 * Escapes that are no character, U+0000 among them, become U+FFFD.
 *
 * Returns: (transfer full) (nullable): its root; %NULL where it is none, empty or nested deeper
 */
JsonNode *
gs_json_parse (const char *json, gsize length, guint max_depth)
{
  g_autoptr (GString) mended = mend_escapes (json, length);
  g_autoptr (JsonParser) parser = NULL;

  if (!gs_json_is_flat (mended->str, mended->len, max_depth))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, mended->str, (gssize) mended->len, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}
