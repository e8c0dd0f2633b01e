/* gs-fetch-answer.c: what the header of a web server's answer says.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-fetch-answer.h"

#include <glib/gi18n-lib.h>

/**
 * gs_fetch_parse_url:
 * @url: from a user or from a server
 * @base: (nullable): what it may be relative to
 *
 * Returns: (transfer full) (nullable): the address, if it is one of http or https with a
 *   host; otherwise %NULL with %GS_ERROR_UNREADABLE
 */
GUri *
gs_fetch_parse_url (const char *url, GUri *base, GError **error)
{
  g_autoptr (GUri) uri = base != NULL ? g_uri_parse_relative (base, url, SOUP_HTTP_URI_FLAGS, NULL)
                                      : g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("this is no web address"));
  else if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("only http and https are fetched, not %s"), scheme);
  else
    return g_steal_pointer (&uri);

  return NULL;
}

/**
 * gs_fetch_answer_redirect:
 * @status: of the answer
 * @headers: its header
 *
 * Returns: (transfer none) (nullable): where it sends us, as it stands there; %NULL where
 *   it is no redirect
 */
const char *
gs_fetch_answer_redirect (guint status, SoupMessageHeaders *headers)
{
  if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308)
    return NULL;

  return soup_message_headers_get_one (headers, "Location");
}

/**
 * gs_fetch_answer_is_text:
 * @headers: of an answer
 * @charset: (out): the encoding it names, %NULL if none
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE where it is a picture, sound, video or font
 */
gboolean
gs_fetch_answer_is_text (SoupMessageHeaders *headers, char **charset, GError **error)
{
  static const char *const others[] = { "image/", "audio/", "video/", "font/" };
  g_autoptr (GHashTable) parameters = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &parameters);

  *charset = NULL;
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (others); i++)
    {
      if (g_ascii_strncasecmp (type, others[i], strlen (others[i])) == 0)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the server sends no text there but %s"), type);
          return FALSE;
        }
    }
  if (parameters != NULL)
    *charset = g_strdup (g_hash_table_lookup (parameters, "charset"));

  return TRUE;
}
