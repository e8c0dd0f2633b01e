/* gs-report-refs.h: what a record refers to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-record.h"

G_BEGIN_DECLS

/* @uuid: (inout): place of the reference in the record, never of a NULL one.
 * Returns FALSE to stop. */
typedef gboolean (*GsRefFunc) (const GsRecordType  *target,
                               char               **uuid,
                               gpointer             user_data,
                               GError             **error);

/* Every reference of @record and of the records it holds. FALSE when @func
 * stopped. */
gboolean gs_record_each_ref (const GsRecordType  *type,
                             gpointer             record,
                             GsRefFunc            func,
                             gpointer             user_data,
                             GError             **error);

G_END_DECLS
