/* gs-main-text.h: an article without what stands around it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/**
 * gs_main_text:
 * @article: with text and zones
 * @zones: (optional): a #GsZoneRecord array; zones whose offsets, in code
 *   points, are into the text returned are appended to it
 *
 * What the article itself says: subheads and body, one line end between them.
 * Title, captions, credits, teasers and the page's furniture stay behind.
 * An article without zones is all body.
 *
 * Returns: (transfer full): the text, "" when the article has no body
 */
char *gs_main_text (const GsArticleRecord *article,
                    GPtrArray             *zones);

G_END_DECLS
