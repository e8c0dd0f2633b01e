/* gs-db-fixture.h: what the database's tests share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-check.h"
#include "gs-db-connection.h"
#include "gs-db-history.h"
#include "gs-db-listings.h"
#include "gs-db-records.h"
#include "gs-db-worker.h"
#include "gs-test.h"

G_BEGIN_DECLS

GsDbConnection *fixture_open_memory (void);
GsDbConnection *fixture_open        (const char         *path);
/* A new workspace file in a folder of its own. */
char           *fixture_new_file    (const char         *folder);

/* One record, one action. */
gint64          fixture_save        (GsDbConnection     *db,
                                     const GsRecordType *type,
                                     gconstpointer       record);
void            fixture_delete      (GsDbConnection     *db,
                                     const GsRecordType *type,
                                     const char         *uuid);

/* Sets every field to something that is not its default, different per @seed.
 * References go to the records of fixture_fill_graph(). */
void            fixture_disturb     (const GsRecordType *type,
                                     gpointer            record,
                                     int                 seed);
/* The @n-th record of a graph, with every field set from @seed. */
gpointer        fixture_record      (const GsRecordType *type,
                                     int                 n,
                                     int                 seed);
/* Changes the file behind the back of records and history. */
void            fixture_tamper      (GsDbConnection     *db,
                                     const char         *sql);
/* Two records of every type, every field set, saved in one action. */
void            fixture_fill_graph  (GsDbConnection     *db);
/* UUID of the @n-th record of @type in the graph. */
char           *fixture_uuid        (const GsRecordType *type,
                                     int                 n);

/* Every record of every type in order, as text. */
char           *fixture_dump        (GsDbConnection     *db);
void            fixture_assert_clean (GsDbConnection    *db);
/* The same, but for quotes and zones: those of the graph are nonsense. */
void            fixture_assert_derived (GsDbConnection  *db);

G_END_DECLS
