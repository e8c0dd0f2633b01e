/* gs-mhtml.h: web pages saved whole, as one message (RFC 2557).
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gmime/gmime.h>

#include "gs-intake.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the page, where the message is one that a
 * browser saved and nobody sent. */
GMimePart *gs_mhtml_find_page (GMimeMessage *message);

gboolean   gs_mhtml_read      (GsIntake     *intake,
                               GMimeMessage *message,
                               GMimePart    *page,
                               GBytes       *bytes,
                               GError      **error);

G_END_DECLS
