/* gs-placed-claims.h: claims where they lie in time, or among numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* One time or one quantity of a claim, as an interval. A claim with several
 * has several of these. */
typedef struct
{
  char    *claim;   /* UUID */
  char    *article; /* UUID */
  char    *question; /* (nullable): UUID */
  char    *question_text; /* (nullable) */
  char    *summary;
  char    *voice;   /* name of the innermost source, or of the article */
  char    *words;   /* the interval in words: "until 24 February 2022", "200..999 drones" */
  int      stance;  /* GsStance */
  int      status;  /* GsStatus */
  int      kind;    /* GsTimeKind; of quantities always GS_TIME_EVENT */
  char    *unit;    /* (nullable): of quantities */
  double   lo;      /* Julian day of GDate, or the number; -INFINITY where open */
  double   hi;      /* last day, or the number; INFINITY where open */
  double   uttered_lo; /* when it was said, or else printed; both NAN if nobody knows */
  double   uttered_hi;
} GsPlacedClaim;

typedef enum
{
  GS_PLACED_IN_TIME,
  GS_PLACED_AMONG_NUMBERS,
} GsPlacing;

/* Blocks. @question: (nullable): UUID, NULL for all.
 * (transfer full) (element-type GsPlacedClaim). */
GPtrArray *gs_placed_claims_read (GsWorkspace    *workspace,
                                  const char     *question,
                                  GsPlacing       placing,
                                  guint           most,
                                  gboolean       *all,
                                  GError        **error);
void       gs_placed_claim_free  (GsPlacedClaim  *self);

G_END_DECLS
