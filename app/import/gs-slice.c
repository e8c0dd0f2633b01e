/* gs-slice.c: the articles in one XML document.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-slice.h"

#include <string.h>

typedef struct
{
  gsize start;
  gsize end;
  gboolean closes;  /* "</x>" */
  gboolean empty;   /* "<x/>" */
  const char *name; /* local */
  gsize length;
} Tag;

static gsize
skip_past (const char *xml, gsize length, gsize at, const char *mark)
{
  const char *found = g_strstr_len (xml + at, (gssize) (length - at), mark);

  return found != NULL ? (gsize) (found - xml) + strlen (mark) : length;
}

static void
read_name (const char *xml, Tag *tag)
{
  const char *name = xml + tag->start + 1 + tag->closes;
  gsize n = strcspn (name, " \t\n/>");
  const char *colon = memchr (name, ':', n);

  tag->name = colon != NULL ? colon + 1 : name;
  tag->length = (gsize) (name + n - tag->name);
}

static gsize
end_of_tag (const char *xml, gsize length, gsize at)
{
  char quote = '\0';

  for (; at < length && (quote != '\0' || xml[at] != '>'); at++)
    {
      if (quote != '\0')
        quote = xml[at] == quote ? '\0' : quote;
      else if (xml[at] == '"' || xml[at] == '\'')
        quote = xml[at];
    }

  return MIN (at + 1, length);
}

static gboolean
next_tag (const char *xml, gsize length, gsize *at, Tag *tag)
{
  while (*at < length)
    {
      const char *open = memchr (xml + *at, '<', length - *at);

      if (open == NULL)
        return FALSE;
      *at = (gsize) (open - xml);
      if (g_str_has_prefix (open, "<!--"))
        *at = skip_past (xml, length, *at, "-->");
      else if (g_str_has_prefix (open, "<![CDATA["))
        *at = skip_past (xml, length, *at, "]]>");
      else if (open[1] == '?')
        *at = skip_past (xml, length, *at, "?>");
      else
        {
          tag->start = *at;
          tag->closes = open[1] == '/';
          tag->end = *at = end_of_tag (xml, length, *at);
          tag->empty = xml[tag->end - 2] == '/';
          read_name (xml, tag);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_named (const Tag *tag, const char *name)
{
  return strlen (name) == tag->length && memcmp (name, tag->name, tag->length) == 0;
}

/**
 * gs_slice_next:
 * @xml: well-formed XML as UTF-8
 * @length: bytes
 * @at: (inout): where to look from; after the call, where to go on
 * @names: %NULL-terminated local names
 * @start: (out): first byte of the element
 * @end: (out): the byte after it
 *
 * The next outermost element of one of the names, whatever its prefix, so that
 * each article of a feed can be kept as it stood. One pass over the bytes.
 *
 * Returns: %FALSE after the last
 */
gboolean
gs_slice_next (const char *xml, gsize length, gsize *at, const char *const *names, gsize *start, gsize *end)
{
  const char *name = NULL;
  guint depth = 0;
  Tag tag;

  while (next_tag (xml, length, at, &tag))
    {
      for (guint i = 0; name == NULL && !tag.closes && names[i] != NULL; i++)
        {
          if (is_named (&tag, names[i]))
            {
              name = names[i];
              *start = tag.start;
            }
        }
      if (name == NULL || !is_named (&tag, name))
        continue;
      if (tag.closes)
        depth--;
      else if (!tag.empty)
        depth++;
      if (depth == 0)
        {
          *end = tag.end;
          return TRUE;
        }
    }

  return FALSE;
}
