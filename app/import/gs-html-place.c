/* gs-html-place.c: what an element's name, class and id say.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-page.h"

#include <string.h>

/* What an element is by its name. */
#define IS_BLOCK (1u << 30)
#define IS_SKIPPED (1u << 29)

/* clang-format off */
static const struct
{
  guint says;
  const char *names;
} elements[] = {
  { IS_BLOCK,
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav ol option p pre section "
    "select summary table tbody td tfoot th thead tr ul video audio label picture title" },
  { IS_SKIPPED, "script style noscript template svg math iframe object embed canvas textarea noframes applet" },
  { GS_PLACE_FURNITURE, "nav footer button select menu dialog label video audio" },
  { GS_PLACE_HINTED, "form" },
  { GS_PLACE_ASIDE, "aside" },
  { GS_PLACE_FIGURE, "figure" },
  { GS_PLACE_CAPTION, "figcaption caption" },
  { GS_PLACE_ARTICLE, "article main" },
  { GS_PLACE_HEADER, "header" },
  { GS_PLACE_LINK, "a" },
  { GS_PLACE_QUOTE, "blockquote" },
  { GS_PLACE_TIME, "time" },
};
/* clang-format on */

static void
add_words (GHashTable *table, const char *words, guint says)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table, list[i]));

      g_hash_table_insert (table, g_strdup (list[i]), GUINT_TO_POINTER (before | says));
    }
}

/* A look-up a tag: a page has thousands, and lists of names took a tenth of
 * the time of reading it. */
static guint
look_up_element (const char *name)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
        add_words (made, elements[i].names, elements[i].says);
      g_once_init_leave (&table, made);
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (table, name));
}

/**
 * gs_html_is_block:
 * @name: an element's name, in lower case
 *
 * Returns: whether it begins a block of its own
 */
gboolean
gs_html_is_block (const char *name)
{
  return (look_up_element (name) & IS_BLOCK) != 0;
}

/**
 * gs_html_is_skipped:
 * @name: an element's name, in lower case
 *
 * Returns: whether what is in it is no text of the page
 */
gboolean
gs_html_is_skipped (const char *name)
{
  return (look_up_element (name) & IS_SKIPPED) != 0;
}

static guint
place_of_name (const char *name)
{
  return look_up_element (name) & ~(IS_BLOCK | IS_SKIPPED);
}

/* Words in class names and ids, and where they say that one is. */
/* clang-format off */
static const struct
{
  guint place;
  const char *words;
} sayings[] = {
  /* Never a part of the article. */
  { GS_PLACE_FOREIGN,
    "comment comments cookie cookies consent gdpr onetrust breadcrumb breadcrumbs navbar navigation outbrain taboola "
    "disqus trending mostread recommended recommendations gerelateerd reacties kommentare related newsletter advert "
    "advertisement respond" },
  /* Mostly not, but frames of the whole page have such names too. */
  { GS_PLACE_HINTED,
    "sidebar share sharing social promo menu nav footer masthead ad ads sponsored sponsor widget popup modal subscribe "
    "paywall subscription teaser teasers popular toolbar tags taglist topics pagination skip banner signup login hidden "
    "sr werbung anzeige more morelinks readmore bio" },
  { GS_PLACE_AUTHOR, "author authors byline autor autoren" },
  { GS_PLACE_CAPTION, "caption captions figcaption bildunterschrift onderschrift legende" },
  { GS_PLACE_CREDIT, "credit credits copyright photographer fotograf" },
};
/* clang-format on */

/* "comments-enabled", "has-sidebar": about the page, not the element. */
#define STATE (1u << 31)

static const char states[] = "enabled disabled open closed active has no not with without show type";

static GHashTable *
get_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter (&words))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
        add_words (made, sayings[i].words, sayings[i].place);
      add_words (made, states, STATE);
      g_once_init_leave (&words, made);
    }

  return words;
}

static guint
place_of_word (const char *word, gsize length)
{
  char lower[20];

  if (length < 2 || length >= sizeof lower)
    return 0;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';

  return GPOINTER_TO_UINT (g_hash_table_lookup (get_words (), lower));
}

/* Class names are split at what is no letter ("share-bar", "related_stories")
 * and at capitals ("shareBar"). */
static guint
place_of_name_words (const char *name, gsize length)
{
  guint place = 0;

  for (gsize at = 0; at < length;)
    {
      gsize n = 0;

      while (at + n < length && g_ascii_isalpha (name[at + n])
             && (n == 0 || !g_ascii_isupper (name[at + n]) || g_ascii_isupper (name[at + n - 1])))
        n++;
      place |= place_of_word (name + at, n);
      at += MAX (n, 1);
    }

  return (place & STATE) != 0 ? 0 : place;
}

static guint
place_of_words (const char *value)
{
  guint place = 0;

  while (*value != '\0')
    {
      gsize length = strcspn (value, " \t\n\r\f");

      place |= place_of_name_words (value, length);
      value += length;
      value += strspn (value, " \t\n\r\f");
    }

  return place;
}

/**
 * gs_html_place_of_element:
 * @name: the element's name, in lower case
 * @css_class: (nullable): its class
 * @id: (nullable): its id
 * @role: (nullable): its ARIA role
 *
 * Returns: #GsPlace flags that it says of itself, not what it inherits
 */
guint
gs_html_place_of_element (const char *name, const char *css_class, const char *id, const char *role)
{
  guint place = place_of_name (name);

  if (role != NULL
      && (g_str_equal (role, "navigation") || g_str_equal (role, "contentinfo") || g_str_equal (role, "search")
          || g_str_equal (role, "dialog") || g_str_equal (role, "menu")))
    place |= GS_PLACE_FURNITURE;
  if (role != NULL && g_str_equal (role, "complementary"))
    place |= GS_PLACE_ASIDE;
  if (role != NULL && (g_str_equal (role, "main") || g_str_equal (role, "article")))
    place |= GS_PLACE_ARTICLE;

  /* Themes put every word they know on the outermost elements. */
  if (g_str_equal (name, "body") || g_str_equal (name, "html") || g_str_equal (name, "main")
      || g_str_equal (name, "article"))
    return place;
  if (css_class != NULL && strlen (css_class) < 400)
    place |= place_of_words (css_class);
  if (id != NULL && strlen (id) < 200)
    place |= place_of_words (id);

  return place;
}
