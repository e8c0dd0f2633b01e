/* gs-taxonomy.h: what is a kind of what, and what lies in what.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tag tree is the vocabulary of the slots: what a slot names is the tag of
 * that name, wherever it stands in the tree ("drone"), or of that path or its
 * end ("weapon/drone"). A tag below another is a kind of it, or a part of it.
 * Several tags of one name are one thing; a name without a tag is only itself.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct _GsTaxonomy GsTaxonomy;

/* The tags are read when a name is first looked up, which blocks. */
GsTaxonomy *gs_taxonomy_new       (GsWorkspace   *workspace);
void        gs_taxonomy_free      (GsTaxonomy    *self);
/* Whether the tags could be read; to be asked after the names. */
gboolean    gs_taxonomy_check     (const GsTaxonomy *self,
                                   GError       **error);

/* Names are folded by gs_account_fold(). */
gboolean    gs_taxonomy_contains  (GsTaxonomy    *self,
                                   const char    *broad,
                                   const char    *narrow);
gboolean    gs_taxonomy_siblings  (GsTaxonomy    *self,
                                   const char    *a,
                                   const char    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsTaxonomy, gs_taxonomy_free)

G_END_DECLS
