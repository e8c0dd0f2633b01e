/* gs-citation.h: a passage as one quotes it elsewhere.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

char *gs_citation_quote (const GsArticleRecord *article,
                         gint64                 start,
                         gint64                 end);

G_END_DECLS
