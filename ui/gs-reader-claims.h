/* gs-reader-claims.h: the claims of the article in the reader, by place and by UUID.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "gs-listings.h"
#include "gs-span-index.h"

G_BEGIN_DECLS

typedef struct _GsReaderClaims GsReaderClaims;

typedef struct
{
  char    *claim; /* UUID */
  gint64   start; /* code points of the article */
  gint64   end;
  gboolean has_colour;
  GdkRGBA  colour; /* of a tag, as the analyst chose it */
} GsReaderClaim;

/* Told of every range whose look has changed. */
typedef void (*GsReaderRangeFunc) (gint64   start,
                                   gint64   end,
                                   gpointer user_data);

GsReaderClaims      *gs_reader_claims_new    (void);
void                 gs_reader_claims_free   (GsReaderClaims       *self);

/* FALSE, and nothing added, when it has no place or is there already. */
gboolean             gs_reader_claims_add    (GsReaderClaims       *self,
                                              const GsClaimListing *claim);
gboolean             gs_reader_claims_remove (GsReaderClaims       *self,
                                              const char           *claim);
/* Makes @claims (element-type GsClaimListing) the claims there are; @changed
 * is called for what was added, removed, moved or given another colour. */
void                 gs_reader_claims_update (GsReaderClaims       *self,
                                              const GPtrArray      *claims,
                                              GsReaderRangeFunc     changed,
                                              gpointer              user_data);

guint                gs_reader_claims_size   (GsReaderClaims       *self);
GsSpanIndex         *gs_reader_claims_index  (GsReaderClaims       *self);
/* @key: of an entry of the index. */
const GsReaderClaim *gs_reader_claims_get    (GsReaderClaims       *self,
                                              guint                 key);
/* (nullable) */
const GsReaderClaim *gs_reader_claims_find   (GsReaderClaims       *self,
                                              const char           *claim);
/* (nullable): the shortest that covers the code point at @offset. */
const GsReaderClaim *gs_reader_claims_at     (GsReaderClaims       *self,
                                              gint64                offset);
/* (nullable): the one after or before @from in reading order; @from may be
 * NULL, then counted from @offset. */
const GsReaderClaim *gs_reader_claims_step   (GsReaderClaims       *self,
                                              const GsReaderClaim  *from,
                                              gint64                offset,
                                              gboolean              backwards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsReaderClaims, gs_reader_claims_free)

G_END_DECLS
