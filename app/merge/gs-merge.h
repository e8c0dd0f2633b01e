/* gs-merge.h: the workspace of another analyst, into ours.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First both are compared, which changes nothing; then what is to be decided
 * is decided; then all of it is carried out as one step of the history.
 *
 * Records are the same by UUID; articles also by their bytes, tags by path,
 * sources, questions and annotators by name. What theirs has more is added.
 * Where only one side has changed a record since both were one file, its state
 * is taken; where both have, each field that differs is a difference, decided
 * by the preference unless somebody decides otherwise. What we have deleted
 * stays so unless they have changed it since. Merging again changes nothing.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  GS_MERGE_OURS,
  GS_MERGE_THEIRS,
  GS_MERGE_NEWER, /* of the two records, the one that was modified last */
} GsMergePreference;

extern const GsWordList gs_merge_preferences; /* "ours", "theirs", "newer" */

/* One field of one record that both have changed. */
typedef struct
{
  const GsRecordType *type;
  const GsField      *field;
  char               *uuid;  /* of ours */
  char               *name;  /* of the record, to show */
  char               *ours;  /* the values, to show; never NULL */
  char               *theirs;
  char               *our_time;   /* when the record was modified there */
  char               *their_time;
  char               *our_name;   /* by whom; (nullable) */
  char               *their_name;
  gboolean            take_theirs; /* the decision */
} GsMergeDifference;

/* Of one type of records, in the order of gs_workspace_types. */
typedef struct
{
  guint added;
  guint united;  /* the same under another UUID */
  guint taken;   /* only theirs has changed, and its state is taken */
  guint deleted; /* we have deleted it, and it stays so */
} GsMergeCount;

typedef struct _GsMerge GsMerge;

/* Opens the other workspace for reading only; says so when it would have to be
 * brought up to date first. Blocks. */
GsWorkspace        *gs_merge_open_theirs     (const char         *path,
                                              GError            **error);
/* Blocks; on the thread of neither workspace. */
GsMerge            *gs_merge_compare         (GsWorkspace        *ours,
                                              GsWorkspace        *theirs,
                                              GsMergePreference   preference,
                                              GCancellable       *cancellable,
                                              GError            **error);
void                gs_merge_free            (GsMerge            *self);

/* What the history says of it. */
const char         *gs_merge_get_label       (GsMerge            *self);
const GsMergeCount *gs_merge_get_count       (GsMerge            *self,
                                              const GsRecordType *type);
/* (element-type GsMergeDifference): whose decisions may be changed. */
GPtrArray          *gs_merge_get_differences (GsMerge            *self);

/* Carries it out; @n_changed: (out) (optional): how many records of ours it
 * made or changed. Blocks; on the thread of neither workspace. */
gboolean            gs_merge_perform         (GsMerge            *self,
                                              guint              *n_changed,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsMerge, gs_merge_free)

G_END_DECLS
