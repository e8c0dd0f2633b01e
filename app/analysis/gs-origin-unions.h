/* gs-origin-unions.h: which origins are the same, and which may be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the counting of origins.
 */

#pragma once

#include "gs-origin-nodes.h"

G_BEGIN_DECLS

typedef struct
{
  guint       a; /* nodes */
  guint       b;
  int         rule; /* GsUnionRule */
  guint       about; /* place of a party or an article, GS_STRAND_NONE for none */
  const char *reason; /* the analyst's, or the outlet; not owned */
} GsOriginStep;

typedef struct
{
  guint   n_nodes;
  guint  *certain; /* by node: the least node that is certainly the same */
  guint  *group;   /* by node: the least node that may be the same */
  guint   upper;
  guint   lower;
  GArray *steps;   /* GsOriginStep: the unions made, certain ones first */
  guint   n_certain; /* how many of them */
  GStringChunk *texts;
} GsOriginUnions;

GsOriginUnions *gs_origin_unions_new  (const GsOriginNodes *nodes);
void            gs_origin_unions_free (GsOriginUnions      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsOriginUnions, gs_origin_unions_free)

G_END_DECLS
