/* gs-origins-private.h: what the files that count origins share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-origins.h"
#include "gs-strands.h"

G_BEGIN_DECLS

/* gs-origins-find.c. @picked: (element-type guint): places of strands. */
GsOrigins *gs_origins_find          (const GsStrands *strands,
                                     const GArray    *picked);
void       gs_origins_count_strands (const GsStrands *strands,
                                     const GArray    *picked,
                                     GsOriginCount   *count);

G_END_DECLS
