/* gs-importer-private.h: what the two files of the importer share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-importer.h"

G_BEGIN_DECLS

struct _GsImporter
{
  GsWorkspace *workspace;
  GPtrArray   *inputs; /* GsImportInput */
  gboolean     recursive;
  char        *language; /* (nullable): of articles whose own cannot be told */
};

G_END_DECLS
