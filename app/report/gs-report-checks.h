/* gs-report-checks.h: may this text stand where others demand a form?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace keeps what it was told. Where another format demands an instant,
 * a language or an address, what is none is left out.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All: @text is (nullable), which is none. */

/* "2022-10-17T06:35:00.000Z" */
gboolean    gs_is_instant     (const char *text);
/* Subtags of at most eight: as much of BCP 47 as readers choke on. */
gboolean    gs_is_language    (const char *text);
/* http or https, and nothing in it that an IRI may not hold. */
gboolean    gs_is_web_address (const char *text);

/* (transfer full): the first instant of a date as precise as it is known, in
 * milliseconds: "2022-10" is 2022-10-01T00:00:00.000Z; an instant is itself.
 * NULL when it is neither. */
char       *gs_date_to_instant (const char *text);

G_END_DECLS
