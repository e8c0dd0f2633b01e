/* gs-strands.h: by which ways accounts came, ready to be counted.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strand is a chain of sources in one article, and the claims that came by
 * it. What a question with a hundred thousand claims needs to be known by is
 * a few thousand of them. Sources and articles stand in arrays of their own
 * and are referred to by their place there.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For "no such source" and "no such article". */
#define GS_STRAND_NONE G_MAXUINT

typedef struct
{
  guint       party; /* place of the source */
  const char *from;
  const char *to;
} GsStrandSide;

typedef struct
{
  const char *uuid;
  const char *name;
  int         kind;    /* GsSourceKind */
  guint       part_of; /* place of the source */
  GArray     *sides;   /* GsStrandSide */
} GsStrandSource;

typedef struct
{
  const char *uuid;
  const char *title; /* never absent */
  const char *outlet;
  const char *agency;
  const char *published_lo;
  const char *published_hi;
  guint       copy_of; /* place of the article that it repeats or translates */
  gboolean    translated; /* rather than republished */
} GsStrandArticle;

typedef struct
{
  guint       article;
  guint       first_hop; /* place in hops */
  guint       n_hops;
  int         stance; /* GsStance */
  const char *value;
  const char *act;    /* of the innermost hop */
  const char *from;   /* bounds of what is known of when it was said */
  const char *to;
  GPtrArray  *claims; /* UUIDs, in the order they came in; not owned */
} GsStrand;

/* What the analyst asserts of the origins of two claims. */
typedef struct
{
  const char *link; /* UUID */
  const char *a;    /* claim */
  const char *b;
  gboolean    same; /* rather than independent */
  const char *reason;
} GsStrandWord;

typedef struct
{
  GArray       *strands;  /* GsStrand */
  GArray       *hops;     /* guint: places of sources, outermost first, whoever a hop resolves to */
  GArray       *sources;  /* GsStrandSource */
  GArray       *articles; /* GsStrandArticle */
  GArray       *asserted; /* GsStrandWord, in the order they came in */
  GStringChunk *texts;    /* whatever is pointed to */
} GsStrands;

GsStrands *gs_strands_new  (void);
void       gs_strands_free (GsStrands *self);

/* The text in @self's keeping; NULL for NULL. */
const char *gs_strands_keep (GsStrands  *self,
                             const char *text);

#define gs_strands_get(self, i)         (&g_array_index ((self)->strands, GsStrand, i))
#define gs_strands_get_source(self, i)  (&g_array_index ((self)->sources, GsStrandSource, i))
#define gs_strands_get_article(self, i) (&g_array_index ((self)->articles, GsStrandArticle, i))
#define gs_strands_get_hop(self, strand, i) (g_array_index ((self)->hops, guint, (strand)->first_hop + (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsStrands, gs_strands_free)

G_END_DECLS
