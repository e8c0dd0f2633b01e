/* gs-plain-text.c: plain text and Markdown.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most article texts have one line a paragraph, with or without blank lines
 * between. Hard-wrapped ones (letters, bulletins, old agency copy) are told
 * by their many lines of nearly one length, and there a paragraph goes on to
 * the next blank line.
 */

#include "config.h"

#include "gs-plain-text.h"

#include <string.h>

/* No terminal, typewriter or mail program wraps wider. */
#define MAX_WRAP_COLUMN 100
#define MIN_WRAP_COLUMN 45
#define WRAP_SAMPLE_LINES 2000

typedef struct
{
  gsize start;
  gsize end;
} Line;

static gboolean
next_line (const GString *text, gsize *at, Line *line)
{
  const char *newline;

  if (*at >= text->len)
    return FALSE;

  newline = memchr (text->str + *at, '\n', text->len - *at);
  line->start = *at;
  line->end = newline != NULL ? (gsize) (newline - text->str) : text->len;
  *at = line->end + 1;

  return TRUE;
}

static gboolean
is_blank (const GString *text, const Line *line)
{
  for (gsize i = line->start; i < line->end; i++)
    {
      if (text->str[i] != ' ' && text->str[i] != '\t')
        return FALSE;
    }

  return TRUE;
}

static guint
columns (const GString *text, const Line *line)
{
  gsize bytes = line->end - line->start;

  /* No character has more than four bytes: some lines need no counting. */
  if (bytes > MAX_WRAP_COLUMN * 4)
    return MAX_WRAP_COLUMN + 1;

  return (guint) g_utf8_strlen (text->str + line->start, (gssize) bytes);
}

/* Whether lines that are followed by another line are nearly all nearly as
 * long as the longest, and that is short. */
static gboolean
is_wrapped (const GString *text)
{
  guint counts[MAX_WRAP_COLUMN + 1] = { 0 };
  guint inner = 0;
  guint widest = 0;
  guint full = 0;
  guint lines = 0;
  gsize at = 0;
  Line line;
  guint before = 0;

  while (lines++ < WRAP_SAMPLE_LINES && next_line (text, &at, &line))
    {
      guint width = is_blank (text, &line) ? 0 : columns (text, &line);

      if (width > MAX_WRAP_COLUMN)
        return FALSE;
      if (before > 0 && width > 0)
        {
          counts[before]++;
          inner++;
          widest = MAX (widest, before);
        }
      before = width;
    }

  if (inner < 4 || widest < MIN_WRAP_COLUMN)
    return FALSE;

  for (guint i = widest * 3 / 4; i <= widest; i++)
    full += counts[i];

  return full * 10 >= inner * 8;
}

/* "# Heading": its level, 0 for none. */
static guint
heading_level (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] == '#')
    n++;

  return n >= 1 && n <= 6 && n < length && line[n] == ' ' ? (guint) n : 0;
}

static gboolean
is_list_item (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] == ' ')
    n++;
  line += n;
  length -= n;
  if (length > 2 && strchr ("-*+", line[0]) != NULL && line[1] == ' ')
    return TRUE;
  if (length > 4 && memcmp (line, "\xe2\x80\xa2", 3) == 0)
    return TRUE;

  for (n = 0; n < length && g_ascii_isdigit (line[n]); n++)
    ;

  return n > 0 && n <= 3 && n + 1 < length && (line[n] == '.' || line[n] == ')') && line[n + 1] == ' ';
}

static void
add_block (GsDocument *document, gsize start, gsize end, guint flags)
{
  const char *line = document->text->str + start;
  guint level = heading_level (line, end - start);
  GsBlock *block;

  if (level > 0)
    flags |= GS_BLOCK_HEADING;
  else if (is_list_item (line, end - start))
    flags |= GS_BLOCK_LIST;

  block = gs_document_add_block (document, start, end, flags);
  if (block != NULL)
    block->level = level;
}

static gboolean
begins_block (const GString *text, const Line *line)
{
  const char *start = text->str + line->start;
  gsize length = line->end - line->start;

  return heading_level (start, length) > 0 || is_list_item (start, length);
}

/**
 * gs_plain_text_read:
 * @document: with its text, which stays as it is; gets blocks
 */
void
gs_plain_text_read (GsDocument *document)
{
  const GString *text = document->text;
  gboolean wrapped = is_wrapped (text);
  gboolean open = FALSE;
  guint flags = 0;
  gsize start = 0;
  gsize end = 0;
  gsize at = 0;
  Line line;

  while (next_line (text, &at, &line))
    {
      gboolean blank = is_blank (text, &line);

      if (open && (blank || !wrapped || begins_block (text, &line)))
        {
          add_block (document, start, end, flags);
          open = FALSE;
          flags = 0;
        }
      if (blank)
        {
          flags |= GS_BLOCK_GAP;
          continue;
        }
      if (!open)
        start = line.start;
      end = line.end;
      open = TRUE;
      /* A heading is one line, wrapped text or not. */
      if (heading_level (text->str + line.start, line.end - line.start) > 0)
        {
          add_block (document, start, end, flags);
          open = FALSE;
          flags = 0;
        }
    }
  if (open)
    add_block (document, start, end, flags);
}
