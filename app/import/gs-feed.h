/* gs-feed.h: RSS and Atom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* An article an entry: its content as the HTML it is, or its summary, which
 * the note then says. The entry's XML is the original. */
gboolean gs_feed_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

G_END_DECLS
