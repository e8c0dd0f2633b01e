/* gs-import-walk.h: the inputs of an import one after the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders are opened when their turn comes, their entries sorted by name, so
 * that memory is bounded by what stands beside the path to the current file.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One input: a path, or a web address, or bytes with a name, or a path with why
 * it is refused. */
typedef struct
{
  char   *path;
  char   *url;
  char   *shown; /* of @url, without what it may say of a user */
  GBytes *bytes;
  char   *name;
  char   *reason;
  gsize   size; /* bytes, as far as known */
} GsImportInput;

typedef struct _GsImportWalk GsImportWalk;

/* @inputs: (element-type GsImportInput): not changed while walking. */
GsImportWalk *gs_import_walk_new     (const GPtrArray  *inputs,
                                      gboolean          recursive);
void          gs_import_walk_free    (GsImportWalk     *self);
/* @input: (out caller-allocates): clear with gs_import_input_clear(). */
gboolean      gs_import_walk_next    (GsImportWalk     *self,
                                      GsImportInput    *input);
/* How many are known to be still to come. */
guint         gs_import_walk_waiting (GsImportWalk     *self);

void          gs_import_input_clear  (GsImportInput    *input);
void          gs_import_input_free   (GsImportInput    *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsImportWalk, gs_import_walk_free)

G_END_DECLS
