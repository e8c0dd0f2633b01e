/* fuzz-check.h: what must be true of whatever a reader makes of any bytes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

/* Small, so that what is quadratic shows as a slow unit. */
extern const GsExtractLimits gs_fuzz_limits;

/* Aborts unless texts are valid UTF-8 and zones lie in order inside them.
 * @articles: (element-type GsArticleRecord) (nullable) */
void gs_fuzz_check_articles (GPtrArray *articles);

/* Aborts unless a refusal has a sentence and a success none. */
void gs_fuzz_check_error    (gboolean      done,
                             const GError *error);

/* Reads @bytes with one reader and checks what it made. */
void gs_fuzz_read           (GsReadFunc    read,
                             GBytes       *bytes);
