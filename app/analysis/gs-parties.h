/* gs-parties.h: who speaks in a claim, and on whose side.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembers the sources and articles it has read, so that comparing many
 * claims reads each once. Belongs to one thread and one comparison. All block.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct _GsParties GsParties;

GsParties  *gs_parties_new          (GsWorkspace          *workspace);
void        gs_parties_free         (GsParties            *self);

/* Name of the innermost source, or of the article where nobody is named.
 * Owned by @self. */
const char *gs_parties_voice        (GsParties            *self,
                                     const GsClaimRecord  *claim);
/* The same person, office, government … speaks; two "officials" need not be
 * the same ones. */
gboolean    gs_parties_same_speaker (GsParties            *self,
                                     const GsClaimRecord  *a,
                                     const GsClaimRecord  *b);
/* The same speaker, or two who belong to the same party. */
gboolean    gs_parties_same_party   (GsParties            *self,
                                     const GsClaimRecord  *a,
                                     const GsClaimRecord  *b);
/* Both are reported, by different publishers. */
gboolean    gs_parties_different_outlets (GsParties           *self,
                                          const GsClaimRecord *a,
                                          const GsClaimRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsParties, gs_parties_free)

G_END_DECLS
