/* gs-db-shapes.h: what the rows of each table and index of a workspace look like.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page says of which kind it is, but not of which table. Where the way to it
 * is damaged, its rows tell: how many values they have, and of which kinds.
 */

#pragma once

#include "gs-db-cells.h"
#include "gs-words.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  int      kind;   /* GsDbValueKind, -1 for any */
  gboolean alias;  /* stands for the row number, and is stored as NULL */
  gboolean filled; /* is never NULL */
  guint    length; /* of every text in it, 0 for any */
  char    *table;  /* (nullable): whose row numbers it holds */
  gboolean unique; /* each of them once */
  const GsWordList *words; /* (nullable): of which its texts are */
} GsDbShapeColumn;

/* What is done with the rows of a table. */
typedef enum
{
  GS_DB_USE_NONE, /* derived: made again */
  GS_DB_USE_HINT, /* derived, but tells of what is lost */
  GS_DB_USE_ROWS, /* it is what there is to save */
} GsDbUse;

typedef struct
{
  char            *name;
  gboolean         keyed; /* an index, or a table without row numbers */
  GsDbUse          use;
  GsDbShapeColumn *columns; /* in the order in which they are stored */
  guint            n_columns; /* 0 when nothing is known */
  guint            n_least; /* rows of older versions may be shorter */

  /* In the file at hand. */
  guint32          root;   /* 0 for unknown */
  gboolean         broken; /* some of its pages were not reached */
} GsDbShape;

/* (element-type GsDbShape): those of the newest schema. */
GPtrArray *gs_db_shapes_new  (GError         **error);
/* (transfer none): made, of unknown columns, when it is not among them. */
GsDbShape *gs_db_shapes_find (GPtrArray       *shapes,
                              const char      *name,
                              gboolean         make);
/* Whether a cell holds such a row. @values: (out): room for GS_DB_MAX_VALUES. */
gboolean   gs_db_shape_fits  (const GsDbShape *self,
                              const GsDbPage  *page,
                              const GsDbCell  *cell,
                              GsDbValue       *values);

G_END_DECLS
