/* gs-revision.h: an article whose text has changed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of an article never changes; another text is another revision of
 * it. What analysts made of the article goes over to the new one: spans by
 * quote, prefix and suffix, exactly or visibly orphaned.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* Whether @newer, of the same canonical URL, is a later version of @before and
 * not another article: two parts of one file are two articles, and so is what
 * was retrieved earlier. */
gboolean         gs_revision_follows    (const GsArticleRecord *before,
                                         const GsArticleRecord *newer);

/* (transfer full): @before with what @newer says, for one action. */
GsArticleRecord *gs_revision_merge      (const GsArticleRecord *before,
                                         const GsArticleRecord *newer);

/* Moves the places of @claim from one text into the other. Returns: how many
 * of its spans are orphaned. */
guint            gs_revision_move_claim (GsClaimRecord         *claim,
                                         const char            *before,
                                         const char            *after);

G_END_DECLS
