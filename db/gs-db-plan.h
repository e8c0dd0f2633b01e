/* gs-db-plan.h: how a record type lies in tables.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the database room. The SQL of a type is made once from its field
 * table: its own table, and one more for each of its lists.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* The table of one LIST or REFS field. Parameters of insert: owner, ordinal,
 * the fields in order, and the owner's article if it has_place. */
typedef struct
{
  const GsField *field;
  char          *table;
  char          *insert;
  char          *select; /* by owner, in order */
  char          *walk;   /* of all owners, in order: owner, then the fields, references by number */
  char          *delete; /* by owner */
  gboolean       has_place;
} GsDbPart;

/* Columns of select: id, then the columns in order. Parameters of insert and
 * update: id, then the columns in order. */
typedef struct
{
  const GsRecordType   *type;
  const GsField       **columns;
  guint                 n_columns;
  GsDbPart             *parts;
  guint                 n_parts;
  char                 *find; /* id by UUID */
  char                 *name; /* UUID by id */
  char                 *next; /* the id a new row gets */
  char                 *insert;
  char                 *update;
  char                 *select; /* up to FROM, table alias t */
  char                 *by_id;
  char                 *walk; /* of all, in the order of files: as select, references by number */
  char                 *delete;
} GsDbPlan;

const GsDbPlan *gs_db_plan_for       (const GsRecordType *type);
char           *gs_db_plan_part_name (const GsRecordType *type,
                                      const GsField      *field);

G_END_DECLS
