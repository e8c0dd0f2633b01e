/* gs-db-error.c: the error domain of the database room.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-error.h"

/* clang-format off */
G_DEFINE_QUARK (gs-db-error-quark, gs_db_error)
/* clang-format on */
