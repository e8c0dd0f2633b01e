/* gs-pdf-layout.c: the lines of a PDF become paragraphs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader gives lines in reading order, column after column. A paragraph
 * goes on over the end of a column or page; what stands in the margins there
 * is held back until it ends. Nothing is left out.
 */

#include "config.h"

#include "gs-pdf-layout.h"

#include <math.h>
#include <string.h>

#include "gs-hyphens.h"
#include "gs-phrases.h"

/* Sizes that differ by less are the same. */
#define SAME_SIZE 0.12
/* How many lines around one tell where its column is. */
#define COLUMN_REACH 80
/* How far from another line it may begin, in its font's size; in tenths. */
#define COLUMN_SLACK 3.0
#define COLUMN_BINS 61
#define MAX_HEADING_WORDS 16
/* So many are no accident. */
#define MIN_INDENTS 3
#define MAX_CAPTION_WORDS 70

typedef struct
{
  const GsPdfLines *lines;
  GsDocument *document;
  GsHyphens *hyphens;
  const char *language;
  double body;      /* size */
  double pitch;     /* from line to line of the body */
  gboolean indents; /* paragraphs begin with one, so that none means: no new one */

  guint n_pages;         /* whose beginnings are noted */
  const GsPdfLine *last; /* of the paragraph under way */
  gsize start;           /* of that paragraph, bytes */
  double size;
  gboolean bold;
  GArray *held;   /* indices of furniture */
  GArray *floats; /* indices of what stands in the midst of a paragraph: a caption */
} Layout;

static gboolean
same_size (double a, double b)
{
  return fabs (a - b) <= SAME_SIZE * MAX (a, b);
}

/* Whether @other may tell where the column of @line begins. */
static gboolean
is_beside (const GsPdfLine *line, const GsPdfLine *other)
{
  return other->page == line->page && !other->furniture && same_size (other->size, line->size)
         && fabs (other->x0 - line->x0) < COLUMN_SLACK * line->size;
}

/* Where the column of a line begins and ends: most lines nearby that begin at
 * nearly the same place begin at its left. Pieces of lines begin anywhere. */
static void
find_column (const GsPdfLines *lines, guint index, double *left, double *right)
{
  const GsPdfLine *line = gs_pdf_line (lines, index);
  guint first = index > COLUMN_REACH ? index - COLUMN_REACH : 0;
  guint end = MIN (lines->lines->len, index + COLUMN_REACH);
  double bin = 0.1 * line->size;
  guint counts[COLUMN_BINS] = { 0 };
  guint best = COLUMN_BINS / 2;

  for (guint i = first; i < end; i++)
    {
      const GsPdfLine *other = gs_pdf_line (lines, i);

      if (is_beside (line, other))
        counts[lround ((other->x0 - line->x0) / bin) + COLUMN_BINS / 2]++;
    }
  for (guint i = 0; i < COLUMN_BINS; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  *left = line->x0 + ((double) best - COLUMN_BINS / 2) * bin;
  *right = line->x1;
  for (guint i = first; i < end; i++)
    {
      const GsPdfLine *other = gs_pdf_line (lines, i);

      if (is_beside (line, other) && fabs (other->x0 - *left) < 2.0 * line->size)
        *right = MAX (*right, other->x1);
    }
}

static gboolean
is_below (const GsPdfLine *a, const GsPdfLine *b)
{
  double overlap = MIN (a->x1, b->x1) - MAX (a->x0, b->x0);

  return a->page == b->page && b->y0 > a->y0 - 0.5 * a->size && overlap > 0.0;
}

/* The commonest distance from line to line of the body, in half points. */
static double
find_pitch (const GsPdfLines *lines, double body)
{
  guint counts[120] = { 0 };
  guint best = 0;

  for (guint i = 1; i < lines->lines->len; i++)
    {
      const GsPdfLine *a = gs_pdf_line (lines, i - 1);
      const GsPdfLine *b = gs_pdf_line (lines, i);
      double pitch = (b->y1 - a->y1) * 2.0;

      if (is_below (a, b) && same_size (a->size, body) && same_size (b->size, body) && pitch > body
          && pitch < G_N_ELEMENTS (counts) - 1)
        counts[lround (pitch)]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return best > 0 ? best / 2.0 : body * 1.2;
}

static gboolean
ends_sentence (const char *text)
{
  const char *at = text + strlen (text);

  while (at > text)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x3002)
        return TRUE;
      if (g_unichar_isalnum (c) || c == ',' || c == ';')
        return FALSE;
    }

  return FALSE;
}

/* Whether the first word of @b had had room behind @a. */
static gboolean
had_room (const GsPdfLine *a, const GsPdfLine *b, double right)
{
  gsize word = strcspn (b->text, " ");
  gsize length = strlen (b->text);
  double width = (b->x1 - b->x0) * (double) word / (double) MAX (length, 1);

  return a->x1 + width + 0.7 * a->size < right;
}

static gboolean
begins_small (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        return g_unichar_islower (c);
    }

  return FALSE;
}

static gboolean
ends_in_hyphen (const char *text)
{
  return g_str_has_suffix (text, "-") || g_str_has_suffix (text, "\xe2\x80\x90") || g_str_has_suffix (text, "\xc2\xad");
}

static gboolean
is_indented (const GsPdfLines *lines, guint index)
{
  const GsPdfLine *line = gs_pdf_line (lines, index);
  double left;
  double right;

  find_column (lines, index, &left, &right);

  return line->x0 > left + 0.6 * line->size && line->x0 < left + 5.0 * line->size;
}

/* Whether most sentences that end above a line of the body are followed by an
 * indent where they end early. */
static gboolean
uses_indents (const Layout *self)
{
  const GsPdfLines *lines = self->lines;
  guint indented = 0;
  guint flush = 0;

  for (guint i = 1; i < lines->lines->len; i++)
    {
      const GsPdfLine *a = gs_pdf_line (lines, i - 1);
      const GsPdfLine *b = gs_pdf_line (lines, i);
      double left;
      double right;

      if (a->furniture || b->furniture || !is_below (a, b) || !same_size (a->size, self->body)
          || !same_size (b->size, self->body) || b->y1 - a->y1 > self->pitch * 1.35 || !ends_sentence (a->text))
        continue;
      find_column (lines, i, &left, &right);
      if (!had_room (a, b, right))
        continue;
      if (is_indented (lines, i))
        indented++;
      else
        flush++;
    }

  return indented >= MIN_INDENTS && indented > flush * 2;
}

static gboolean
begins_paragraph_below (const Layout *self, guint index)
{
  const GsPdfLine *a = self->last;
  const GsPdfLine *b = gs_pdf_line (self->lines, index);
  double pitch = b->y1 - a->y1;
  double limit = same_size (b->size, self->body) ? self->pitch * 1.35 : b->size * 1.8;
  double left;
  double right;

  if (pitch > limit)
    return TRUE;
  /* Headlines are broken where they read well. */
  if (b->size > self->body * (1.0 + SAME_SIZE))
    return FALSE;

  find_column (self->lines, index, &left, &right);
  if (is_indented (self->lines, index) && a->x0 < b->x0 + 0.3 * b->size
      && (self->indents || ends_sentence (a->text) || had_room (a, b, right)))
    return TRUE;
  if (!had_room (a, b, right))
    return FALSE;

  return ends_sentence (a->text) || (a->x1 < left + 0.6 * (right - left) && !begins_small (b->text));
}

/* Over the end of a column or page. */
static gboolean
begins_paragraph_elsewhere (const Layout *self, guint index)
{
  const GsPdfLine *a = self->last;
  const GsPdfLine *b = gs_pdf_line (self->lines, index);
  double left;
  double right;

  if (b->size > self->body * (1.0 + SAME_SIZE))
    return TRUE;
  if (ends_in_hyphen (a->text) || begins_small (b->text))
    return FALSE;

  if (self->indents)
    return is_indented (self->lines, index);

  find_column (self->lines, (guint) (a - gs_pdf_line (self->lines, 0)), &left, &right);

  return ends_sentence (a->text) || had_room (a, b, right);
}

static gboolean
begins_with_bullet (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == 0x2022 || c == 0x2023 || c == 0x25aa || c == 0x25a0 || c == 0x25cf || c == 0x25e6 || c == 0x25cb;
}

static gboolean
begins_paragraph (const Layout *self, guint index)
{
  const GsPdfLine *a = self->last;
  const GsPdfLine *b = gs_pdf_line (self->lines, index);

  if (a == NULL || !same_size (a->size, b->size) || a->bold != b->bold || begins_with_bullet (b->text))
    return TRUE;
  if (is_below (a, b))
    return begins_paragraph_below (self, index);
  /* Two pieces of one line. */
  if (a->page == b->page && fabs (a->y1 - b->y1) < 0.3 * a->size)
    return FALSE;

  return begins_paragraph_elsewhere (self, index);
}

/* Starts are in bytes until the document is finished. */
static void
note_pages (Layout *self, guint page)
{
  for (; self->n_pages <= page; self->n_pages++)
    {
      const char *label = gs_pdf_page (self->lines, self->n_pages)->label;
      GsPageRecord *record = gs_record_append (self->document->article->pages, &gs_page_type);

      record->label = label != NULL ? g_strdup (label) : g_strdup_printf ("%u", self->n_pages + 1);
      record->start = (gint64) self->document->text->len;
    }
}

static gsize
begin_block (Layout *self, guint page)
{
  GString *text = self->document->text;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  note_pages (self, page);

  return text->len;
}

static gboolean
is_caption (const char *folded, guint words)
{
  static const char *const openers[] = { "figure",  "fig.",         "fig ",       "photo",   "photograph",
                                         "picture", "table",        "image",      "chart",   "map ",
                                         "foto",    "figuur",       "afbeelding", "tabel",   "kaart",
                                         "bild",    "abb.",         "abbildung",  "tabelle", "karte",
                                         "grafik",  "photographie", "tableau",    "figura",  "tabla" };

  if (words > MAX_CAPTION_WORDS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      if (g_str_has_prefix (folded, openers[i]))
        return TRUE;
    }

  return FALSE;
}

static void
judge_block (const Layout *self, GsBlock *block)
{
  g_autofree char *text = gs_document_block_text (self->document, block);
  g_autofree char *folded = gs_phrases_fold (text);

  if (self->size <= self->body * 0.97 && is_caption (folded, block->words))
    {
      block->kind = GS_ZONE_CAPTION;
      block->flags |= GS_BLOCK_FIXED;
    }
  else if (block->words <= MAX_HEADING_WORDS && !block->final
           && (self->size > self->body * (1.0 + SAME_SIZE) || (self->bold && self->size > self->body * 0.97)))
    {
      block->flags |= GS_BLOCK_HEADING;
      block->level = self->size > self->body * 1.5 ? 1 : 2;
    }
}

static void
put_held (Layout *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      const GsPdfLine *line = gs_pdf_line (self->lines, g_array_index (self->held, guint, i));
      gsize start = begin_block (self, line->page);
      GsBlock *block;

      g_string_append (self->document->text, line->text);
      block = gs_document_add_block (self->document, start, self->document->text->len, GS_BLOCK_GAP | GS_BLOCK_FIXED);
      if (block != NULL)
        block->kind = GS_ZONE_BOILERPLATE;
    }
  g_array_set_size (self->held, 0);
}

static void
close_block (Layout *self)
{
  GsBlock *block;

  if (self->last == NULL)
    return;

  block = gs_document_add_block (self->document, self->start, self->document->text->len, GS_BLOCK_GAP);
  if (block != NULL)
    judge_block (self, block);
  self->last = NULL;
}

static void put_line (Layout *self, guint index);

static void
end_paragraph (Layout *self)
{
  close_block (self);
  if (self->floats->len > 0)
    {
      g_autoptr (GArray) floats = g_steal_pointer (&self->floats);

      self->floats = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < floats->len; i++)
        put_line (self, g_array_index (floats, guint, i));
      close_block (self);
    }
  put_held (self);
}

static gboolean
is_wide (gunichar c)
{
  return (c >= 0x3040 && c <= 0x9fff) || (c >= 0xff00 && c <= 0xffef);
}

static void
join_line (Layout *self, const GsPdfLine *line)
{
  GString *text = self->document->text;
  const char *last = g_utf8_prev_char (text->str + text->len);

  switch (gs_hyphens_judge (self->hyphens, self->last->text, line->text, self->language))
    {
    case GS_HYPHEN_DROP:
      g_string_truncate (text, (gsize) (last - text->str));
      break;
    case GS_HYPHEN_KEEP:
      break;
    case GS_HYPHEN_NONE:
    case GS_HYPHEN_SPACED:
    default:
      if (!is_wide (g_utf8_get_char (last)) || !is_wide (g_utf8_get_char (line->text)))
        g_string_append_c (text, ' ');
      break;
    }
}

static void
put_line (Layout *self, guint index)
{
  const GsPdfLine *line = gs_pdf_line (self->lines, index);

  if (begins_paragraph (self, index))
    {
      end_paragraph (self);
      self->start = begin_block (self, line->page);
      self->size = line->size;
      self->bold = line->bold;
    }
  else
    {
      join_line (self, line);
      note_pages (self, line->page);
    }
  g_string_append (self->document->text, line->text);
  self->last = line;
}

/* Smaller print after a line that breaks off, where the text goes on in the
 * midst of a sentence further down. */
static gboolean
is_float (const Layout *self, guint index)
{
  const GsPdfLine *line = gs_pdf_line (self->lines, index);
  guint end = MIN (self->lines->lines->len, index + COLUMN_REACH);

  if (self->last == NULL || line->size >= self->body * 0.97 || !same_size (self->last->size, self->body)
      || same_size (self->last->size, line->size) || ends_sentence (self->last->text))
    return FALSE;

  for (guint i = index + 1; i < end; i++)
    {
      const GsPdfLine *next = gs_pdf_line (self->lines, i);

      if (!next->furniture && same_size (next->size, self->last->size))
        return begins_small (next->text) || ends_in_hyphen (self->last->text);
    }

  return FALSE;
}

/**
 * gs_pdf_layout:
 * @lines: lines, furniture marked
 * @language: (nullable): of the text, as far as it is known, for its hyphens
 * @document: gets blocks; and pages, whose starts are in bytes until it is finished
 */
void
gs_pdf_layout (const GsPdfLines *lines, const char *language, GsDocument *document)
{
  g_autoptr (GsHyphens) hyphens = gs_hyphens_new ();
  Layout self = { .lines = lines, .document = document, .hyphens = hyphens, .language = language };

  self.body = gs_pdf_body_size (lines);
  self.pitch = find_pitch (lines, self.body);
  self.indents = uses_indents (&self);
  self.held = g_array_new (FALSE, FALSE, sizeof (guint));
  self.floats = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < lines->lines->len; i++)
    gs_hyphens_add_line (hyphens, gs_pdf_line (lines, i)->text);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      if (gs_pdf_line (lines, i)->furniture)
        g_array_append_val (self.held, i);
      else if (is_float (&self, i))
        g_array_append_val (self.floats, i);
      else
        put_line (&self, i);
    }
  end_paragraph (&self);
  if (lines->pages->len > 0)
    note_pages (&self, lines->pages->len - 1);
  g_array_unref (self.held);
  g_array_unref (self.floats);
}
