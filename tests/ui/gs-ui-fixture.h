/* gs-ui-fixture.h: a workspace in memory for tests of widgets.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-names.h"

G_BEGIN_DECLS

/* Two short articles of our own; code points are counted in the .c file. */
extern const char gs_fixture_text_a[];
extern const char gs_fixture_text_b[];

GsWorkspace *gs_fixture_workspace   (void);
/* (transfer full): UUID of the article that was stored. */
char        *gs_fixture_add_article (GsWorkspace *workspace,
                                     const char  *title,
                                     const char  *outlet,
                                     const char  *text);
/* (transfer full): UUID of a claim on the first occurrence of @quote.
 * @question, @value, @source, @tag: (nullable). */
char        *gs_fixture_add_claim   (GsWorkspace *workspace,
                                     const char  *article,
                                     const char  *quote,
                                     const char  *summary,
                                     int          stance,
                                     const char  *question,
                                     const char  *source,
                                     const char  *tag);

G_END_DECLS
