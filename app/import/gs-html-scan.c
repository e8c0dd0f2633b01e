/* gs-html-scan.c: a look at a web page before it is parsed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-scan.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Stray end tags that cost the parser about a second on a deep page. */
#define MAX_STRAY_END_TAGS 100000

/* The first byte after @needle (any case), or @end. */
static const char *
skip_past (const char *at, const char *end, const char *needle)
{
  gsize n = strlen (needle);

  for (; (at = memchr (at, needle[0], end - at)) != NULL; at++)
    {
      if ((gsize) (end - at) < n)
        return end;
      if (g_ascii_strncasecmp (at, needle, n) == 0)
        return at + n;
    }

  return end;
}

static const char *
skip_comment (const char *at, const char *end)
{
  for (; (at = memchr (at, '-', end - at)) != NULL; at++)
    {
      if (end - at >= 3 && at[1] == '-' && at[2] == '>')
        return at + 3;
      if (end - at >= 4 && at[1] == '-' && at[2] == '!' && at[3] == '>')
        return at + 4;
    }

  return end;
}

/* After the ">" that ends a document type; @end when none does. Inside of "["
 * and "]" stand declarations with ">" of their own. */
static const char *
skip_document_type (const char *at, const char *end, gboolean *declares)
{
  while (at < end && (*at != '>' || *declares))
    {
      if (*at == '"' || *at == '\'')
        {
          const char *quote = memchr (at + 1, *at, (gsize) (end - at) - 1);

          at = quote != NULL ? quote + 1 : end;
          continue;
        }
      if (end - at >= 4 && memcmp (at, "<!--", 4) == 0)
        {
          at = skip_comment (at + 4, end);
          continue;
        }
      if (*at == '[')
        *declares = TRUE;
      else if (*at == ']')
        return skip_past (at, end, ">");
      at++;
    }

  return at < end ? at + 1 : end;
}

/**
 * gs_html_skip_declarations:
 * @html: UTF-8
 * @length: bytes
 *
 * XHTML may declare entities in its document type. An HTML parser takes the document type
 * to end at the first ">", and the declarations after that for text.
 *
 * Returns: how many bytes to leave out at the beginning; 0 for pages without such
 *   declarations
 */
gsize
gs_html_skip_declarations (const char *html, gsize length)
{
  const char *at = html;
  const char *end = html + length;
  gboolean declares = FALSE;

  while (at < end && (g_ascii_isspace (*at) || *at == '<'))
    {
      if (g_ascii_isspace (*at))
        at++;
      else if (end - at >= 4 && memcmp (at, "<!--", 4) == 0)
        at = skip_comment (at + 4, end);
      else if (end - at >= 2 && at[1] == '?')
        at = skip_past (at, end, ">");
      else
        break;
    }
  if (end - at < 9 || g_ascii_strncasecmp (at, "<!doctype", 9) != 0)
    return 0;
  at = skip_document_type (at + 9, end, &declares);

  return declares && at < end ? (gsize) (at - html) : 0;
}

/* From after the element's name to after its ">", counting. */
static const char *
skip_attributes (const char *at, const char *end, guint *n_attributes)
{
  *n_attributes = 0;
  while (at < end && *at != '>')
    {
      const char *start = at;

      while (at < end && strchr (" \t\n/>=\"'", *at) == NULL)
        at++;
      if (at > start)
        (*n_attributes)++;
      if (at < end && *at == '=')
        {
          at++;
          while (at < end && g_ascii_isspace (*at))
            at++;
          if (at < end && (*at == '"' || *at == '\''))
            {
              const char *quote = memchr (at + 1, *at, end - at - 1);

              at = quote != NULL ? quote + 1 : end;
            }
          else
            {
              while (at < end && !g_ascii_isspace (*at) && *at != '>')
                at++;
            }
        }
      else if (at < end && *at != '>')
        {
          at++;
        }
    }

  return at < end ? at + 1 : end;
}

static const char *
raw_text_end (const char *name, gsize length)
{
  if (length == 6 && g_ascii_strncasecmp (name, "script", 6) == 0)
    return "</script";
  if (length == 5 && g_ascii_strncasecmp (name, "style", 5) == 0)
    return "</style";

  return NULL;
}

/**
 * gs_html_scan:
 * @html: UTF-8
 * @length: bytes
 * @limits: how many attributes an element may have
 *
 * One pass in linear time for what would take libxml2's HTML parser minutes: it
 * compares each attribute of an element with all before it, and each stray end tag with
 * every open element.
 *
 * Returns: %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_html_scan (const char *html, gsize length, const GsExtractLimits *limits, GError **error)
{
  const char *at = html;
  const char *end = html + length;
  gint64 stray = 0;

  while ((at = memchr (at, '<', end - at)) != NULL)
    {
      const char *name = ++at;
      const char *raw;
      guint n_attributes;

      if (end - at >= 3 && memcmp (at, "!--", 3) == 0)
        {
          at = skip_comment (at + 3, end);
          continue;
        }
      if (at < end && *at == '/')
        {
          stray++;
          continue;
        }
      if (at >= end || !g_ascii_isalpha (*at))
        continue;

      while (at < end && (g_ascii_isalnum (*at) || *at == ':' || *at == '-' || *at == '_'))
        at++;
      raw = raw_text_end (name, (gsize) (at - name));
      at = skip_attributes (at, end, &n_attributes);
      if (n_attributes > limits->max_attributes)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("an element has more than %u attributes"),
                       limits->max_attributes);
          return FALSE;
        }
      stray--;
      if (raw != NULL)
        at = skip_past (at, end, raw);
    }

  if (stray > MAX_STRAY_END_TAGS)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("more than %d end tags belong to nothing"), MAX_STRAY_END_TAGS);
      return FALSE;
    }

  return TRUE;
}
