/* gs-workspace.h: one investigation, open.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way from the faces to the database. A workspace owns a worker
 * thread; every function marked "blocks" runs there and waits, so it may be
 * called from gainsayctl, from tests, from other threads, and inside a
 * #GsWorkspaceFunc, but never from the main thread of the window, which uses
 * gs_workspace_call_async().
 */

#pragma once

#include "gs-action.h"
#include "gs-error.h"
#include "gs-listings.h"
#include "gs-relays.h"
#include "gs-strands.h"

G_BEGIN_DECLS

#define GS_TYPE_WORKSPACE (gs_workspace_get_type ())
G_DECLARE_FINAL_TYPE (GsWorkspace, gs_workspace, GS, WORKSPACE, GObject)

/* Properties: "path" (string), "title" (string), "read-only" (boolean),
 * "undo-label" and "redo-label" (string, NULL for nothing to do; notified on
 * the main thread), "astray" (boolean, likewise).
 *
 * Signal "changed": emitted in the main context of the thread that opened the
 * workspace, after an action, an undo or redo, or when another program has
 * changed the file (looked for once a second while watching). */

typedef enum
{
  GS_OPEN_READ_WRITE,
  GS_OPEN_READ_ONLY,
  /* Read-write, or read-only where the file or its folder cannot be written. */
  GS_OPEN_BEST,
} GsOpenMode;

/* Blocks. Refuses to overwrite. @title: (nullable). */
gboolean     gs_workspace_create           (const char           *path,
                                            const char           *title,
                                            GError              **error);
/* Blocks. */
GsWorkspace *gs_workspace_open             (const char           *path,
                                            GsOpenMode            mode,
                                            GError              **error);
/* (transfer full): what a workspace file is called, without folder and extension, to show. */
char        *gs_workspace_name             (const char           *path);
/* An empty workspace that lives in memory, for tests. */
GsWorkspace *gs_workspace_new_in_memory    (GError              **error);
/* Whether it came without its folder: opening it fails with GS_ERROR_LONE. */
gboolean     gs_workspace_path_is_lone     (const char           *path);
/* Opens in a thread; gives the GsWorkspace. */
void         gs_workspace_open_async       (const char           *path,
                                            GsOpenMode            mode,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GsWorkspace *gs_workspace_open_finish      (GAsyncResult         *result,
                                            GError              **error);
/* Waits for what is under way and closes the file; further calls fail with
 * GS_ERROR_OPEN. Also done by dispose. */
void         gs_workspace_close            (GsWorkspace          *self);

const char  *gs_workspace_get_path         (GsWorkspace          *self);
const char  *gs_workspace_get_title        (GsWorkspace          *self);
gboolean     gs_workspace_is_read_only     (GsWorkspace          *self);
/* Its file was moved, deleted or replaced: known while watching. */
gboolean     gs_workspace_is_astray        (GsWorkspace          *self);
const char  *gs_workspace_get_undo_label   (GsWorkspace          *self);
const char  *gs_workspace_get_redo_label   (GsWorkspace          *self);
/* Name under which actions are recorded; the annotator is made on first use.
 * Default: the user's real name. */
void         gs_workspace_set_annotator    (GsWorkspace          *self,
                                            const char           *name);
/* Look for other programs' changes once a second. */
void         gs_workspace_watch            (GsWorkspace          *self);

/**
 * GsWorkspaceFunc:
 *
 * Runs on the workspace's thread; every blocking function of the workspace
 * may be called in it and nothing else runs in between.
 */
typedef gpointer (*GsWorkspaceFunc) (GsWorkspace   *self,
                                     gpointer       data,
                                     GCancellable  *cancellable,
                                     GError       **error);

void         gs_workspace_call_async       (GsWorkspace          *self,
                                            GsWorkspaceFunc       func,
                                            gpointer              data,
                                            GDestroyNotify        data_free,
                                            GDestroyNotify        result_free,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gpointer     gs_workspace_call_finish      (GsWorkspace          *self,
                                            GAsyncResult         *result,
                                            GError              **error);
/* The same for reading that takes long: @func gets another workspace on the
 * same file, on a thread of its own, so that nothing else waits. */
void         gs_workspace_read_aside_async  (GsWorkspace         *self,
                                             GsWorkspaceFunc      func,
                                             gpointer             data,
                                             GDestroyNotify       data_free,
                                             GDestroyNotify       result_free,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gpointer     gs_workspace_read_aside_finish (GsWorkspace         *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* All below block. */

/* What the file says of itself: "uuid", "title" (as it was given, which may be
 * not at all). NULL without error when it says nothing. */
char        *gs_workspace_get_meta         (GsWorkspace          *self,
                                            const char           *key,
                                            GError              **error);
/* Makes an empty workspace the one that a report came from: takes over its
 * UUID, and its title unless it has one. The title property follows when the
 * file is opened again. Either may be NULL. */
gboolean     gs_workspace_adopt            (GsWorkspace          *self,
                                            const char           *uuid,
                                            const char           *title,
                                            GError              **error);
/* Runs @func on the workspace's thread; all it reads is one state of the file,
 * whatever other programs write meanwhile. It must not write. */
gpointer     gs_workspace_read             (GsWorkspace          *self,
                                            GsWorkspaceFunc       func,
                                            gpointer              data,
                                            GCancellable         *cancellable,
                                            GError              **error);

gboolean     gs_workspace_perform          (GsWorkspace          *self,
                                            GsAction             *action,
                                            GError              **error);
/* Carries out @func on the workspace's thread as one action: what it puts is
 * stored at once and seen by whatever it reads, memory does not grow with it,
 * and all of it stands or nothing. FALSE of @func takes it all back. */
typedef gboolean (*GsActFunc)              (GsWorkspace          *self,
                                            gpointer              data,
                                            GError              **error);
gboolean     gs_workspace_act              (GsWorkspace          *self,
                                            const char           *label,
                                            GsActFunc             func,
                                            gpointer              data,
                                            GError              **error);
/* Only within gs_workspace_act(). Stamps are kept as they are. */
gboolean     gs_workspace_put              (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            gconstpointer         record,
                                            GError              **error);
/* Builds an action from what there is; NULL with an error to give up, NULL
 * without one when there is nothing to do. */
typedef GsAction *(*GsActionFunc)          (GsWorkspace          *self,
                                            gpointer              data,
                                            GError              **error);
/* Builds and performs an action; builds it anew when another program has made
 * in between what it was about to make. @label: (out) (optional) (nullable):
 * that of the step of the history, NULL when there was nothing to do. */
gboolean     gs_workspace_perform_built    (GsWorkspace          *self,
                                            GsActionFunc          func,
                                            gpointer              data,
                                            char                **label,
                                            GError              **error);
gboolean     gs_workspace_undo             (GsWorkspace          *self,
                                            char                **label,
                                            GError              **error);
gboolean     gs_workspace_redo             (GsWorkspace          *self,
                                            char                **label,
                                            GError              **error);
/* GsHistoryListing, newest first. */
GPtrArray   *gs_workspace_history          (GsWorkspace          *self,
                                            guint                 limit,
                                            GError              **error);

/* The record, or NULL: with GS_ERROR_NOT_FOUND when there is none. */
gpointer     gs_workspace_load             (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            const char           *uuid,
                                            GError              **error);
/* Whole records by the row numbers of gs_workspace_list_skeleton(), in that
 * order, without those that are gone. */
GPtrArray   *gs_workspace_load_rows        (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            const gint64         *ids,
                                            guint                 n_ids,
                                            GError              **error);
typedef gboolean (*GsRecordFunc)           (const GsRecordType   *type,
                                            gpointer              record,
                                            gpointer              user_data,
                                            GError              **error);
gboolean     gs_workspace_each             (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            GsRecordFunc          func,
                                            gpointer              user_data,
                                            GError              **error);
gint64       gs_workspace_count            (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            GError              **error);
/* UUID of the one record whose UUID is or begins with @id, or that bears that
 * name (tag path, source name or alias, question text): what a user types.
 * GS_ERROR_NOT_FOUND, GS_ERROR_AMBIGUOUS. */
char        *gs_workspace_resolve          (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            const char           *id,
                                            GError              **error);
/* UUID by exact name only, NULL without error when there is none. */
char        *gs_workspace_find_name        (GsWorkspace          *self,
                                            const GsRecordType   *type,
                                            const char           *name,
                                            GError              **error);
/* Arrays of whole records. */
GPtrArray   *gs_workspace_claims_of_article  (GsWorkspace        *self,
                                              const char         *article,
                                              GError            **error);
GPtrArray   *gs_workspace_claims_on_question (GsWorkspace        *self,
                                              const char         *question,
                                              GError            **error);
GPtrArray   *gs_workspace_links_of_claim     (GsWorkspace        *self,
                                              const char         *claim,
                                              GError            **error);
GPtrArray   *gs_workspace_oppositions_on_question (GsWorkspace   *self,
                                                   const char    *question,
                                                   GError       **error);
/* Who relays whom (GsRelay): see words/gs-relays.h. @question: (nullable). */
GPtrArray   *gs_workspace_relays           (GsWorkspace          *self,
                                            const char           *question,
                                            guint                 limit,
                                            GError              **error);
/* By which ways the claims came: see words/gs-strands.h. */
GsStrands   *gs_workspace_strands_on_question (GsWorkspace      *self,
                                               const char       *question,
                                               GError          **error);
GsStrands   *gs_workspace_strands_of_claims   (GsWorkspace      *self,
                                               const GPtrArray  *claims,
                                               GError          **error);

/* Listings: see db/gs-db-listings.h, whose contract this passes on. */
gint64       gs_workspace_list_count       (GsWorkspace          *self,
                                            const GsRecordType   *listing,
                                            const GsListFilter   *filter,
                                            GError              **error);
/* The same up to a @limit; @more: (out): there may be more. */
gint64       gs_workspace_list_count_to    (GsWorkspace          *self,
                                            const GsRecordType   *listing,
                                            const GsListFilter   *filter,
                                            guint                 limit,
                                            gboolean             *more,
                                            GError              **error);
GPtrArray   *gs_workspace_list_page        (GsWorkspace          *self,
                                            const GsRecordType   *listing,
                                            const GsListFilter   *filter,
                                            guint                 offset,
                                            guint                 limit,
                                            GError              **error);
GArray      *gs_workspace_list_skeleton    (GsWorkspace          *self,
                                            const GsRecordType   *listing,
                                            const GsListFilter   *filter,
                                            GError              **error);
/* The same beside everything else, so that pages are answered meanwhile. */
void         gs_workspace_list_skeleton_async  (GsWorkspace         *self,
                                                const GsRecordType  *listing,
                                                const GsListFilter  *filter,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GArray      *gs_workspace_list_skeleton_finish (GsWorkspace         *self,
                                                GAsyncResult        *result,
                                                GError             **error);
GPtrArray   *gs_workspace_list_rows        (GsWorkspace          *self,
                                            const GsRecordType   *listing,
                                            const gint64         *ids,
                                            guint                 n_ids,
                                            GError              **error);
gpointer     gs_workspace_list_row         (GsWorkspace          *self,
                                            const GsRecordType   *listing,
                                            const char           *uuid,
                                            GError              **error);
/* (element-type GsMatrixCell): who answers these questions, by innermost source.
 * @questions: (element-type utf8): UUIDs. */
GPtrArray   *gs_workspace_question_matrix  (GsWorkspace          *self,
                                            const GPtrArray      *questions,
                                            GError              **error);
/* (element-type utf8): what stands in the slots of claims made lately, the most used first. */
GPtrArray   *gs_workspace_slot_entities    (GsWorkspace          *self,
                                            guint                 limit,
                                            GError              **error);
/* (element-type utf8): codes of the languages that articles have. */
GPtrArray   *gs_workspace_languages        (GsWorkspace          *self,
                                            GError              **error);
GPtrArray   *gs_workspace_search           (GsWorkspace          *self,
                                            const char           *query,
                                            guint                 limit,
                                            GError              **error);
/* One sentence a finding; empty means clean. */
GPtrArray   *gs_workspace_check            (GsWorkspace          *self,
                                            GError              **error);

/* What became of one article of a batch. */
typedef enum
{
  GS_STORED,
  GS_DUPLICATE,
  GS_REVISED,
} GsStoreResult;

/* Stores a batch of articles in one transaction, for importers: an article
 * whose sha256 is there already is not stored; one whose URL is there with
 * another text becomes a revision of that article, to which its claims move
 * (gs-revision.h). @results gets, per article, a
 * GsStoreResult (int); @uuids the UUID of the article that is there now.
 * @group: (inout): 0 to begin an action, then what came back, so that a whole
 * import is one step of the history. */
gboolean     gs_workspace_store_articles   (GsWorkspace          *self,
                                            const char           *label,
                                            GPtrArray            *articles,
                                            GArray               *results,
                                            GPtrArray            *uuids,
                                            gint64               *group,
                                            GError              **error);

G_END_DECLS
