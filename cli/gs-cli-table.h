/* gs-cli-table.h: rows as aligned text or as a JSON array, as they come.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-cli.h"
#include "gs-record.h"

G_BEGIN_DECLS

typedef struct _GsCliTable GsCliTable;

/* @columns: names of the fields that text shows, NULL-terminated; JSON shows all. */
GsCliTable *gs_cli_table_new    (GsCli               *cli,
                                 const GsRecordType  *type,
                                 const char *const   *columns);
void        gs_cli_table_add    (GsCliTable          *self,
                                 gconstpointer        record);
/* Ends the array or the last lines. */
void        gs_cli_table_free   (GsCliTable          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsCliTable, gs_cli_table_free)

G_END_DECLS
