/* gs-conflict-links.h: what is stored about the pairs on a question.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verdict is a link between two claims. Those between claims that both
 * answer the question are read at once, others when they are asked for.
 */

#pragma once

#include "gs-conflict-rules.h"

G_BEGIN_DECLS

typedef struct _GsConflictLinks GsConflictLinks;

/* @question: (nullable): claims that answer none. NULL with error. */
GsConflictLinks *gs_conflict_links_new    (GsWorkspace         *workspace,
                                           const char          *question,
                                           GError             **error);
void             gs_conflict_links_free   (GsConflictLinks     *self);

/* (transfer none) (element-type GsLinkRecord): those on the question, by UUID. */
const GPtrArray *gs_conflict_links_get_all (const GsConflictLinks *self);
/* The rule's link, or else one that the analyst has made between the two, in
 * @link: (transfer none), NULL where there is neither. FALSE with error. */
gboolean         gs_conflict_links_find   (const GsConflictLinks *self,
                                           const GsOpposition  *found,
                                           const GsLinkRecord **link,
                                           GError             **error);
/* Whether it sets two claims against each other. */
gboolean         gs_conflict_links_oppose (const GsLinkRecord  *link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsConflictLinks, gs_conflict_links_free)

G_END_DECLS
