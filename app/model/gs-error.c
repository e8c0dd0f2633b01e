/* gs-error.c: the error domain of the workbench.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-error.h"

G_DEFINE_QUARK (gs - error - quark, gs_error)
