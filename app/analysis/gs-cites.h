/* gs-cites.h: who cites whom: circles, and what is on every way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the counting of origins. Sources are told by their places.
 */

#pragma once

#include "gs-origin-nodes.h"

G_BEGIN_DECLS

/* Sources that cite each other in a circle: arrays (element-type guint) of
 * places, in their order. Citations further apart than 90 days make none. */
GPtrArray *gs_cites_find_circles     (const GsOriginNodes *nodes);
/* The relays that are on every way, outermost first, when there are two ways
 * at least. (element-type guint) */
GArray    *gs_cites_find_bottlenecks (const GsOriginNodes *nodes);

G_END_DECLS
