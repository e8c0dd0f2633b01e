/* gs-db-pack.h: bytes that lie deflated where that saves room.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *gs_db_pack   (GBytes  *bytes);
GBytes *gs_db_unpack (GBytes  *packed,
                      gsize    length);

G_END_DECLS
