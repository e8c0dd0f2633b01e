/* gs-account.h: what the rules look at in a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An account is a claim with everything left out that no rule looks at, names
 * folded and days counted, so that two can be compared without a look at the
 * workspace. Claims that say the same through the same chain have one account.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* Unbounded on a line of days or numbers. */
#define GS_ACCOUNT_UNBOUNDED (1e300)

typedef struct
{
  char  *unit;    /* folded, NULL if none */
  char  *measure; /* folded, NULL if none */
  double lo;      /* an open bound is moved inwards as little as possible */
  double hi;
  int    amount;  /* -1 few, +1 many, 0 neither said */
} GsAccountQuantity;

typedef struct
{
  char   *question; /* UUID or NULL */
  int     stance;
  int     certainty;
  int     status;
  char   *value;  /* folded, NULL if none */
  char   *ladder; /* folded, NULL if none */
  gint64  stage_lo; /* 0 not known */
  gint64  stage_hi;
  char  **scope;  /* words that matter, sorted */
  char  **actions; /* of the slots: folded, sorted, never NULL */
  char  **actors;
  char  **objects;
  char  **recipients;
  char  **places;
  char  **extents;
  char  **others;  /* any other slot as "name=entity" */
  gboolean qualified; /* a slot says to what extent or with what outcome */

  gboolean has_time;
  double   first; /* Julian days of all times together */
  double   last;
  gboolean has_onset;
  double   onset_first;
  double   onset_last;
  gboolean has_event; /* an event or state, as its only kind of time */
  gboolean is_event;  /* an event */

  GsAccountQuantity *quantities;
  guint              n_quantities;
  char             **chain; /* UUIDs of the sources, outermost first */

  /* Of one claim; NULL and 0 in an account that stands for several. */
  char   *uuid;
  char   *article;
  guint32 uttered_first; /* Julian days, 0 not known */
  guint32 uttered_last;
} GsAccount;

GsAccount *gs_account_new      (const GsClaimRecord *claim);
void       gs_account_free     (GsAccount           *self);

/* The account of one of the claims that share @shared, which must outlive it. */
GsAccount *gs_account_of_claim (const GsAccount     *shared,
                                const char          *uuid,
                                const char          *article,
                                const char          *uttered_lo,
                                const char          *uttered_hi);
void       gs_account_of_claim_free (GsAccount      *self);

/* As text, without what belongs to one claim only, and back. */
char      *gs_account_to_text  (const GsAccount     *self);
GsAccount *gs_account_from_text (const char         *text);

/* A text as rules compare it: trimmed, Unicode normalised and case folded;
 * NULL if it is blank. (transfer full) */
char      *gs_account_fold     (const char          *text);

/* Whether two sorted lists share a text. */
gboolean   gs_account_share    (char * const        *a,
                                char * const        *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsAccount, gs_account_free)

G_END_DECLS
