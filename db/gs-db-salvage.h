/* gs-db-salvage.h: what can still be read of a damaged workspace, made into a new one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every row whose page is intact comes back. What refers to a row that is lost
 * keeps its reference: a stand-in takes the row's place, with its UUID and name
 * where an index still knows them.
 */

#pragma once

#include "gs-db-connection.h"
#include "gs-listings.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How stand-ins are called, in the user's language; a number follows. */
typedef struct
{
  const char *annotator;
  const char *tag;
  const char *source;
  const char *question;
  const char *article;
  const char *claim;
  const char *note; /* what stands in the note of each */
} GsDbSalvageWords;

typedef struct
{
  GPtrArray *kinds;    /* GsRecoveredListing */
  gint64     pages;    /* in the file */
  gint64     bad;      /* of them, or of what should be there, not to be read */
  gint64     unplaced; /* pages of rows whose kind cannot be told */
  gboolean   whole;    /* nothing was lost, cut or changed */
} GsDbSalvage;

/* How far it is, 0 to 1; called on the calling thread. */
typedef void (*GsDbSalvageFunc) (double    fraction,
                                 gpointer  data);

GsDbSalvage *gs_db_salvage      (const char              *path,
                                 const char              *into,
                                 const GsDbSalvageWords  *words,
                                 GsDbSalvageFunc          func,
                                 gpointer                 data,
                                 GCancellable            *cancellable,
                                 GError                 **error);
void         gs_db_salvage_free (GsDbSalvage             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbSalvage, gs_db_salvage_free)

G_END_DECLS
