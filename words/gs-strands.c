/* gs-strands.c: by which ways accounts came, ready to be counted.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-strands.h"

static void
strand_clear (gpointer data)
{
  GsStrand *strand = data;

  g_clear_pointer (&strand->claims, g_ptr_array_unref);
}

static void
source_clear (gpointer data)
{
  GsStrandSource *source = data;

  g_clear_pointer (&source->sides, g_array_unref);
}

/**
 * gs_strands_new:
 *
 * Returns: (transfer full): no strands yet
 */
GsStrands *
gs_strands_new (void)
{
  GsStrands *self = g_new0 (GsStrands, 1);

  self->strands = g_array_new (FALSE, TRUE, sizeof (GsStrand));
  g_array_set_clear_func (self->strands, strand_clear);
  self->hops = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sources = g_array_new (FALSE, TRUE, sizeof (GsStrandSource));
  g_array_set_clear_func (self->sources, source_clear);
  self->articles = g_array_new (FALSE, TRUE, sizeof (GsStrandArticle));
  self->asserted = g_array_new (FALSE, TRUE, sizeof (GsStrandWord));
  self->texts = g_string_chunk_new (4096);

  return self;
}

/**
 * gs_strands_free:
 * @self: (nullable) (transfer full): strands
 */
void
gs_strands_free (GsStrands *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->strands);
  g_array_unref (self->hops);
  g_array_unref (self->sources);
  g_array_unref (self->articles);
  g_array_unref (self->asserted);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * gs_strands_keep:
 * @self: strands
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): @text, which lives as long as @self
 */
const char *
gs_strands_keep (GsStrands *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}
