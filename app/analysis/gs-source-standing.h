/* gs-source-standing.h: everything a source said, and how it stands.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* What it says to one question, and how often that is contradicted. Claims of
 * which it is the origin are counted, and such of which it is a relay are not. */
typedef struct
{
  char  *question; /* UUID, NULL for claims on none */
  char  *text;
  gint64 asserted; /* with it anywhere in their chain */
  gint64 denied;
  gint64 contradicted; /* pairs with claims of others */
  gint64 by_itself;    /* pairs with claims of its own, or of its party */
} GsStandingOn;

typedef struct
{
  GsSourceRecord *source;
  char           *part_of_name;
  GPtrArray      *party_names; /* char *, one an affiliation */
  GPtrArray      *said;        /* GsStandingOn, most claims first */
  gboolean        all;         /* nothing was left out for being too much */
  gint64          claims;
  gint64          contradicted;
  gint64          by_itself;
} GsSourceStanding;

/* Blocks. GS_ERROR_NOT_FOUND when there is no such source. */
GsSourceStanding *gs_source_standing_read (GsWorkspace       *workspace,
                                           const char        *source,
                                           GError           **error);
void              gs_source_standing_free (GsSourceStanding  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsSourceStanding, gs_source_standing_free)

G_END_DECLS
