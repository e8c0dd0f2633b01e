/* gs-db-placed.h: what claims say of times or amounts, and who says it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For pictures of thousands of claims: less than a row of a list, and far less
 * than the whole claim.
 */

#pragma once

#include "gs-db-connection.h"
#include "gs-listings.h"

G_BEGIN_DECLS

typedef struct
{
  char      *claim;         /* UUID */
  char      *article;       /* (nullable): UUID */
  char      *question;      /* (nullable): UUID */
  char      *question_text; /* (nullable) */
  char      *summary;       /* or else the quote */
  char      *voice;         /* (nullable): name of the innermost source, or else of the article */
  int        stance;        /* GsStance */
  int        status;        /* GsStatus */
  char      *uttered_lo;    /* (nullable) */
  char      *uttered_hi;    /* (nullable) */
  char      *published_lo;  /* (nullable): of the article */
  char      *published_hi;  /* (nullable) */
  GPtrArray *parts;         /* GsTimeRecord or GsQuantityRecord */
} GsDbPlaced;

void       gs_db_placed_free (GsDbPlaced      *self);

/* @filter: which claims, in which order. @field: "times" or "quantities".
 * (transfer full) (element-type GsDbPlaced); NULL with error. */
GPtrArray *gs_db_placed      (GsDbConnection     *db,
                              const GsListFilter *filter,
                              const char         *field,
                              guint               limit,
                              GError            **error);

G_END_DECLS
