/* gs-headline.c: an article's headline without its site's name.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-headline.h"

#include <string.h>

#define MIN_HEADLINE 15
#define MAX_SITE_BYTES 60

static const char *const separators[] = {
  " | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: ", " \xc2\xab ", " \xc2\xbb ", "\xef\xbd\x9c", " \xc2\xb7 ",
};

static gboolean
begins_alike (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return *x != '\0' && *y != '\0' && strncmp (x, y, MIN (4, MIN (strlen (x), strlen (y)))) == 0;
}

/* The last separator, and what stands after it. */
static char *
find_separator (char *headline, const char **site, gboolean *bar)
{
  char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *at = g_strrstr (headline, separators[i]);

      if (at != NULL && (last == NULL || at > last))
        {
          last = at;
          *site = at + strlen (separators[i]);
          *bar = i == 0;
        }
    }

  return last;
}

/**
 * gs_headline_without_site:
 * @headline: "Headline - Site", "Headline | Site" or a headline alone
 * @outlet: (nullable): the site's name
 * @other: (nullable): what else is said to be the headline
 * @loose: whether anything short after a separator is taken for a site
 *
 * Returns: (transfer full): the headline without the site
 */
char *
gs_headline_without_site (const char *headline, const char *outlet, const char *other, gboolean loose)
{
  char *text = g_strdup (headline);
  gsize whole = other != NULL ? strlen (other) : 0;

  /* The headline elsewhere, and more after it. */
  if (whole >= MIN_HEADLINE && strlen (text) > whole && strncmp (text, other, whole) == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          if (g_str_has_prefix (text + whole, separators[i]))
            {
              text[whole] = '\0';
              return text;
            }
        }
    }

  for (;;)
    {
      const char *site = NULL;
      gboolean bar = FALSE;
      char *at = find_separator (text, &site, &bar);

      if (at == NULL || strlen (site) > MAX_SITE_BYTES || g_utf8_strlen (text, at - text) < MIN_HEADLINE
          || !(bar || loose || (outlet != NULL && begins_alike (site, outlet))))
        return text;
      *at = '\0';
      if (!bar)
        return text;
    }
}
