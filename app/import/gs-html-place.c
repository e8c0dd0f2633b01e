/* gs-html-place.c: what an element's name, class and id say.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-page.h"

#include <string.h>

static gboolean
is_one_of (const char *word, gsize length, const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (strlen (list[i]) == length && g_ascii_strncasecmp (list[i], word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
gs_html_is_block (const char *name)
{
  static const char *const blocks[] = {
    "address", "article", "aside",   "blockquote", "body",    "button",   "caption",    "center", "dd",     "details",
    "dialog",  "dir",     "div",     "dl",         "dt",      "fieldset", "figcaption", "figure", "footer", "form",
    "frame",   "h1",      "h2",      "h3",         "h4",      "h5",       "h6",         "head",   "header", "hgroup",
    "hr",      "html",    "li",      "main",       "menu",    "nav",      "ol",         "option", "p",      "pre",
    "section", "select",  "summary", "table",      "tbody",   "td",       "tfoot",      "th",     "thead",  "tr",
    "ul",      "video",   "audio",   "label",      "picture", "title",    NULL
  };

  return is_one_of (name, strlen (name), blocks);
}

/* What is in these is no text of the page. */
gboolean
gs_html_is_skipped (const char *name)
{
  static const char *const skipped[] = { "script", "style", "noscript", "template", "svg",      "math",   "iframe",
                                         "object", "embed", "canvas",   "textarea", "noframes", "applet", NULL };

  return is_one_of (name, strlen (name), skipped);
}

static guint
place_of_name (const char *name)
{
  static const struct
  {
    const char *name;
    guint place;
  } names[] = {
    { "nav", GS_PLACE_FURNITURE },    { "footer", GS_PLACE_FURNITURE },   { "form", GS_PLACE_FURNITURE },
    { "button", GS_PLACE_FURNITURE }, { "select", GS_PLACE_FURNITURE },   { "menu", GS_PLACE_FURNITURE },
    { "dialog", GS_PLACE_FURNITURE }, { "label", GS_PLACE_FURNITURE },    { "aside", GS_PLACE_ASIDE },
    { "figure", GS_PLACE_FIGURE },    { "figcaption", GS_PLACE_CAPTION }, { "caption", GS_PLACE_CAPTION },
    { "article", GS_PLACE_ARTICLE },  { "main", GS_PLACE_ARTICLE },       { "header", GS_PLACE_HEADER },
    { "a", GS_PLACE_LINK },           { "blockquote", GS_PLACE_QUOTE },   { "time", GS_PLACE_TIME },
    { "video", GS_PLACE_FURNITURE },  { "audio", GS_PLACE_FURNITURE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i].name, name) == 0)
        return names[i].place;
    }

  return 0;
}

/* Words in class names and ids, split at what is no letter ("share-bar",
 * "related_stories") and at capitals ("shareBar"). */
static guint
place_of_words (const char *value)
{
  static const char *const furniture[] = {
    "comment",     "comments", "sidebar",   "related",       "share",      "sharing",     "social",
    "newsletter",  "promo",    "cookie",    "cookies",       "consent",    "gdpr",        "breadcrumb",
    "breadcrumbs", "menu",     "nav",       "navbar",        "navigation", "footer",      "masthead",
    "advert",      "ad",       "ads",       "advertisement", "sponsored",  "sponsor",     "widget",
    "popup",       "modal",    "subscribe", "subscription",  "paywall",    "recommended", "recommendations",
    "outbrain",    "taboola",  "disqus",    "teaser",        "teasers",    "trending",    "popular",
    "mostread",    "toolbar",  "tags",      "taglist",       "topics",     "pagination",  "skip",
    "banner",      "signup",   "login",     "hidden",        "sr",         "gerelateerd", "reacties",
    "kommentare",  "werbung",  "anzeige",   "more",          "morelinks",  "readmore",    "bio",
    NULL
  };
  static const char *const captions[] = { "caption",      "captions", "figcaption", "bildunterschrift",
                                          "onderschrift", "legende",  NULL };
  static const char *const credits[] = { "credit", "credits", "copyright", "photographer", "fotograf", NULL };
  guint place = 0;

  for (const char *at = value; *at != '\0';)
    {
      gsize n = 0;

      while (g_ascii_isalpha (at[n]) && (n == 0 || !g_ascii_isupper (at[n]) || g_ascii_isupper (at[n - 1])))
        n++;
      if (n > 1)
        {
          place |= is_one_of (at, n, furniture) ? GS_PLACE_HINTED : 0;
          place |= is_one_of (at, n, captions) ? GS_PLACE_CAPTION : 0;
          place |= is_one_of (at, n, credits) ? GS_PLACE_CREDIT : 0;
        }
      at += MAX (n, 1);
    }

  return place;
}

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
