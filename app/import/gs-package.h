/* gs-package.h: files that are ZIP archives of parts.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts are expanded into memory and only on demand; names are keys to look
 * them up by and never paths.
 */

#pragma once

#include "gs-extract.h"

G_BEGIN_DECLS

/* What is wanted of a part, by its name. */
typedef gboolean (*GsPackageFilter) (const char *name);

/**
 * gs_package_expand:
 * @bytes: a ZIP archive
 * @wanted: which parts to expand
 * @limits: on the number of entries, on the bytes in all and on their ratio to
 *   the input, by what the archive declares as well as by what comes out
 *
 * Two parts of one name are refused where the part is wanted: which of them a
 * reader sees depends on the reader.
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the parts by name; or
 *   %NULL with GS_ERROR_UNREADABLE or GS_ERROR_LIMIT
 */
GHashTable *gs_package_expand (GBytes                 *bytes,
                               GsPackageFilter         wanted,
                               const GsExtractLimits  *limits,
                               GError                **error);

G_END_DECLS
