/* gs-json-scanner.c: JSON, pulled value by value.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-json-scanner.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-error.h"
#include "gs-report-private.h"

/* As much of a stream as is in memory at a time. */
#define WINDOW (64 * 1024)

static gboolean
fail (GsJsonScanner *self, const char *message, GError **error)
{
  /* What is read ends there because more could not be read. */
  if (self->window != NULL && self->window->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->window->error));
      return FALSE;
    }

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: %s"), self->line, message);

  return FALSE;
}

/* Sets end to where whole characters end. FALSE when not one is there. */
static gboolean
take_whole (GsJsonScanner *self, gsize length)
{
  GsJsonWindow *window = self->window;
  const char *bad;

  g_utf8_validate_len (window->data, length, &bad);
  self->p = window->data;
  self->end = bad;
  window->tail = length - (gsize) (bad - window->data);

  return bad > window->data;
}

/* The next piece of the stream, after all of this one. FALSE at the end, or with an
 * error in the window. */
static gboolean
refill (GsJsonScanner *self)
{
  GsJsonWindow *window = self->window;
  gboolean whole = FALSE;

  if (window == NULL || window->error != NULL)
    return FALSE;

  window->base += self->end - window->data;
  memmove (window->data, self->end, window->tail);
  while (!whole)
    {
      gssize n =
        g_input_stream_read (window->in, window->data + window->tail, WINDOW - window->tail, NULL, &window->error);

      self->p = self->end = window->data;
      if (n < 0 || (n == 0 && window->tail == 0))
        return FALSE;
      window->n_bytes += (guint64) n;
      if (window->n_bytes > 2 * (guint64) GS_REPORT_MAX_BYTES)
        {
          g_set_error_literal (&window->error, GS_ERROR, GS_ERROR_LIMIT, _ ("the report is larger than 2 GB"));
          return FALSE;
        }

      /* Up to four bytes may be the beginning of a character. */
      whole = take_whole (self, window->tail + (gsize) n);
      if (!whole && (n == 0 || g_utf8_get_char_validated (window->data, (gssize) window->tail) != (gunichar) -2))
        {
          g_set_error (&window->error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: %s"), self->line,
                       _ ("the text is not valid UTF-8"));
          return FALSE;
        }
    }

  return TRUE;
}

/* Whether there is a character at p. */
static inline gboolean
more (GsJsonScanner *self)
{
  return self->p < self->end || refill (self);
}

static gboolean
fail_here (GsJsonScanner *self, GError **error)
{
  if (!more (self))
    return fail (self, _ ("the file ends too early"), error);

  return fail (self, _ ("this is not JSON"), error);
}

static void
skip_space (GsJsonScanner *self)
{
  for (; more (self); self->p++)
    {
      if (*self->p == '\n')
        self->line++;
      else if (*self->p != ' ' && *self->p != '\t' && *self->p != '\r')
        break;
    }
}

static char
current (GsJsonScanner *self)
{
  /* The text holds no NUL, so that NUL can stand for its end. */
  return more (self) ? *self->p : '\0';
}

/**
 * gs_json_scanner_init:
 * @self: (out): the scanner
 * @data: the text, which must outlive @self
 * @length: in bytes
 *
 * Returns: whether @data is UTF-8 without NUL; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_json_scanner_init (GsJsonScanner *self, const char *data, gsize length, GError **error)
{
  const char *bad;

  *self = (GsJsonScanner){ .p = data, .end = data + length, .line = 1 };

  if (!g_utf8_validate_len (data, length, &bad))
    {
      for (; self->p < bad; self->p++)
        self->line += *self->p == '\n';
      return fail (self, _ ("the text is not valid UTF-8"), error);
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    self->p += 3;

  return TRUE;
}

/**
 * gs_json_scanner_init_stream:
 * @self: (out): the scanner
 * @window: (out): must outlive @self; gs_json_window_clear() is due either way
 * @in: a stream that can seek, at its beginning; borrowed
 *
 * Whether the text is UTF-8 without NUL is seen as it is scanned.
 *
 * Returns: whether reading could be begun
 */
gboolean
gs_json_scanner_init_stream (GsJsonScanner *self, GsJsonWindow *window, GInputStream *in, GError **error)
{
  *window = (GsJsonWindow){ .in = g_object_ref (in), .data = g_malloc (WINDOW) };
  *self = (GsJsonScanner){ .p = window->data, .end = window->data, .line = 1, .window = window };

  if (more (self) && self->end - self->p >= 3 && memcmp (self->p, "\xef\xbb\xbf", 3) == 0)
    self->p += 3;
  if (window->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&window->error));

  return FALSE;
}

/**
 * gs_json_window_clear:
 * @window: what gs_json_scanner_init_stream() was called on
 *
 * Does not close the stream.
 */
void
gs_json_window_clear (GsJsonWindow *window)
{
  g_clear_object (&window->in);
  g_clear_pointer (&window->data, g_free);
  g_clear_error (&window->error);
}

/**
 * gs_json_scanner_mark:
 * @self: the scanner
 *
 * Returns: a scanner for gs_json_scanner_return() to bring here
 */
GsJsonScanner
gs_json_scanner_mark (const GsJsonScanner *self)
{
  GsJsonScanner mark = *self;

  if (self->window != NULL)
    mark.offset = self->window->base + (self->p - self->window->data);

  return mark;
}

/**
 * gs_json_scanner_return:
 * @mark: what gs_json_scanner_mark() gave; no other scanner of the stream is good then
 *
 * Returns: whether it is back there
 */
gboolean
gs_json_scanner_return (GsJsonScanner *mark, GError **error)
{
  GsJsonWindow *window = mark->window;

  if (window == NULL)
    return TRUE;

  window->base = mark->offset;
  window->tail = 0;
  mark->p = mark->end = window->data;

  return g_seekable_seek (G_SEEKABLE (window->in), mark->offset, G_SEEK_SET, NULL, error);
}

/**
 * gs_json_peek:
 * @self: the scanner, before a value
 *
 * Returns: what kind of value comes, by its first character
 */
GsJsonKind
gs_json_peek (GsJsonScanner *self)
{
  skip_space (self);

  switch (current (self))
    {
    case '{':
      return GS_JSON_OBJECT;
    case '[':
      return GS_JSON_ARRAY;
    case '"':
      return GS_JSON_STRING;
    case 't':
    case 'f':
      return GS_JSON_BOOL;
    case 'n':
      return GS_JSON_NULL;
    case '-':
      return GS_JSON_NUMBER;
    default:
      return g_ascii_isdigit (current (self)) ? GS_JSON_NUMBER : GS_JSON_NOTHING;
    }
}

/**
 * gs_json_open:
 * @self: the scanner, before a value
 * @bracket: '{' or '['
 *
 * Enters an object or an array.
 */
gboolean
gs_json_open (GsJsonScanner *self, char bracket, GError **error)
{
  skip_space (self);

  if (current (self) != bracket)
    {
      if (gs_json_peek (self) == GS_JSON_NOTHING)
        return fail_here (self, error);
      return fail (self, bracket == '{' ? _ ("an object should stand here") : _ ("an array should stand here"), error);
    }

  if (self->depth == GS_JSON_MAX_DEPTH)
    return fail (self, _ ("the values are nested too deeply"), error);

  self->p++;
  self->depth++;
  self->fresh = TRUE;

  return TRUE;
}

/* Steps over the comma before the next item. FALSE without error at @close. */
static gboolean
next_item (GsJsonScanner *self, char close, GError **error)
{
  skip_space (self);

  if (current (self) == close)
    {
      self->p++;
      self->depth--;
      self->fresh = FALSE;
      return FALSE;
    }

  if (self->fresh)
    {
      self->fresh = FALSE;
      return TRUE;
    }

  if (current (self) != ',')
    return fail_here (self, error);

  self->p++;
  skip_space (self);
  if (current (self) == close)
    return fail_here (self, error);

  return TRUE;
}

/**
 * gs_json_next_member:
 * @self: the scanner, in an object
 * @key: (out) (transfer full): name of the member whose value comes now
 *
 * Returns: whether there is a member; %FALSE without error after the last
 */
gboolean
gs_json_next_member (GsJsonScanner *self, char **key, GError **error)
{
  *key = NULL;

  if (!next_item (self, '}', error))
    return FALSE;

  *key = gs_json_string (self, error);
  if (*key == NULL)
    return FALSE;

  skip_space (self);
  if (current (self) == ':')
    {
      self->p++;
      return TRUE;
    }

  g_clear_pointer (key, g_free);

  return fail_here (self, error);
}

/**
 * gs_json_next_element:
 * @self: the scanner, in an array
 *
 * Returns: whether there is an element; %FALSE without error after the last
 */
gboolean
gs_json_next_element (GsJsonScanner *self, GError **error)
{
  return next_item (self, ']', error);
}

static gboolean
scan_hex (GsJsonScanner *self, gunichar *unit, GError **error)
{
  *unit = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (current (self)))
        return fail_here (self, error);
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*self->p++);
    }

  return TRUE;
}

/* After "\u". */
static gboolean
scan_unicode_escape (GsJsonScanner *self, GString *string, GError **error)
{
  gunichar unit, low;

  if (!scan_hex (self, &unit, error))
    return FALSE;

  if (unit >= 0xd800 && unit < 0xdc00 && current (self) == '\\')
    {
      self->p++;
      if (current (self) != 'u')
        return fail (self, _ ("half of a surrogate pair is not a character"), error);
      self->p++;
      if (!scan_hex (self, &low, error))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }

  if (unit == 0)
    return fail (self, _ ("a text cannot hold the character U+0000"), error);
  if (unit >= 0xd800 && unit < 0xe000)
    return fail (self, _ ("half of a surrogate pair is not a character"), error);

  g_string_append_unichar (string, unit);

  return TRUE;
}

/* After the backslash. */
static gboolean
scan_escape (GsJsonScanner *self, GString *string, GError **error)
{
  static const char names[] = "b\bt\tn\nf\fr\r\"\"\\\\//";
  char name = current (self);

  if (name == 'u')
    {
      self->p++;
      return scan_unicode_escape (self, string, error);
    }

  for (const char *s = names; *s != '\0'; s += 2)
    {
      if (*s == name)
        {
          g_string_append_c (string, s[1]);
          self->p++;
          return TRUE;
        }
    }

  return fail_here (self, error);
}

/**
 * gs_json_string:
 * @self: the scanner, before a value
 *
 * Returns: (transfer full) (nullable): the string, unescaped, without NUL
 */
char *
gs_json_string (GsJsonScanner *self, GError **error)
{
  g_autoptr (GString) string = g_string_new (NULL);

  skip_space (self);
  if (current (self) != '"')
    {
      if (gs_json_peek (self) == GS_JSON_NOTHING)
        fail_here (self, error);
      else
        fail (self, _ ("a string should stand here"), error);
      return NULL;
    }
  self->p++;

  while (TRUE)
    {
      const char *plain = self->p;

      while (self->p < self->end && (guchar) *self->p >= 0x20 && *self->p != '"' && *self->p != '\\')
        self->p++;
      g_string_append_len (string, plain, self->p - plain);
      if (self->p == self->end && more (self))
        continue;

      if (current (self) == '"')
        break;
      if (current (self) != '\\')
        {
          fail_here (self, error);
          return NULL;
        }
      self->p++;
      if (!scan_escape (self, string, error))
        return NULL;
    }
  self->p++;

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * gs_json_literal:
 * @self: the scanner, before a number, true, false or null
 *
 * Returns: (transfer full) (nullable): the value as it is written. Whether a
 *   number is one is for its reader to see.
 */
char *
gs_json_literal (GsJsonScanner *self, GError **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);

  for (skip_space (self); g_ascii_isalnum (current (self)) || memchr ("+-.", current (self), 3) != NULL; self->p++)
    g_string_append_c (literal, *self->p);

  if (literal->len == 0)
    {
      fail_here (self, error);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&literal), FALSE);
}

static gboolean
skip_items (GsJsonScanner *self, GsJsonKind kind, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!gs_json_open (self, kind == GS_JSON_OBJECT ? '{' : '[', error))
    return FALSE;

  while (local_error == NULL)
    {
      g_autofree char *key = NULL;

      if (kind == GS_JSON_OBJECT ? !gs_json_next_member (self, &key, &local_error)
                                 : !gs_json_next_element (self, &local_error))
        break;
      gs_json_skip (self, &local_error);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * gs_json_skip:
 * @self: the scanner, before a value
 *
 * Steps over a value. Recursion is bounded by %GS_JSON_MAX_DEPTH.
 */
gboolean
gs_json_skip (GsJsonScanner *self, GError **error)
{
  g_autofree char *text = NULL;
  GsJsonKind kind = gs_json_peek (self);

  if (kind == GS_JSON_OBJECT || kind == GS_JSON_ARRAY)
    return skip_items (self, kind, error);

  text = kind == GS_JSON_STRING ? gs_json_string (self, error) : gs_json_literal (self, error);

  return text != NULL;
}

/**
 * gs_json_finish:
 * @self: the scanner, after the outermost value
 *
 * Returns: whether nothing follows
 */
gboolean
gs_json_finish (GsJsonScanner *self, GError **error)
{
  skip_space (self);

  if (!more (self) && (self->window == NULL || self->window->error == NULL))
    return TRUE;

  return fail (self, _ ("something follows after the end of the report"), error);
}
