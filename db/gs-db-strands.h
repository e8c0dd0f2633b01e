/* gs-db-strands.h: by which ways the accounts on a question came.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-connection.h"
#include "gs-strands.h"

G_BEGIN_DECLS

/* One pass over the claims of a question, without reading any of them whole. */
GsStrands *gs_db_strands_on_question (GsDbConnection  *db,
                                      const char      *question,
                                      GError         **error);
/* @claims: (element-type utf8): UUIDs; those of no claim are passed over. */
GsStrands *gs_db_strands_of_claims   (GsDbConnection  *db,
                                      const GPtrArray *claims,
                                      GError         **error);

G_END_DECLS
