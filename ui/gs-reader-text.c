/* gs-reader-text.c: an article's text as the view lays it out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-text.h"

#include <string.h>

/* A break is looked for in the last part of the limit, so that pieces do not
 * become needlessly short. */
#define BREAK_WINDOW 1024

struct _GsReaderText
{
  GsText *article;
  GArray *breaks; /* gint64 article offsets before which a line feed is put */
};

/* Whether a line may begin with @c without changing what the character before
 * it looks like. */
static gboolean
begins_cluster (gunichar before, gunichar c)
{
  if (g_unichar_ismark (c) || g_unichar_iszerowidth (c) || g_unichar_iszerowidth (before))
    return FALSE;

  /* Skin tones; flags are pairs of regional indicators. */
  if ((c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0x1F1E6 && c <= 0x1F1FF))
    return FALSE;

  return TRUE;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x061F;
}

/* Chooses where to break the paragraph at @start, which reaches beyond
 * @limit: after a sentence, else after a space, else between two characters. */
static const char *
choose_break (const char *start, const char *limit)
{
  const char *space = NULL;
  const char *cluster = NULL;

  for (const char *p = g_utf8_find_prev_char (start, limit + 1); p != NULL && p > start && p >= limit - BREAK_WINDOW;
       p = g_utf8_find_prev_char (start, p))
    {
      const char *previous = g_utf8_find_prev_char (start, p);
      gunichar c = g_utf8_get_char (p);
      gunichar before = previous != NULL ? g_utf8_get_char (previous) : 0;

      if (previous == NULL)
        break;

      if (g_unichar_isspace (before) && !g_unichar_isspace (c))
        {
          const char *last = g_utf8_find_prev_char (start, previous);

          if (last != NULL && ends_sentence (g_utf8_get_char (last)))
            return p;
          if (space == NULL)
            space = p;
        }
      else if (cluster == NULL && begins_cluster (before, c))
        {
          cluster = p;
        }
    }

  if (space != NULL)
    return space;

  /* A run of marks without end is broken all the same. */
  return cluster != NULL ? cluster : g_utf8_find_prev_char (start, limit + 1);
}

static gboolean
is_separator (const char *p)
{
  return *p == '\n' || *p == '\r' || strncmp (p, "\xe2\x80\xa9", 3) == 0;
}

static void
find_breaks (GsReaderText *self)
{
  const char *text = gs_text_get (self->article);
  const char *start = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_separator (p))
        {
          start = g_utf8_next_char (p);
        }
      else if (p - start >= GS_READER_TEXT_LIMIT)
        {
          const char *at = choose_break (start, start + GS_READER_TEXT_LIMIT - 1);
          gint64 offset = gs_text_from_byte (self->article, (gsize) (at - text));

          g_array_append_val (self->breaks, offset);
          start = at;
        }
    }
}

/**
 * gs_reader_text_new:
 * @text: valid UTF-8
 *
 * Looks for paragraphs that are too long to be laid out in one piece.
 *
 * Returns: (transfer full): the text with its breaks
 */
GsReaderText *
gs_reader_text_new (const char *text)
{
  GsReaderText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (GsReaderText, 1);
  self->article = gs_text_new (text);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gint64));
  find_breaks (self);

  return self;
}

/**
 * gs_reader_text_free:
 * @self: (nullable) (transfer full): a text
 */
void
gs_reader_text_free (GsReaderText *self)
{
  if (self == NULL)
    return;

  gs_text_free (self->article);
  g_array_unref (self->breaks);
  g_free (self);
}

/**
 * gs_reader_text_get_article:
 * @self: a text
 *
 * Returns: (transfer none): the article's own text, without breaks
 */
const GsText *
gs_reader_text_get_article (const GsReaderText *self)
{
  return self->article;
}

/**
 * gs_reader_text_length:
 * @self: a text
 *
 * Returns: code points of the article
 */
gint64
gs_reader_text_length (const GsReaderText *self)
{
  return gs_text_length (self->article);
}

/**
 * gs_reader_text_count_breaks:
 * @self: a text
 *
 * Returns: how many line feeds the view has more than the article
 */
guint
gs_reader_text_count_breaks (const GsReaderText *self)
{
  return self->breaks->len;
}

/**
 * gs_reader_text_make_view:
 * @self: a text
 *
 * Returns: (transfer full): the article's text with a line feed at every break
 */
char *
gs_reader_text_make_view (const GsReaderText *self)
{
  const char *text = gs_text_get (self->article);
  GString *view = g_string_sized_new (strlen (text) + self->breaks->len + 1);
  gsize done = 0;

  for (guint i = 0; i < self->breaks->len; i++)
    {
      gsize at = gs_text_to_byte (self->article, g_array_index (self->breaks, gint64, i));

      g_string_append_len (view, text + done, (gssize) (at - done));
      g_string_append_c (view, '\n');
      done = at;
    }
  g_string_append (view, text + done);

  return g_string_free (view, FALSE);
}

/* How many breaks stand before @offset, counting one at it if @inclusive. */
static gint64
count_before (const GsReaderText *self, gint64 offset, gboolean inclusive)
{
  guint low = 0;
  guint high = self->breaks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      gint64 at = g_array_index (self->breaks, gint64, middle);

      if (at < offset || (inclusive && at == offset))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * gs_reader_text_to_view:
 * @self: a text
 * @offset: a code point of the article, where a range begins
 *
 * Returns: its view offset, after a break that stands there
 */
gint64
gs_reader_text_to_view (const GsReaderText *self, gint64 offset)
{
  offset = CLAMP (offset, 0, gs_reader_text_length (self));

  return offset + count_before (self, offset, TRUE);
}

/**
 * gs_reader_text_end_to_view:
 * @self: a text
 * @offset: a code point of the article, where a range ends
 *
 * Returns: its view offset, before a break that stands there
 */
gint64
gs_reader_text_end_to_view (const GsReaderText *self, gint64 offset)
{
  offset = CLAMP (offset, 0, gs_reader_text_length (self));

  return offset + count_before (self, offset, FALSE);
}

/**
 * gs_reader_text_from_view:
 * @self: a text
 * @view_offset: an offset in the buffer, in code points
 *
 * Returns: the code point of the article; the same on either side of a break
 */
gint64
gs_reader_text_from_view (const GsReaderText *self, gint64 view_offset)
{
  guint low = 0;
  guint high = self->breaks->len;

  /* The line feed of break i stands at view offset breaks[i] + i; either side
   * of it is the same place in the article. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->breaks, gint64, middle) + middle < view_offset)
        low = middle + 1;
      else
        high = middle;
    }

  return CLAMP (view_offset - low, 0, gs_reader_text_length (self));
}
