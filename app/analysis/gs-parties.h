/* gs-parties.h: who speaks in a claim, when, and on whose side.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembers the sources and articles it has read, so that comparing many
 * claims reads each once. Belongs to one thread and one comparison. All block.
 */

#pragma once

#include "gs-account.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct _GsParties GsParties;

GsParties  *gs_parties_new          (GsWorkspace      *workspace);
void        gs_parties_free         (GsParties        *self);
/* Whether all that was looked up could be read; to be asked after all else. */
gboolean    gs_parties_check        (const GsParties  *self,
                                     GError          **error);

/* Name of the innermost source, or of the article where nobody is named.
 * Owned by @self. */
const char *gs_parties_voice        (GsParties            *self,
                                     const GsClaimRecord  *claim);
const char *gs_parties_voice_of     (GsParties        *self,
                                     const GsAccount  *account);
/* Whether the voice is several people: "two officials". */
gboolean    gs_parties_is_plural    (GsParties        *self,
                                     const GsAccount  *account);
/* Whether the one who speaks is known only in kind: "reports say". */
gboolean    gs_parties_is_generic   (GsParties        *self,
                                     const GsAccount  *account);
/* Whether an article or outlet says it itself, on nobody's word. */
gboolean    gs_parties_own_voice    (GsParties        *self,
                                     const GsAccount  *account);
/* The same person, office, government … speaks; two "officials" need not be
 * the same ones. */
gboolean    gs_parties_same_speaker (GsParties        *self,
                                     const GsAccount  *a,
                                     const GsAccount  *b);
/* The same speaker, or two who belonged to the same party when they spoke. */
gboolean    gs_parties_same_party   (GsParties        *self,
                                     const GsAccount  *a,
                                     const GsAccount  *b);
/* Both are reported, by different publishers. */
gboolean    gs_parties_different_outlets (GsParties       *self,
                                          const GsAccount *a,
                                          const GsAccount *b);
/* Both come from one article, or through one outlet behind their publishers. */
gboolean    gs_parties_same_report  (GsParties        *self,
                                     const GsAccount  *a,
                                     const GsAccount  *b);
/* When it was uttered, or else published. FALSE when not known. */
gboolean    gs_parties_days         (GsParties        *self,
                                     const GsAccount  *account,
                                     guint32          *first,
                                     guint32          *last);
/* Code of the article's language, NULL when not known. Owned by @self. */
const char *gs_parties_language     (GsParties        *self,
                                     const GsAccount  *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsParties, gs_parties_free)

G_END_DECLS
