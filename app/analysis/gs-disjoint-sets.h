/* gs-disjoint-sets.h: sets that are united, and some that never may be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GsDisjointSets GsDisjointSets;

/* Of @n members, each in a set of its own. */
GsDisjointSets *gs_disjoint_sets_new   (guint n);
void            gs_disjoint_sets_free  (GsDisjointSets *self);

/* The least member of the set of @member. */
guint           gs_disjoint_sets_find  (GsDisjointSets *self,
                                        guint           member);
/* Keeps the sets of @a and @b from ever being united. FALSE if they are. */
gboolean        gs_disjoint_sets_part  (GsDisjointSets *self,
                                        guint           a,
                                        guint           b);
/* Whether the two sets may not be united. */
gboolean        gs_disjoint_sets_apart (GsDisjointSets *self,
                                        guint           a,
                                        guint           b);
/* Whether two sets became one. */
gboolean        gs_disjoint_sets_unite (GsDisjointSets *self,
                                        guint           a,
                                        guint           b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDisjointSets, gs_disjoint_sets_free)

G_END_DECLS
