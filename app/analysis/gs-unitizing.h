/* gs-unitizing.h: how far annotators agree on where places begin and end.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Krippendorff's alpha for unitizing, uα, after “On the reliability of unitizing
 * continuous data” (Sociological Methodology 25, 1995): each annotator cuts a
 * continuum into units and the gaps between them. Units that meet disagree by
 * the squares of how far their ends are apart, one that meets none by the square
 * of its length. Chance is what units and gaps would do in any other place.
 *
 * Here the continuum comes in pieces, the articles; each may have annotators of
 * its own, and no gap is longer than its article.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Half-open, in code points. */
typedef struct
{
  gint64 start;
  gint64 end;
} GsStretch;

typedef struct _GsUnitizing GsUnitizing;

GsUnitizing *gs_unitizing_new   (void);
void         gs_unitizing_free  (GsUnitizing     *self);
/* @coders: (element-type GArray): of GsStretch, by start, for each annotator; those
 * that overlap count as one. */
void         gs_unitizing_add   (GsUnitizing     *self,
                                 const GPtrArray *coders,
                                 gint64           length);
double       gs_unitizing_alpha (GsUnitizing     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsUnitizing, gs_unitizing_free)

G_END_DECLS
