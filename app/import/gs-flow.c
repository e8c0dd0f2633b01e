/* gs-flow.c: paragraphs of a document that come in pieces.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-flow.h"

typedef struct
{
  GString *text;
  guint flags;
  guint level;
  int kind;
  gboolean space; /* a blank waits for the next word */
} Paragraph;

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  if (paragraph->text != NULL)
    g_string_free (paragraph->text, TRUE);
}

static void
free_note (gpointer note)
{
  g_string_free (note, TRUE);
}

/**
 * gs_flow_init:
 * @self: (out caller-allocates): to be cleared with gs_flow_clear()
 * @document: gets the blocks; not owned
 */
void
gs_flow_init (GsFlow *self, GsDocument *document)
{
  self->document = document;
  self->open = g_array_new (FALSE, TRUE, sizeof (Paragraph));
  g_array_set_clear_func (self->open, clear_paragraph);
  self->notes = g_ptr_array_new_with_free_func (free_note);
  self->in_note = FALSE;
}

/**
 * gs_flow_clear:
 * @self: a flow
 *
 * Drops what is still open; frees what the flow holds, not @self itself.
 */
void
gs_flow_clear (GsFlow *self)
{
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static Paragraph *
innermost (GsFlow *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Paragraph, self->open->len - 1) : NULL;
}

/**
 * gs_flow_begin:
 * @self: a flow
 *
 * Begins a paragraph, inside another if one is open.
 */
void
gs_flow_begin (GsFlow *self)
{
  Paragraph paragraph = { .text = g_string_new (NULL), .kind = GS_ZONE_BODY };

  g_array_append_val (self->open, paragraph);
}

/**
 * gs_flow_mark:
 * @self: a flow
 * @flags: #GsBlockFlags to add
 * @level: of a heading, 1–6; 0 for none
 * @kind: the #GsZoneKind that the format tells, or %GS_ZONE_BODY to leave that to the
 *   rules
 *
 * Speaks of the paragraph under way; does nothing where there is none.
 */
void
gs_flow_mark (GsFlow *self, guint flags, guint level, int kind)
{
  Paragraph *paragraph = innermost (self);

  if (paragraph == NULL)
    return;
  paragraph->flags |= flags | (level > 0 ? GS_BLOCK_HEADING : 0);
  paragraph->level = MAX (paragraph->level, level);
  if (kind != GS_ZONE_BODY)
    paragraph->kind = kind;
}

/**
 * gs_flow_text:
 * @self: a flow
 * @text: UTF-8
 * @length: bytes
 *
 * Adds to the paragraph under way, white space made single spaces; outside of
 * paragraphs it is nothing.
 */
void
gs_flow_text (GsFlow *self, const char *text, gsize length)
{
  Paragraph *paragraph = innermost (self);

  for (gsize i = 0; paragraph != NULL && i < length; i++)
    {
      if (g_ascii_isspace (text[i]))
        {
          paragraph->space = TRUE;
          continue;
        }
      if (paragraph->space && paragraph->text->len > 0)
        g_string_append_c (paragraph->text, ' ');
      paragraph->space = FALSE;
      g_string_append_c (paragraph->text, text[i]);
    }
}

static void
add_block (GsDocument *document, const Paragraph *paragraph)
{
  gsize before = document->text->len;
  gsize start = before;
  GsBlock *block;

  if (start > 0)
    {
      g_string_append_c (document->text, '\n');
      start++;
    }
  g_string_append_len (document->text, paragraph->text->str, (gssize) paragraph->text->len);
  block = gs_document_add_block (document, start, document->text->len, paragraph->flags | GS_BLOCK_GAP);
  if (block == NULL)
    {
      g_string_truncate (document->text, before);
      return;
    }

  block->level = paragraph->level;
  if (paragraph->kind == GS_ZONE_TITLE && document->article->title == NULL)
    document->article->title = gs_document_block_text (document, block);
  if (paragraph->kind != GS_ZONE_BODY)
    {
      block->kind = paragraph->kind;
      block->flags |= GS_BLOCK_FIXED;
    }
}

static void
append_note (GsFlow *self, const Paragraph *paragraph)
{
  GString *note = self->notes->pdata[self->notes->len - 1];

  g_string_append_c (note, ' ');
  g_string_append_len (note, paragraph->text->str, (gssize) paragraph->text->len);
}

/**
 * gs_flow_end:
 * @self: a flow
 *
 * Ends the paragraph under way; one without text leaves no block.
 */
void
gs_flow_end (GsFlow *self)
{
  const Paragraph *paragraph = innermost (self);

  if (paragraph == NULL)
    return;
  if (paragraph->text->len > 0)
    {
      if (self->in_note)
        append_note (self, paragraph);
      else
        add_block (self->document, paragraph);
    }
  g_array_set_size (self->open, self->open->len - 1);
}

/**
 * gs_flow_begin_note:
 * @self: a flow
 * @mark: what stands for the note in the text; copied
 *
 * Paragraphs up to gs_flow_end_note() belong to the note, which comes after the text.
 */
void
gs_flow_begin_note (GsFlow *self, const char *mark)
{
  GString *note = g_string_new (NULL);

  g_string_append_printf (note, "[%s]", mark);
  g_ptr_array_add (self->notes, note);
  self->in_note = TRUE;
}

/**
 * gs_flow_end_note:
 * @self: a flow
 */
void
gs_flow_end_note (GsFlow *self)
{
  self->in_note = FALSE;
}

/**
 * gs_flow_finish:
 * @self: a flow
 *
 * Ends what is open and adds the notes, each as a block.
 */
void
gs_flow_finish (GsFlow *self)
{
  self->in_note = FALSE;
  while (self->open->len > 0)
    gs_flow_end (self);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const GString *note = self->notes->pdata[i];

      gs_flow_begin (self);
      gs_flow_text (self, note->str, note->len);
      gs_flow_end (self);
    }
}
