/* gs-news.h: NITF, NewsML 1.2 and NewsML-G2.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* An article a news item. Several in one message each keep their own XML. */
gboolean gs_news_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

G_END_DECLS
