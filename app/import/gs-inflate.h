/* gs-inflate.h: gzip, into memory and within limits.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "gs-extract.h"

G_BEGIN_DECLS

/* (transfer full): all members of @bytes one after the other; NULL with
 * GS_ERROR_LIMIT beyond what may be expanded, or GS_ERROR_UNREADABLE. */
GBytes *gs_inflate (GBytes                 *bytes,
                    const GsExtractLimits  *limits,
                    GError                **error);

/* (transfer full) (nullable): the same for a stream of HTTP's "deflate". */
GBytes *gs_inflate_as (GBytes                 *bytes,
                       GZlibCompressorFormat   format,
                       const GsExtractLimits  *limits,
                       GError                **error);

G_END_DECLS
