/* gs-rezone.h: the analyst says what a block of an article is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* The code points start..end of an article, and what they are. */
typedef struct
{
  char  *article; /* UUID */
  gint64 start;
  gint64 end; /* of an empty range: the whole paragraph around it */
  int    kind; /* GsZoneKind */
} GsRezone;

GsRezone *gs_rezone_new   (const char      *article,
                           gint64           start,
                           gint64           end,
                           int              kind);
void      gs_rezone_free  (GsRezone        *self);

/* Changes the zones of @article, whose text stays as it is; a title becomes
 * the article's title. FALSE if there is nothing but white space. */
gboolean  gs_rezone_apply (const GsRezone  *self,
                           GsArticleRecord *article);

/* @zones: (transfer full) (element-type GsZoneRecord): takes the place of
 * those that @article has. */
void      gs_article_record_take_zones (GsArticleRecord *article,
                                        GPtrArray       *zones);

/* A #GsActionFunc whose data is a #GsRezone. */
GsAction *gs_rezone_build (GsWorkspace     *workspace,
                           gpointer         data,
                           GError         **error);

G_END_DECLS
