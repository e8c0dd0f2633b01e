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

GHashTable *gs_package_expand (GBytes                 *bytes,
                               GsPackageFilter         wanted,
                               const GsExtractLimits  *limits,
                               GError                **error);

G_END_DECLS
