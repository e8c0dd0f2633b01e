/* gs-span-index.h: which spans touch a range of the text?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds spans of one article by code points. Made for painting: many
 * overlapping spans, asked for one paragraph at a time. Main thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GsSpanIndex GsSpanIndex;

typedef struct
{
  gint64 start;
  gint64 end;
  guint  key;    /* the caller's number for the span */
} GsSpanEntry;

/* Returns FALSE to stop. */
typedef gboolean (*GsSpanFunc) (const GsSpanEntry *entry,
                                gpointer           user_data);

GsSpanIndex *gs_span_index_new     (void);
void         gs_span_index_free    (GsSpanIndex       *self);
/* Many at once: one sort instead of many insertions. */
void         gs_span_index_fill    (GsSpanIndex       *self,
                                    const GsSpanEntry *entries,
                                    guint              n_entries);
void         gs_span_index_add     (GsSpanIndex       *self,
                                    const GsSpanEntry *entry);
gboolean     gs_span_index_remove  (GsSpanIndex       *self,
                                    const GsSpanEntry *entry);
guint        gs_span_index_size    (GsSpanIndex       *self);
/* Entries that touch start..end, by start, then end, then key. */
void         gs_span_index_query   (GsSpanIndex       *self,
                                    gint64             start,
                                    gint64             end,
                                    GsSpanFunc         func,
                                    gpointer           user_data);
/* The first entry that begins after @offset (or the last that begins before
 * it), for next and previous claim. FALSE if there is none. */
gboolean     gs_span_index_next    (GsSpanIndex       *self,
                                    gint64             offset,
                                    GsSpanEntry       *entry);
gboolean     gs_span_index_previous (GsSpanIndex      *self,
                                    gint64             offset,
                                    GsSpanEntry       *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsSpanIndex, gs_span_index_free)

G_END_DECLS
