/* gs-instant.h: instants of records, as the analyst's clock and calendar have them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): local time; @at itself where it is no instant, "" for NULL. */
char *gs_instant_format (const char *at,
                         const char *format);

G_END_DECLS
