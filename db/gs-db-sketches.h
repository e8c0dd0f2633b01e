/* gs-db-sketches.h: keys by which articles that are alike find each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys mean is not known here: the same key in two articles is a reason
 * to compare them. Nothing of this is a step of the history.
 */

#pragma once

#include "gs-db-connection.h"

G_BEGIN_DECLS

/* A key whose lowest bit is set is not looked at where many articles have it. */
#define GS_DB_KEY_IS_RARE(key) (((key) & 1) != 0)

/**
 * GsDbSketch:
 * @article: UUID
 * @keys: (element-type gint64): keys of its present text
 */
typedef struct
{
  char   *article;
  GArray *keys;
} GsDbSketch;

/**
 * GsDbNeighbour:
 * @article: UUID
 * @common: how many keys it shares whose lowest bit is not set
 * @rare: how many keys it shares whose lowest bit is set
 */
typedef struct
{
  char *article;
  guint common;
  guint rare;
} GsDbNeighbour;

/**
 * GsDbLikeness:
 * @article: UUID of the later article
 * @other: UUID of the earlier one
 * @kind: "copy" or "translation"
 * @share: 0 to 1, a rank
 * @numbers: numbers that are in both
 * @of_numbers: numbers of the one that has more
 * @dates: the same for dates
 * @of_dates: the same for dates
 * @names: the same for names
 * @of_names: names of the one that has fewer
 */
typedef struct
{
  char  *article;
  char  *other;
  char  *kind;
  double share;
  gint64 numbers;
  gint64 of_numbers;
  gint64 dates;
  gint64 of_dates;
  gint64 names;
  gint64 of_names;
} GsDbLikeness;

GPtrArray *gs_db_sketches_due        (GsDbConnection      *db,
                                      gint64              *place,
                                      guint                limit,
                                      GError             **error);
gboolean   gs_db_sketches_save       (GsDbConnection      *db,
                                      const GPtrArray     *sketches,
                                      GError             **error);
GPtrArray *gs_db_sketch_neighbours   (GsDbConnection      *db,
                                      const char          *article,
                                      guint                limit,
                                      GError             **error);
gboolean   gs_db_likenesses_save     (GsDbConnection      *db,
                                      const GPtrArray     *likenesses,
                                      GError             **error);
GPtrArray *gs_db_likenesses          (GsDbConnection      *db,
                                      const char          *article,
                                      GError             **error);
void       gs_db_likeness_free       (GsDbLikeness        *self);
void       gs_db_neighbour_free      (GsDbNeighbour       *self);

G_END_DECLS
