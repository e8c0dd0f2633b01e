/* gs-taguette-text.c: a document of Taguette as plain text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-taguette-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

typedef struct
{
  GString *text;
  GArray *inserted;
  gsize theirs; /* bytes of what stands between the tags, so far */
  gboolean gap; /* a block has begun or ended since the last character */
} Scan;

static gboolean
is_block (const char *name, gsize length)
{
  static const char *const blocks[] = { "p",  "div",   "h1",  "h2",         "h3",      "h4",      "h5", "h6", "ul",
                                        "ol", "li",    "br",  "tr",         "hr",      "dl",      "dt", "dd", "td",
                                        "th", "table", "pre", "blockquote", "section", "article", NULL };
  g_autofree char *lower = g_ascii_strdown (name, (gssize) length);

  return g_strv_contains (blocks, lower);
}

static void
put (Scan *self, const char *text, gsize length)
{
  if (length == 0)
    return;

  if (self->gap && self->text->len > 0 && self->text->str[self->text->len - 1] != '\n' && *text != '\n')
    {
      g_array_append_val (self->inserted, self->theirs);
      g_string_append_c (self->text, '\n');
    }
  self->gap = FALSE;
  g_string_append_len (self->text, text, (gssize) length);
  self->theirs += length;
}

/* The character after the tag that begins at @p; NULL when it is no tag. */
static const char *
skip_tag (Scan *self, const char *p)
{
  const char *name = p + 1 + (p[1] == '/');
  const char *end = name;
  char quote = '\0';

  if (g_str_has_prefix (p, "<!--"))
    {
      end = strstr (p + 4, "-->");
      return end != NULL ? end + 3 : p + strlen (p);
    }
  if (*name != '!' && !g_ascii_isalpha (*name))
    return NULL;

  while (g_ascii_isalnum (*end))
    end++;
  self->gap |= is_block (name, (gsize) (end - name));

  for (; *end != '\0' && (quote != '\0' || *end != '>'); end++)
    {
      if (quote != '\0')
        quote = *end == quote ? '\0' : quote;
      else if (*end == '"' || *end == '\'')
        quote = *end;
    }

  return *end == '>' ? end + 1 : end;
}

/* "&amp;", "&#38;", "&#x26;": the character after it; NULL when it is none. */
static const char *
put_entity (Scan *self, const char *p)
{
  const char *end = strchr (p, ';');
  g_autofree char *name = NULL;
  const htmlEntityDesc *entity;
  guint64 value = 0;
  char utf8[6];

  if (end == NULL || end - p > 32 || end - p < 2)
    return NULL;

  name = g_strndup (p + 1, (gsize) (end - p - 1));
  if (name[0] == '#' && (name[1] == 'x' || name[1] == 'X'))
    value = g_ascii_strtoull (name + 2, NULL, 16);
  else if (name[0] == '#')
    value = g_ascii_strtoull (name + 1, NULL, 10);
  else if ((entity = htmlEntityLookup ((const xmlChar *) name)) != NULL)
    value = entity->value;
  if (value == 0 || value > 0x10ffff || !g_unichar_validate ((gunichar) value))
    return NULL;

  put (self, utf8, (gsize) g_unichar_to_utf8 ((gunichar) value, utf8));

  return end + 1;
}

/**
 * gs_taguette_text_init:
 * @self: (out): the text
 * @html: a document or a part of one
 */
void
gs_taguette_text_init (GsTaguetteText *self, const char *html)
{
  Scan scan = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)), 0, FALSE };
  const char *p = html;

  while (*p != '\0')
    {
      gsize plain = strcspn (p, "<&\r");
      const char *next = NULL;

      put (&scan, p, plain);
      p += plain;
      if (*p == '<')
        next = skip_tag (&scan, p);
      else if (*p == '&')
        next = put_entity (&scan, p);
      else if (*p == '\r')
        {
          /* HTML knows one kind of line end. */
          next = p + (p[1] == '\n' ? 2 : 1);
          put (&scan, "\n", 1);
        }

      if (next == NULL && *p != '\0')
        {
          put (&scan, p, 1);
          next = p + 1;
        }
      p = next != NULL ? next : p;
    }

  self->text = g_string_free (scan.text, FALSE);
  self->inserted = scan.inserted;
}

/**
 * gs_taguette_text_clear:
 * @self: a text
 *
 * Frees what it holds.
 */
void
gs_taguette_text_clear (GsTaguetteText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->inserted, g_array_unref);
}

/**
 * gs_taguette_text_byte:
 * @self: a text
 * @offset: as Taguette counts, or -1
 * @end: whether a range ends there
 *
 * Returns: the byte of the text; -1 for a negative @offset
 */
gint64
gs_taguette_text_byte (const GsTaguetteText *self, gint64 offset, gboolean end)
{
  guint low = 0, high = self->inserted->len;

  if (offset < 0)
    return -1;

  /* How many line ends were put in before it. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 at = (gint64) g_array_index (self->inserted, gsize, middle);

      if (end ? at < offset : at <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return offset + low;
}
