/* fuzz-fetch.c: any bytes as the answer of a web server.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsoup reads the header, as it does when a page is fetched.
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

#include <string.h>

#include "gs-fetch-answer.h"
#include "gs-fetch.h"
#include "gs-http.h"

static void
check_redirect (const char *location)
{
  g_autoptr (GUri) base = g_uri_parse ("https://courier.example/a/b?c", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = gs_fetch_parse_url (location, base, &error);

  gs_fuzz_check_error (uri != NULL, error);
  if (uri != NULL)
    {
      g_autofree char *written = g_uri_to_string (uri);

      g_assert (g_str_has_prefix (written, "http://") || g_str_has_prefix (written, "https://"));
      g_assert (g_utf8_validate (written, -1, NULL));
    }
}

static void
check_answer (SoupMessageHeaders *headers, const guint8 *body, gsize length)
{
  g_autofree char *charset = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  if (!gs_fetch_answer_is_text (headers, &charset, &error))
    {
      gs_fuzz_check_error (FALSE, error);
      return;
    }

  bytes = g_bytes_new (body, length);
  articles = gs_extract_answer (bytes, charset, &gs_fuzz_limits, &error);
  gs_fuzz_check_error (articles != NULL, error);
  gs_fuzz_check_articles (articles);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  gsize header = gs_http_body ((const char *) data, length);
  g_autoptr (SoupMessageHeaders) headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  SoupHTTPVersion version;
  guint status = 0;
  g_autofree char *phrase = NULL;
  const char *location;

  if (!soup_headers_parse_response ((const char *) data, (int) header, headers, &version, &status, &phrase))
    return 0;

  location = gs_fetch_answer_redirect (status, headers);
  if (location != NULL)
    check_redirect (location);
  else
    check_answer (headers, data + header, length - header);

  return 0;
}
