/* gs-json-strict.c: JSON from anywhere, parsed without risk.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib goes down by recursion without a limit, loses memory over what is
 * no JSON, and reads escapes of half a character as bytes that are none. So it
 * is only given what is JSON to the letter and nested within a limit: what web
 * pages have beyond that (comments, other quotation marks, line ends in
 * strings, escapes that there are not) is written anew here, in one pass.
 */

#include "config.h"

#include "gs-json-strict.h"

#include <string.h>

typedef enum
{
  VALUE,
  VALUE_OR_END,
  KEY,
  KEY_OR_END,
  COLON,
  AFTER,
} State;

typedef struct
{
  const char *at;
  const char *end;
  GString *out;
  GString *open; /* the brackets around, each as what closes it */
  guint max_depth;
  State state;
} Strict;

/* White space and comments. FALSE where one never ends. */
static gboolean
skip_blank (Strict *self)
{
  while (self->at < self->end)
    {
      gboolean comment = self->end - self->at >= 2 && self->at[0] == '/';
      const char *stop;

      if (strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
        {
          self->at++;
          continue;
        }
      if (!comment || (self->at[1] != '*' && self->at[1] != '/'))
        return TRUE;

      stop = g_strstr_len (self->at + 2, self->end - self->at - 2, self->at[1] == '*' ? "*/" : "\n");
      if (stop == NULL)
        return FALSE;
      self->at = stop + (*stop == '*' ? 2 : 1);
    }

  return TRUE;
}

/* The four digits of an escape; -1 where they are not four. */
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

/* An escape "\uXXXX", or two that are one character. What is none, U+0000
 * among them, becomes U+FFFD. */
static void
copy_character (Strict *self)
{
  int first = read_hex (self->at + 2, self->end);
  gboolean pair = self->end - self->at >= 12 && self->at[6] == '\\' && self->at[7] == 'u';
  int second = pair ? read_hex (self->at + 8, self->end) : -1;
  gsize n = first < 0 ? 2 : 6;

  if (first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff)
    g_string_append_len (self->out, self->at, n = 12);
  else if (first > 0 && (first < 0xd800 || first > 0xdfff))
    g_string_append_len (self->out, self->at, (gssize) n);
  else
    g_string_append (self->out, "\\ufffd");
  self->at += n;
}

/* After a backslash. FALSE where nothing comes after it. */
static gboolean
copy_escape (Strict *self)
{
  if (self->end - self->at < 2)
    return FALSE;

  if (self->at[1] == 'u')
    copy_character (self);
  else if (self->at[1] != '\0' && strchr ("\"\\/bfnrt", self->at[1]) != NULL)
    {
      g_string_append_len (self->out, self->at, 2);
      self->at += 2;
    }
  else
    {
      /* What it stands before is itself. */
      self->at++;
      if ((guchar) *self->at >= 0x20)
        g_string_append_c (self->out, *self->at++);
    }

  return TRUE;
}

/* What needs no care in a string. */
static void
copy_plain (Strict *self, char quote)
{
  const char *at = self->at;

  while (at < self->end && (guchar) *at >= 0x20 && *at != '\\' && *at != '"' && *at != quote)
    at++;
  g_string_append_len (self->out, self->at, at - self->at);
  self->at = at;
}

/* FALSE where it never ends. */
static gboolean
copy_string (Strict *self)
{
  char quote = *self->at++;

  g_string_append_c (self->out, '"');
  while (copy_plain (self, quote), self->at < self->end && *self->at != quote)
    {
      if (*self->at == '\\')
        {
          if (!copy_escape (self))
            return FALSE;
          continue;
        }
      if (*self->at == '"')
        g_string_append (self->out, "\\\"");
      else if (*self->at == '\0')
        g_string_append (self->out, "\\ufffd");
      else
        g_string_append_printf (self->out, "\\u%04x", *self->at);
      self->at++;
    }
  g_string_append_c (self->out, '"');

  return self->at++ < self->end;
}

/* How many digits stand at @at. */
static gsize
count_digits (const char *at, const char *end)
{
  gsize n = 0;

  while (at + n < end && g_ascii_isdigit (at[n]))
    n++;

  return n;
}

static gboolean
copy_number (Strict *self)
{
  const char *at = self->at;
  gsize n;

  at += *at == '-';
  n = count_digits (at, self->end);
  if (n == 0 || (n > 1 && *at == '0'))
    return FALSE;
  at += n;
  if (at < self->end && *at == '.')
    {
      n = count_digits (at + 1, self->end);
      if (n == 0)
        return FALSE;
      at += n + 1;
    }
  if (at < self->end && (*at == 'e' || *at == 'E'))
    {
      at++;
      at += at < self->end && (*at == '+' || *at == '-');
      n = count_digits (at, self->end);
      if (n == 0)
        return FALSE;
      at += n;
    }
  g_string_append_len (self->out, self->at, at - self->at);
  self->at = at;

  return TRUE;
}

static gboolean
copy_scalar (Strict *self)
{
  static const char *const words[] = { "true", "false", "null" };

  if (*self->at == '"' || *self->at == '\'')
    return copy_string (self);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= n && memcmp (self->at, words[i], n) == 0)
        {
          g_string_append (self->out, words[i]);
          self->at += n;
          return TRUE;
        }
    }

  return copy_number (self);
}

static gboolean
open_bracket (Strict *self)
{
  gboolean object = *self->at == '{';

  if (self->open->len >= self->max_depth)
    return FALSE;

  g_string_append_c (self->out, *self->at++);
  g_string_append_c (self->open, object ? '}' : ']');
  self->state = object ? KEY_OR_END : VALUE_OR_END;

  return TRUE;
}

static gboolean
close_bracket (Strict *self)
{
  if (self->open->len == 0 || *self->at != self->open->str[self->open->len - 1])
    return FALSE;

  g_string_append_c (self->out, *self->at++);
  g_string_truncate (self->open, self->open->len - 1);
  self->state = AFTER;

  return TRUE;
}

static gboolean
separate (Strict *self, char separator, State state)
{
  if (*self->at != separator)
    return FALSE;

  g_string_append_c (self->out, *self->at++);
  self->state = state;

  return TRUE;
}

/* One token. FALSE where it is none that may come here. */
static gboolean
copy_token (Strict *self)
{
  State state = self->state;
  gboolean in_object = self->open->len > 0 && self->open->str[self->open->len - 1] == '}';

  switch (state)
    {
    case COLON:
      return separate (self, ':', VALUE);
    case AFTER:
      return close_bracket (self) || separate (self, ',', in_object ? KEY : VALUE);
    case KEY:
    case KEY_OR_END:
      if (state == KEY_OR_END && close_bracket (self))
        return TRUE;
      self->state = COLON;
      return (*self->at == '"' || *self->at == '\'') && copy_string (self);
    case VALUE:
    case VALUE_OR_END:
    default:
      if (state == VALUE_OR_END && close_bracket (self))
        return TRUE;
      if (*self->at == '{' || *self->at == '[')
        return open_bracket (self);
      self->state = AFTER;
      return copy_scalar (self);
    }
}

/* FALSE for what is no JSON. What comes after a whole value and a semicolon, or
 * is another value, is left out. */
static gboolean
copy_value (Strict *self)
{
  do
    {
      if (!skip_blank (self) || self->at >= self->end || !copy_token (self))
        return FALSE;
    }
  while (self->state != AFTER || self->open->len > 0);

  return skip_blank (self) && (self->at >= self->end || *self->at == ';' || *self->at == '{' || *self->at == '[');
}

/**
 * gs_json_parse:
 * @json: UTF-8
 * @length: bytes
 * @max_depth: how deep it may be nested
 *
 * Of several values it is the first. Escapes that are no character, U+0000 among them,
 * become U+FFFD.
 *
 * Returns: (transfer full) (nullable): its root; %NULL where it is none or nested deeper
 */
JsonNode *
gs_json_parse (const char *json, gsize length, guint max_depth)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  g_autoptr (GString) open = g_string_new (NULL);
  Strict strict = { json, json + length, out, open, max_depth, VALUE };
  g_autoptr (JsonParser) parser = NULL;

  if (!copy_value (&strict))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, out->str, (gssize) out->len, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}
