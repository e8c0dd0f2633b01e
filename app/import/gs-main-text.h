/* gs-main-text.h: an article without what stands around it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

char *gs_main_text (const GsArticleRecord *article,
                    GPtrArray             *zones);

G_END_DECLS
