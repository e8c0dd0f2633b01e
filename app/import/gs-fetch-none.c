/* gs-fetch-none.c: what gs-fetch.h says where there is no libsoup.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-fetch.h"

#include <glib/gi18n-lib.h>

const GsFetchLimits gs_fetch_limits_default = { 0 };

/**
 * gs_fetch_is_there:
 *
 * Returns: %FALSE
 */
gboolean
gs_fetch_is_there (void)
{
  return FALSE;
}

/**
 * gs_fetched_free:
 * @fetched: (transfer full): a page, of which there is none
 */
void
gs_fetched_free (GsFetched *fetched)
{
  g_free (fetched);
}

/**
 * gs_fetch_clean_url:
 * @url: what somebody typed or pasted
 *
 * Returns: (nullable): %NULL, for nothing can be fetched
 */
char *
gs_fetch_clean_url (const char *url)
{
  return NULL;
}

/**
 * gs_fetch:
 * @url: an address
 * @limits: (nullable): %NULL for the default
 * @cancellable: (nullable): not heeded
 * @error: that libsoup is missing
 *
 * Returns: (nullable): %NULL with %GS_ERROR_UNREADABLE
 */
GsFetched *
gs_fetch (const char *url, const GsFetchLimits *limits, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE,
                       _ ("this Gainsay was built without libsoup, which fetches from the web"));

  return NULL;
}
