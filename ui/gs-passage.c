/* gs-passage.c: a part of an article, on its way to the workspace's thread.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-passage.h"

/**
 * gs_passage_new:
 * @article: UUID
 * @start: first code point
 * @end: the one behind the last
 *
 * Returns: (transfer full): free with gs_passage_free()
 */
GsPassage *
gs_passage_new (const char *article, gint64 start, gint64 end)
{
  GsPassage *passage = g_new (GsPassage, 1);

  *passage = (GsPassage){ g_strdup (article), start, end };

  return passage;
}

/**
 * gs_passage_free:
 * @passage: a #GsPassage
 */
void
gs_passage_free (gpointer passage)
{
  g_free (((GsPassage *) passage)->article);
  g_free (passage);
}
