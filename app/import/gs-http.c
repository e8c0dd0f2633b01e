/* gs-http.c: a response as it came over the wire.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-http.h"

#include <string.h>

#include "gs-inflate.h"

/**
 * gs_http_field:
 * @header: lines "Name: value"
 * @length: bytes of them
 * @name: of a field, in any case
 *
 * Returns: (transfer full) (nullable): the value of the first such field, trimmed;
 *   %NULL for none
 */
char *
gs_http_field (const char *header, gsize length, const char *name)
{
  gsize n = strlen (name);
  const char *end = header + length;

  for (const char *line = header; line < end;)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *stop = newline != NULL ? newline : end;

      if ((gsize) (stop - line) > n && line[n] == ':' && g_ascii_strncasecmp (line, name, n) == 0)
        return g_strstrip (g_strndup (line + n + 1, (gsize) (stop - line) - n - 1));
      line = stop + 1;
    }

  return NULL;
}

/**
 * gs_http_body:
 * @data: a header and, after an empty line, a body
 * @length: bytes
 *
 * Returns: the byte at which the body begins; @length if nowhere
 */
gsize
gs_http_body (const char *data, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      const char *newline = memchr (data + at, '\n', length - at);
      gsize end = newline != NULL ? (gsize) (newline - data) : length;

      if (newline != NULL && (end == at || (end == at + 1 && data[at] == '\r')))
        return end + 1;
      at = end + 1;
    }

  return length;
}

/* (transfer full): what the chunks hold, as far as they go. */
static GBytes *
join_chunks (const char *data, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  gsize at = 0;

  while (at < length)
    {
      guint64 size = 0;

      for (; at < length && g_ascii_isxdigit (data[at]) && size < length; at++)
        size = size * 16 + (guint64) g_ascii_xdigit_value (data[at]);
      while (at < length && data[at] != '\n')
        at++;
      at++;
      if (size == 0 || at >= length)
        break;
      size = MIN (size, length - at);
      g_byte_array_append (out, (const guint8 *) data + at, (guint) size);
      at += (gsize) size;
      while (at < length && (data[at] == '\r' || data[at] == '\n'))
        at++;
    }

  return g_byte_array_free_to_bytes (out);
}

/* (transfer full) (nullable) */
static GBytes *
unpack (GBytes *body, const char *encoding, const GsExtractLimits *limits)
{
  if (encoding == NULL || *encoding == '\0' || g_ascii_strcasecmp (encoding, "identity") == 0)
    return g_bytes_ref (body);
  if (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0)
    return gs_inflate (body, limits, NULL);
  if (g_ascii_strcasecmp (encoding, "deflate") == 0)
    return gs_inflate_as (body, G_ZLIB_COMPRESSOR_FORMAT_ZLIB, limits, NULL);

  return NULL;
}

/* (transfer full): a charset that does not fit is no better than none. */
static GBytes *
to_utf8 (GBytes *page, const char *type)
{
  g_autofree char *lower = g_ascii_strdown (type, -1);
  const char *at = strstr (lower, "charset=");
  g_autofree char *charset = NULL;
  char *text;
  gsize length = 0;
  gsize size = 0;
  const char *data = g_bytes_get_data (page, &size);

  if (at == NULL || size == 0)
    return g_bytes_ref (page);

  at += strlen ("charset=");
  at += strspn (at, "\"'");
  charset = g_strndup (at, strcspn (at, "\"'; "));
  text = g_convert (data, (gssize) size, "UTF-8", charset, NULL, &length, NULL);

  return text != NULL ? g_bytes_new_take (text, length) : g_bytes_ref (page);
}

/**
 * gs_http_is_page:
 * @type: (nullable): a Content-Type
 *
 * Returns: whether it is that of a web page
 */
gboolean
gs_http_is_page (const char *type)
{
  return type != NULL
         && (g_ascii_strncasecmp (type, "text/html", 9) == 0
             || g_ascii_strncasecmp (type, "application/xhtml", 17) == 0);
}

/* "HTTP/1.1 200", "HTTP/2 200" */
static gboolean
is_success (const char *header, gsize length)
{
  const char *space;

  if (length < 12 || memcmp (header, "HTTP/", 5) != 0)
    return FALSE;
  space = memchr (header, ' ', 9);

  return space != NULL && memcmp (space + 1, "200", 3) == 0;
}

/**
 * gs_http_page:
 * @response: an HTTP response, whole
 * @limits: how much may be expanded
 *
 * Returns: (transfer full) (nullable): the page of a response with status 200 that is
 *   one, without its transfer and content encodings, in UTF-8 where the header names
 *   another charset; %NULL for everything else
 */
GBytes *
gs_http_page (GBytes *response, const GsExtractLimits *limits)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (response, &length);
  gsize body = gs_http_body (data, length);
  g_autofree char *type = NULL;
  g_autofree char *transfer = NULL;
  g_autofree char *encoding = NULL;
  g_autoptr (GBytes) joined = NULL;
  g_autoptr (GBytes) page = NULL;

  if (!is_success (data, body))
    return NULL;
  type = gs_http_field (data, body, "Content-Type");
  if (!gs_http_is_page (type))
    return NULL;

  transfer = gs_http_field (data, body, "Transfer-Encoding");
  encoding = gs_http_field (data, body, "Content-Encoding");
  joined = transfer != NULL && g_ascii_strcasecmp (transfer, "chunked") == 0
             ? join_chunks (data + body, length - body)
             : g_bytes_new_from_bytes (response, body, length - body);
  page = unpack (joined, encoding, limits);

  return page != NULL ? to_utf8 (page, type) : NULL;
}
