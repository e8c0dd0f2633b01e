/* carried.h: did a report survive as a REFI-QDA project?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "memory-report.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the first article, tag, source, question, claim, span or
 * link of @before that is not the same in @after, or that @after has more; NULL when
 * all have survived. */
char      *gs_carried_difference (GsMemoryReport     *before,
                                  GsMemoryReport     *after);

GPtrArray *gs_carried_records    (GsMemoryReport     *report,
                                  const GsRecordType *type);

G_END_DECLS
