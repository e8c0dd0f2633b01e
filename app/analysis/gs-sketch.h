/* gs-sketch.h: what a text can be recognised by.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs of words show a copy. A translation shares none, but keeps its numbers,
 * dates and most names.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GsSketch:
 * @shingles: (element-type guint64): hashes of the runs of five words
 * @numbers: (element-type guint64): hashes of the numbers
 * @dates: (element-type guint64): hashes of the days named
 * @names: (element-type guint64): hashes of what is written with a capital inside sentences
 *
 * Each sorted, without repetitions.
 */
typedef struct
{
  GArray *shingles;
  GArray *numbers;
  GArray *dates;
  GArray *names;
} GsSketch;

GsSketch *gs_sketch_new    (const char     *text,
                            const char     *language,
                            const char     *reference);
void      gs_sketch_free   (GsSketch       *self);

guint     gs_sketch_shared (const GArray   *a,
                            const GArray   *b);
GArray   *gs_sketch_sample (const GArray   *hashes,
                            guint           share,
                            guint           limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsSketch, gs_sketch_free)

G_END_DECLS
