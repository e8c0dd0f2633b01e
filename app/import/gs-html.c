/* gs-html.c: web pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html.h"

#include <glib/gi18n-lib.h>

gboolean
gs_html_read (GsDocument *document, const char *html, gsize length, const GsExtractLimits *limits, GError **error)
{
  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("a web page: not supported yet"));

  return FALSE;
}
