/* gs-importer.h: the act of importing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and extracts in a pool of threads, stores in batches through the
 * workspace, in the order of the inputs. Memory is bounded by a fixed number
 * of files in flight, not by the batch. A file that is refused is one line in
 * the results; the rest go on. Cancelling keeps what is done. A whole import
 * is one step of the history.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct _GsImporter GsImporter;

typedef enum
{
  GS_IMPORT_IMPORTED,
  GS_IMPORT_DUPLICATE,
  GS_IMPORT_REFUSED,
  GS_IMPORT_REVISED, /* a later version of an article that was there */
} GsImportStatus;

extern const GsWordList gs_import_statuses; /* "imported", "duplicate", "refused", "revised" */

typedef struct
{
  char *path; /* as given or found, bytes as the file system has them; or a web address */
  char *display_path; /* valid UTF-8 */
  int   status; /* GsImportStatus */
  char *article; /* UUID of the article that is there now */
  char *title;
  char *reason; /* why it was refused */
  const char * const *remarks; /* (nullable): sentences about what of a project had no place */
} GsImportResult;

typedef struct
{
  guint   done; /* inputs, which may hold several articles each */
  guint   total; /* grows while folders are read */
  guint   imported;
  guint   duplicates;
  guint   refused;
  guint   revised;
  double  rate; /* files per second */
  double  remaining; /* seconds, NaN while unknown */
} GsImportProgress;

/* Called on the thread that runs the importer, in order: once per input, or
 * once for each of the articles in it, whose paths then end in "#1", "#2" … */
typedef void (*GsImportFunc) (const GsImportResult   *result,
                              const GsImportProgress *progress,
                              gpointer                user_data);

GsImporter *gs_importer_new        (GsWorkspace   *workspace);
void        gs_importer_free       (GsImporter    *self);
void        gs_importer_add_path   (GsImporter    *self,
                                    const char    *path);
/* Pasted or dropped text or HTML. @name: (nullable) title to fall back on. */
void        gs_importer_add_bytes  (GsImporter    *self,
                                    GBytes        *bytes,
                                    const char    *name);
/* Fetched when its turn comes, and only because this is called. */
void        gs_importer_add_url    (GsImporter    *self,
                                    const char    *url);
void        gs_importer_set_recursive (GsImporter *self,
                                    gboolean       recursive);
/* Of articles whose own language cannot be told. @language: (nullable): BCP 47. */
void        gs_importer_set_language (GsImporter  *self,
                                    const char    *language);

/* Blocks until done; not on the workspace's thread. FALSE with error only if
 * storing failed or it was cancelled; refused files are no error. */
gboolean    gs_importer_run        (GsImporter    *self,
                                    GsImportFunc   func,
                                    gpointer       user_data,
                                    GCancellable  *cancellable,
                                    GError       **error);
/* The same in a thread; @func is called in the caller's main context, at most
 * some thirty times a second plus once at the end (results are batched: each
 * still arrives). */
void        gs_importer_run_async  (GsImporter    *self,
                                    GsImportFunc   func,
                                    gpointer       user_data,
                                    GCancellable  *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer       callback_data);
gboolean    gs_importer_run_finish (GsImporter    *self,
                                    GAsyncResult  *result,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsImporter, gs_importer_free)

G_END_DECLS
