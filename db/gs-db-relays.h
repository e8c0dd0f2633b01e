/* gs-db-relays.h: what a source says, and who relays whom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Added up by the database, so that a source of a hundred thousand claims is
 * told in a few rows.
 */

#pragma once

#include "gs-db-connection.h"
#include "gs-relays.h"

G_BEGIN_DECLS

/* (element-type GsSaid): on which questions there are claims with @source in
 * their chain, most claims first. Claims on no question come as one, without. */
GPtrArray *gs_db_said_by (GsDbConnection  *db,
                          const char      *source,
                          guint            limit,
                          GError         **error);
/* Whether a claim on @question comes from @source. FALSE with error. */
gboolean   gs_db_is_origin (GsDbConnection *db,
                          const char      *source,
                          const char      *question,
                          gboolean        *is,
                          GError         **error);
/* (element-type GsRelay): who relays whom, most claims first. @question:
 * (nullable): on this question only. */
GPtrArray *gs_db_relays  (GsDbConnection  *db,
                          const char      *question,
                          guint            limit,
                          GError         **error);

G_END_DECLS
