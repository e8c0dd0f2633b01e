/* gs-cli-file.h: a file's bytes, without trusting the file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *gs_cli_read_file (const char  *path,
                          gsize        max_bytes,
                          GError     **error);

G_END_DECLS
