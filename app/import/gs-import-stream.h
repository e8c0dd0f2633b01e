/* gs-import-stream.h: a large file, read piece by piece.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): reads a descriptor of a regular file, and can seek; closes it. */
GInputStream *gs_import_stream_new (int fd);

G_END_DECLS
