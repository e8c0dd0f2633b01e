/* gs-origin-nodes.h: from whom each strand comes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the counting of origins. A node is what no rule is needed to take
 * for one: the same person, the same nameless group of one article.
 */

#pragma once

#include "gs-origins.h"
#include "gs-strands.h"

G_BEGIN_DECLS

typedef struct
{
  int      kind;       /* GsOriginKind */
  gboolean identified; /* it, or the party it speaks for, can be told from others */
  guint    source;     /* place; GS_STRAND_NONE for an article's voice */
  guint    strand;     /* the first that comes from it */
} GsOriginNode;

typedef struct
{
  guint    strand; /* place in the strands */
  guint    node;
  guint    family; /* the article that is republished or translated, or itself */
  guint    depth;  /* how many copies away from it */
  gboolean dated;
  guint32  first;  /* Julian days */
  guint32  last;
} GsOriginWay;

typedef struct
{
  const GsStrands *strands;
  GArray          *nodes; /* GsOriginNode */
  GArray          *ways;  /* GsOriginWay, one a strand that counts */
  gboolean        *outlets; /* by place of the source: whether it publishes */
} GsOriginNodes;

/* @picked: (element-type guint): places of the strands that count. */
GsOriginNodes *gs_origin_nodes_new  (const GsStrands  *strands,
                                     const GArray     *picked);
void           gs_origin_nodes_free (GsOriginNodes    *self);

#define gs_origin_nodes_get(self, i) (&g_array_index ((self)->nodes, GsOriginNode, i))
#define gs_origin_nodes_way(self, i) (&g_array_index ((self)->ways, GsOriginWay, i))

/* Calls @func for each party that @way's origin speaks for: itself, if it is
 * one, whatever it is part of and whatever it was affiliated to. @certain: at
 * that date without doubt. */
typedef void (*GsOriginPartyFunc) (guint     party,
                                   gboolean  certain,
                                   gpointer  user_data);
void           gs_origin_nodes_each_party (const GsOriginNodes *self,
                                           const GsOriginWay   *way,
                                           GsOriginPartyFunc    func,
                                           gpointer             user_data);

/* Appends a word for each outlet through which @way came; never none. */
void           gs_origin_nodes_outlets (const GsOriginNodes *self,
                                        const GsOriginWay   *way,
                                        gboolean             with_origin,
                                        GPtrArray           *outlets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsOriginNodes, gs_origin_nodes_free)

G_END_DECLS
