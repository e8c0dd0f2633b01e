/* gs-origins.h: how many independent origins there are behind what is said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten outlets that relay one official are one origin. The origin of a claim is
 * the innermost source of its chain, whoever that hop resolves to. Origins that
 * are certainly the same are united, which gives the upper bound; then those
 * that may be the same, which gives the lower one. docs/analysis.md has the
 * rules. All functions block.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/**
 * GsOriginKind:
 * @GS_ORIGIN_NAMED: somebody who can be told from others, or an outlet that saw it itself
 * @GS_ORIGIN_ANONYMOUS: a group or person without a name
 * @GS_ORIGIN_GENERIC: "reports", "Western countries": may be any of the others
 * @GS_ORIGIN_UNRESOLVED: an outlet's bare voice, which may have it from any of the others
 */
typedef enum
{
  GS_ORIGIN_NAMED,
  GS_ORIGIN_ANONYMOUS,
  GS_ORIGIN_GENERIC,
  GS_ORIGIN_UNRESOLVED,
} GsOriginKind;

extern const GsWordList gs_origin_kinds;

/* Why two origins are, or may be, the same. */
typedef enum
{
  GS_UNION_ASSERTED,     /* the analyst says so */
  GS_UNION_PARTY,        /* they speak for the same party */
  GS_UNION_REPUBLISHED,  /* one article repeats the other */
  GS_UNION_TRANSLATED,
  GS_UNION_ONE_OUTLET,   /* both nameless, through one outlet within 14 days */
  GS_UNION_ONE_NAME,     /* nameless under the same name */
  GS_UNION_PARTY_DATES,  /* the same party, if the dates agree */
  GS_UNION_ANY,          /* generic or unresolved: it may be any of the others */
} GsUnionRule;

extern const GsWordList gs_union_rules;

typedef struct
{
  char *uuid; /* of the source; NULL for an article's voice */
  char *name;
  int   kind; /* GsSourceKind */
} GsOriginSource;

typedef struct
{
  int        kind; /* GsOriginKind */
  char      *name;
  GPtrArray *sources; /* GsOriginSource: whoever was united */
  guint      group;   /* origins of the same group may be the same one */
  gint64     claims;
  char      *claim;   /* UUID of the first */
} GsOrigin;

/* A way by which claims came, outermost first. */
typedef struct
{
  guint      origin; /* place among the origins */
  GPtrArray *hops;   /* GsOriginSource */
  GPtrArray *claims; /* UUIDs, at most the first 100 */
  gint64     count;
  char      *from;   /* first and last known day on which it was said */
  char      *to;
} GsOriginChain;

typedef struct
{
  guint       a; /* places among the origins; the same where they are certainly united */
  guint       b;
  gboolean    certain;
  int         rule; /* GsUnionRule */
  char       *explanation;
} GsOriginUnion;

typedef struct
{
  guint      lower;
  guint      upper;
  guint      outlets;
  gint64     claims;
  GPtrArray *origins;     /* GsOrigin, in the order in which they were met */
  GPtrArray *chains;      /* GsOriginChain, most claims first, at most 500 */
  GPtrArray *unions;      /* GsOriginUnion, at most 200 */
  GPtrArray *bottlenecks; /* GsOriginSource: relays that are on every way, outermost first */
  GPtrArray *circles;     /* arrays of GsOriginSource that cite each other in a circle */
} GsOrigins;

/* Of one position on a question. */
typedef struct
{
  int     stance; /* GsStance */
  char   *value;  /* NULL on a question that is not exclusive */
  guint   lower;
  guint   upper;
  guint   outlets;
  gint64  claims;
} GsOriginCount;

/* All claims on a question, whatever they answer. */
GsOrigins *gs_origins_on_question (GsWorkspace       *workspace,
                                   const char        *question,
                                   GError           **error);
/* The claims of one stance (GsStance) on it. @value: (nullable): with this value. */
GsOrigins *gs_origins_of_position (GsWorkspace       *workspace,
                                   const char        *question,
                                   int                stance,
                                   const char        *value,
                                   GError           **error);
/* Whatever asserts the same proposition as @claim: see gs-proposition.h. */
GsOrigins *gs_origins_of_claim    (GsWorkspace       *workspace,
                                   const char        *claim,
                                   GError           **error);
/* @claims: (element-type utf8): UUIDs. */
GsOrigins *gs_origins_of_claims   (GsWorkspace       *workspace,
                                   const GPtrArray   *claims,
                                   GError           **error);
/* (element-type GsOriginCount): of each position, by stance and value. One
 * pass over the claims of the question, however many they are. */
GPtrArray *gs_origins_count       (GsWorkspace       *workspace,
                                   const char        *question,
                                   GError           **error);

/* Of these claims together. @claims: (element-type utf8): UUIDs. */
GsOriginCount *gs_origins_count_claims (GsWorkspace   *workspace,
                                   const GPtrArray   *claims,
                                   GError           **error);

/* "1–2 independent origins (5 outlets)", translated. (transfer full) */
char      *gs_origins_describe    (guint              lower,
                                   guint              upper,
                                   guint              outlets);

void       gs_origins_free        (GsOrigins         *self);
void       gs_origin_count_free   (GsOriginCount     *self);
void       gs_origin_source_free  (GsOriginSource    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsOrigins, gs_origins_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsOriginCount, gs_origin_count_free)

G_END_DECLS
