/* gs-qdpx-units.h: what the offsets of a REFI-QDA project count.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The standard says code points. QualCoder writes UTF-16 units, and programs
 * that hold a text in an editor count CR LF as one. Programs name a selection
 * by how its text begins, so the texts themselves tell.
 */

#pragma once

#include "gs-qda.h"
#include "gs-qde.h"

G_BEGIN_DECLS

#define GS_QDPX_N_READINGS 4

typedef struct
{
  gboolean  utf16_first; /* what the program is known for */
  guint     votes[GS_QDPX_N_READINGS]; /* bit 0: UTF-16, bit 1: CR LF counts as one */
  GsQdaUnit unit;
  gboolean  folded;
} GsQdpxUnits;

/* @origin: (nullable): the program. All zero: code points, as they stand. */
void    gs_qdpx_units_init    (GsQdpxUnits     *self,
                               const char      *origin);
/* Looks how the selections of @text agree with @content. */
void    gs_qdpx_units_look    (GsQdpxUnits     *self,
                               const GsQdeText *text,
                               const char      *content);
void    gs_qdpx_units_decide  (GsQdpxUnits     *self);

/* (transfer full): @content in the lines that offsets count. */
char   *gs_qdpx_units_text    (const GsQdpxUnits *self,
                               const char        *content);
/* An offset as code points of that text. */
gint64  gs_qdpx_units_convert (const GsQdpxUnits *self,
                               const GsText      *text,
                               gint64             offset);

G_END_DECLS
