/* gs-merge-private.h: what the parts of a merge share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-merge.h"
#include "gs-report-places.h"

G_BEGIN_DECLS

/* A record that both have, and that will be saved if anything of it changes. */
typedef struct
{
  const GsRecordType *type;
  gpointer            ours;
  gpointer            theirs; /* its references are ours */
  GPtrArray          *differences; /* GsMergeDifference, borrowed */
  gboolean            whole;   /* theirs is taken as it is */
  gboolean            grown;   /* ours has got what it lacked */
} GsMergePair;

struct _GsMerge
{
  GsWorkspace       *ours;
  GsWorkspace       *theirs;
  GsMergePreference  preference;
  GCancellable      *cancellable;
  char              *label;
  char              *fork;  /* (nullable): when both were one file last */
  GHashTable        *known; /* UUID of theirs → UUID of ours, where they differ */
  GHashTable        *dropped; /* UUID → GsMergePair, owned: what stays deleted here */
  GPtrArray         *added; /* GsMergePair without ours */
  GPtrArray         *pairs; /* GsMergePair */
  GPtrArray         *differences; /* GsMergeDifference */
  GsMergeCount      *counts;
  GsReportPlaces    *places; /* texts of articles that are ours */
};

/* Whether its records say when they were made and changed. */
gboolean gs_merge_has_times (const GsRecordType *type);

/* gs-merge-fields.c: puts what differs into @pair, or grows ours. @united: the
 * records have different UUIDs. */
void  gs_merge_compare_fields (GsMerge      *self,
                               GsMergePair  *pair,
                               gboolean      united);
/* (transfer full): what to call a record. */
char *gs_merge_name_record    (const GsRecordType *type,
                               gconstpointer       record);

G_END_DECLS
