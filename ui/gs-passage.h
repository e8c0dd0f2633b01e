/* gs-passage.h: a part of an article, on its way to the workspace's thread.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char  *article; /* UUID */
  gint64 start;   /* code points */
  gint64 end;
} GsPassage;

/* (transfer full) */
GsPassage *gs_passage_new  (const char *article,
                            gint64      start,
                            gint64      end);
void       gs_passage_free (gpointer    passage);

G_END_DECLS
