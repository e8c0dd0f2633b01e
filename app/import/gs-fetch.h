/* gs-fetch.h: one page from the web, because somebody asked for it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only part of Gainsay that uses the network. Nothing but the page itself
 * is fetched: no pictures, no scripts, no cookies.
 */

#pragma once

#include <gio/gio.h>

#include "gs-error.h"

G_BEGIN_DECLS

typedef struct
{
  gsize max_bytes;     /* of the page, unpacked */
  guint max_seconds;   /* for all of it */
  guint max_redirects;
} GsFetchLimits;

extern const GsFetchLimits gs_fetch_limits_default;

typedef struct
{
  GBytes *bytes;
  char   *url;       /* where it was in the end */
  char   *charset;   /* (nullable): as the server says */
  char   *retrieved; /* instant */
} GsFetched;

gboolean   gs_fetch_is_there  (void);
char      *gs_fetch_clean_url (const char           *url);
GsFetched *gs_fetch           (const char           *url,
                               const GsFetchLimits  *limits,
                               GCancellable         *cancellable,
                               GError              **error);
void       gs_fetched_free    (GsFetched            *fetched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsFetched, gs_fetched_free)

G_END_DECLS
