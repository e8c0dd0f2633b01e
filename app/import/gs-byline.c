/* gs-byline.c: who wrote an article, tidied.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-byline.h"

#include <string.h>

#include "gs-phrases.h"

#define MAX_BYTES 300

/* clang-format off */
/* What stands before a name. */
static const char *const before[] = {
  "written by", "posted by", "published by", "reported by", "reporting by", "story by", "by",
  "geschreven door", "door", "verfasst von", "geschrieben von", "ein artikel von", "ein gastbeitrag von",
  "eine analyse von", "ein kommentar von", "von", "écrit par", "publié par", "rédigé par", "par", "escrito por",
  "publicado por", "por", "scritto da", "pubblicato da", "a cura di", "di", "skriven av", "skrevet av", "skrevet af",
  "av", "af", "napisane przez", "autor", "autorin", "autoren", "autorzy", "auteur", "auteurs", "author", "authors",
  "автор", "текст", "text", "texte", "texto", "testo", "ditulis oleh", "oleh", "penulis", "yazan", "haber",
};
/* clang-format on */

static gboolean
is_mark (gunichar c)
{
  return g_unichar_isspace (c) || c == ':' || c == ',' || c == ';' || c == '|' || c == '-' || c == 0x2022 || c == 0xb7
         || c == 0x2013 || c == 0x2014;
}

/* Past "By", if a name comes after it. */
static const char *
skip_label (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      gsize n = strlen (before[i]);

      if (n > longest && strncmp (lower, before[i], n) == 0 && (lower[n] == ' ' || lower[n] == ':'))
        longest = n;
    }
  /* Lower case may be longer or shorter. */
  if (longest == 0 || strlen (lower) != strlen (text))
    return text;

  text += longest;
  while (*text != '\0' && is_mark (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/**
 * gs_byline_clean:
 * @value: UTF-8
 *
 * Returns: (transfer full) (nullable): @value as names, without "By" before and a comma
 *   after them; %NULL for an address or what is no name at all
 */
char *
gs_byline_clean (const char *value)
{
  const char *start = value;
  const char *end;
  const char *name;

  while (*start != '\0' && is_mark (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  name = skip_label (start);
  end = name + strlen (name);
  while (end > name && is_mark (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  if (end == name || end - name > MAX_BYTES || strstr (name, "://") != NULL || *name == '@'
      || (strchr (name, '@') != NULL && strchr (name, ' ') == NULL) || strspn (name, "0123456789 ") == strlen (name))
    return NULL;

  return g_strndup (name, end - name);
}

/**
 * gs_byline_turn:
 * @value: a name, as it may stand in a catalogue
 *
 * Returns: (transfer full): "Family, Given" turned round; anything else as it is
 */
char *
gs_byline_turn (const char *value)
{
  const char *comma = strchr (value, ',');

  if (comma == NULL || comma == value || strchr (comma + 1, ',') != NULL || comma[1] != ' ' || comma[2] == '\0'
      || memchr (value, ' ', comma - value) != NULL)
    return g_strdup (value);

  return g_strdup_printf ("%s %.*s", comma + 2, (int) (comma - value), value);
}

/* Letters and digits alone. */
static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        g_string_append_unichar (out, g_utf8_get_char (at));
    }

  return g_string_free (out, FALSE);
}

/**
 * gs_byline_is_site:
 * @byline: a name
 * @outlet: (nullable): the name of the site
 *
 * Returns: whether it is rather the site's name than a person's ("example.com", or its
 *   outlet's)
 */
gboolean
gs_byline_is_site (const char *byline, const char *outlet)
{
  g_autofree char *name = squeeze (byline);
  g_autofree char *site = outlet != NULL ? squeeze (outlet) : NULL;
  const char *dot = strrchr (byline, '.');

  if (*name == '\0' || g_str_equal (name, "admin") || g_str_equal (name, "redaktion"))
    return TRUE;
  if (site != NULL && strlen (site) >= 4 && strlen (name) >= 4
      && (strstr (name, site) != NULL || strstr (site, name) != NULL))
    return TRUE;

  /* "example.com", "www.example.com", "Name (www.example.com)". */
  return strstr (byline, "www.") != NULL
         || (dot != NULL && strchr (byline, ' ') == NULL && strlen (dot) >= 3 && g_ascii_isalpha (dot[1]));
}

/**
 * gs_byline_is_label:
 * @label: any text
 *
 * Returns: whether it announces an author ("Written by"), in any of the languages known
 */
gboolean
gs_byline_is_label (const char *label)
{
  g_autofree char *folded = gs_phrases_fold (label);
  gsize n = strlen (folded);

  if (n > 0 && folded[n - 1] == ':')
    folded[n - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      if (g_str_equal (folded, before[i]))
        return TRUE;
    }

  return FALSE;
}
