/* gs-metadata.c: what a web page says about itself.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several voices (JSON-LD, Open Graph, plain <meta>, <title>, <time>) say the
 * same things; each thing is kept from the most trustworthy voice.
 */

#include "config.h"

#include "gs-metadata.h"

#include <stdio.h>
#include <string.h>

#include "gs-byline.h"
#include "gs-dates.h"
#include "gs-headline.h"
#include "gs-metadata-private.h"
#include "gs-text.h"

#define MAX_VALUE_BYTES 2000

/**
 * gs_metadata_new:
 *
 * Returns: (transfer full): what a page says of itself: nothing so far
 */
GsMetadata *
gs_metadata_new (void)
{
  GsMetadata *self = g_new0 (GsMetadata, 1);

  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * gs_metadata_free:
 * @self: (transfer full): metadata
 */
void
gs_metadata_free (GsMetadata *self)
{
  for (guint i = 0; i < GS_N_FACTS; i++)
    g_free (self->facts[i]);
  for (guint i = 0; i < GS_N_VOICES; i++)
    g_free (self->headlines[i]);
  g_hash_table_unref (self->persons);
  g_free (self->authors_name);
  g_free (self->author_id);
  g_free (self);
}

/* (transfer full) (nullable): single spaces, no tags, no blank. */
char *
gs_metadata_clean (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, MIN (strlen (value), MAX_VALUE_BYTES));
  g_autofree char *line = gs_text_on_one_line (valid);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* (transfer full) (nullable): the value as it is kept. */
static char *
tidy (GsFact fact, const char *value)
{
  g_autofree char *text = value != NULL ? gs_metadata_clean (value) : NULL;

  if (text == NULL)
    return NULL;
  if (fact == GS_FACT_PUBLISHED)
    return gs_dates_day_of (text);
  if (fact == GS_FACT_BYLINE)
    return gs_byline_clean (text);
  if (fact == GS_FACT_URL && !g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
    return NULL;

  return g_steal_pointer (&text);
}

void
gs_metadata_set (GsMetadata *self, GsFact fact, GsVoice voice, const char *value)
{
  g_autofree char *text = tidy (fact, value);

  if (text == NULL)
    return;
  if (fact == GS_FACT_HEADLINE && self->headlines[voice] == NULL)
    self->headlines[voice] = g_strdup (text);
  if (voice <= self->voices[fact])
    return;

  g_free (self->facts[fact]);
  self->facts[fact] = g_steal_pointer (&text);
  self->voices[fact] = voice;
}

/* Several authors stand in as many elements of one name. */
static void
add_author (GsMetadata *self, const char *name, GsVoice voice, const char *content)
{
  g_autofree char *text = tidy (GS_FACT_BYLINE, content);
  g_autofree char *turned = NULL;

  if (text == NULL)
    return;
  turned = g_ascii_strncasecmp (name, "dc", 2) == 0 || g_ascii_strncasecmp (name, "citation", 8) == 0
             ? gs_byline_turn (text)
             : g_strdup (text);
  if (self->voices[GS_FACT_BYLINE] == voice && g_strcmp0 (self->authors_name, name) == 0)
    {
      char *byline = self->facts[GS_FACT_BYLINE];

      if (strstr (byline, turned) == NULL && strlen (byline) < MAX_VALUE_BYTES)
        {
          self->facts[GS_FACT_BYLINE] = g_strconcat (byline, ", ", turned, NULL);
          g_free (byline);
        }
      return;
    }
  if (voice > self->voices[GS_FACT_BYLINE])
    {
      g_free (self->authors_name);
      self->authors_name = g_strdup (name);
    }
  gs_metadata_set (self, GS_FACT_BYLINE, voice, turned);
}

/* "twitter:label1" names what "twitter:data1" holds. */
static gboolean
add_label (GsMetadata *self, const char *name, const char *content)
{
  gboolean label = g_ascii_strncasecmp (name, "twitter:label", 13) == 0;
  const char *digit = label ? name + 13 : name + 12;
  guint index;

  if (!label && g_ascii_strncasecmp (name, "twitter:data", 12) != 0)
    return FALSE;
  index = *digit == '1' ? 1 : *digit == '2' ? 2 : 0;
  if (label)
    self->written_by[index] = index > 0 && gs_byline_is_label (content);
  else if (self->written_by[index])
    gs_metadata_set (self, GS_FACT_BYLINE, GS_VOICE_META, content);

  return TRUE;
}

/**
 * gs_metadata_add_meta:
 * @self: metadata
 * @name: name, property or itemprop of a meta element
 * @content: its content
 */
void
gs_metadata_add_meta (GsMetadata *self, const char *name, const char *content)
{
  static const struct
  {
    const char *name;
    GsFact fact;
    GsVoice voice;
  } names[] = {
    { "og:title", GS_FACT_HEADLINE, GS_VOICE_OPEN_GRAPH },
    { "twitter:title", GS_FACT_HEADLINE, GS_VOICE_META },
    { "dc.title", GS_FACT_HEADLINE, GS_VOICE_META },
    { "dcterms.title", GS_FACT_HEADLINE, GS_VOICE_META },
    { "headline", GS_FACT_HEADLINE, GS_VOICE_META },
    { "og:site_name", GS_FACT_OUTLET, GS_VOICE_OPEN_GRAPH },
    { "dc.publisher", GS_FACT_OUTLET, GS_VOICE_META },
    { "application-name", GS_FACT_OUTLET, GS_VOICE_PAGE },
    { "author", GS_FACT_BYLINE, GS_VOICE_META },
    { "article:author", GS_FACT_BYLINE, GS_VOICE_OPEN_GRAPH },
    { "dc.creator", GS_FACT_BYLINE, GS_VOICE_META },
    { "dcterms.creator", GS_FACT_BYLINE, GS_VOICE_META },
    { "citation_author", GS_FACT_BYLINE, GS_VOICE_META },
    { "parsely-author", GS_FACT_BYLINE, GS_VOICE_META },
    { "sailthru.author", GS_FACT_BYLINE, GS_VOICE_META },
    { "byl", GS_FACT_BYLINE, GS_VOICE_META },
    { "article:published_time", GS_FACT_PUBLISHED, GS_VOICE_OPEN_GRAPH },
    { "og:article:published_time", GS_FACT_PUBLISHED, GS_VOICE_OPEN_GRAPH },
    { "datepublished", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "article:published:time", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "article:published", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "citation_publication_date", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "published_time", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "date", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "pubdate", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "publishdate", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "publish-date", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "dc.date", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "dc.date.issued", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "dcterms.created", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "dcterms.issued", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "parsely-pub-date", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "sailthru.date", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "cxenseparse:recs:publishtime", GS_FACT_PUBLISHED, GS_VOICE_META },
    { "description", GS_FACT_DESCRIPTION, GS_VOICE_META },
    { "og:description", GS_FACT_DESCRIPTION, GS_VOICE_OPEN_GRAPH },
    { "og:url", GS_FACT_URL, GS_VOICE_META },
    { "og:locale", GS_FACT_LANGUAGE, GS_VOICE_META },
    { "content-language", GS_FACT_LANGUAGE, GS_VOICE_META },
    { "inlanguage", GS_FACT_LANGUAGE, GS_VOICE_META },
    { "dc.language", GS_FACT_LANGUAGE, GS_VOICE_META },
  };

  if (add_label (self, name, content))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i].name, name) != 0)
        continue;
      if (names[i].fact == GS_FACT_BYLINE)
        add_author (self, name, names[i].voice, content);
      else
        gs_metadata_set (self, names[i].fact, names[i].voice, content);
    }
}

/**
 * gs_metadata_add_canonical:
 * @self: metadata
 * @url: the page's address, as the page gives it
 */
void
gs_metadata_add_canonical (GsMetadata *self, const char *url)
{
  gs_metadata_set (self, GS_FACT_URL, GS_VOICE_OPEN_GRAPH, url);
}

/**
 * gs_metadata_add_language:
 * @self: metadata
 * @tag: a language tag, as the page gives it
 */
void
gs_metadata_add_language (GsMetadata *self, const char *tag)
{
  gs_metadata_set (self, GS_FACT_LANGUAGE, GS_VOICE_OPEN_GRAPH, tag);
}

/**
 * gs_metadata_add_time:
 * @self: metadata
 * @instant: from a time element
 */
void
gs_metadata_add_time (GsMetadata *self, const char *instant)
{
  gs_metadata_set (self, GS_FACT_PUBLISHED, GS_VOICE_PAGE, instant);
}

/**
 * gs_metadata_add_title:
 * @self: metadata
 * @title: text of the title element
 */
void
gs_metadata_add_title (GsMetadata *self, const char *title)
{
  gs_metadata_set (self, GS_FACT_HEADLINE, GS_VOICE_PAGE, title);
}

/* What a site says to others of its article (Open Graph) goes before what it
 * says to search engines; <title> is the last to be asked. */
static const GsVoice headline_order[] = { GS_VOICE_OPEN_GRAPH, GS_VOICE_JSON_LD, GS_VOICE_META, GS_VOICE_PAGE,
                                          GS_VOICE_HINT };

/**
 * gs_metadata_get_headline:
 * @self: metadata
 * @rank: 0 for the best, more for what other voices say
 *
 * Returns: (transfer full) (nullable): a headline without the site's name; %NULL where
 *   no voice is left
 */
char *
gs_metadata_get_headline (GsMetadata *self, guint rank)
{
  const char *outlet = self->facts[GS_FACT_OUTLET];
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (headline_order); i++)
    {
      GsVoice voice = headline_order[i];
      const char *other = self->headlines[voice == GS_VOICE_JSON_LD ? GS_VOICE_OPEN_GRAPH : GS_VOICE_JSON_LD];

      if (self->headlines[voice] == NULL || (outlet != NULL && g_strcmp0 (self->headlines[voice], outlet) == 0))
        continue;
      if (found++ < rank)
        continue;
      if (voice == GS_VOICE_JSON_LD)
        return g_strdup (self->headlines[voice]);
      return gs_headline_without_site (self->headlines[voice], outlet, other, voice == GS_VOICE_PAGE);
    }

  return NULL;
}

/**
 * gs_metadata_get_description:
 * @self: metadata
 *
 * Returns: (transfer none) (nullable): what the article is about, in a sentence or two
 */
const char *
gs_metadata_get_description (GsMetadata *self)
{
  return self->facts[GS_FACT_DESCRIPTION];
}

/**
 * gs_metadata_knows_headline:
 * @self: metadata
 *
 * Returns: whether a headline is said of the article, not only of the page
 */
gboolean
gs_metadata_knows_headline (GsMetadata *self)
{
  return self->headlines[GS_VOICE_OPEN_GRAPH] != NULL || self->headlines[GS_VOICE_JSON_LD] != NULL;
}

/**
 * gs_metadata_add_page_author:
 * @self: metadata
 * @byline: from the lines around the headline; less trusted than metadata
 */
void
gs_metadata_add_page_author (GsMetadata *self, const char *byline)
{
  gs_metadata_set (self, GS_FACT_BYLINE, GS_VOICE_PAGE, byline);
}

/**
 * gs_metadata_add_page_day:
 * @self: metadata
 * @day: from the lines around the headline; less trusted than metadata
 */
void
gs_metadata_add_page_day (GsMetadata *self, const char *day)
{
  self->day_of_line = gs_metadata_wants_day (self);
  gs_metadata_set (self, GS_FACT_PUBLISHED, GS_VOICE_PAGE, day);
}

/**
 * gs_metadata_wants_author:
 * @self: metadata
 *
 * Returns: whether nothing better than a guess is known of the author so far
 */
gboolean
gs_metadata_wants_author (GsMetadata *self)
{
  const char *name = self->author_id != NULL ? g_hash_table_lookup (self->persons, self->author_id) : NULL;

  if (name != NULL)
    gs_metadata_set (self, GS_FACT_BYLINE, GS_VOICE_JSON_LD, name);
  if (self->facts[GS_FACT_BYLINE] != NULL && self->voices[GS_FACT_BYLINE] > GS_VOICE_HINT
      && gs_byline_is_site (self->facts[GS_FACT_BYLINE], self->facts[GS_FACT_OUTLET]))
    self->voices[GS_FACT_BYLINE] = GS_VOICE_HINT;

  return self->voices[GS_FACT_BYLINE] <= GS_VOICE_HINT;
}

/**
 * gs_metadata_wants_day:
 * @self: metadata
 *
 * Returns: whether nothing better than a guess is known of the day so far
 */
gboolean
gs_metadata_wants_day (GsMetadata *self)
{
  return self->voices[GS_FACT_PUBLISHED] <= GS_VOICE_HINT;
}

/* "…/2025/04/01/…" */
static void
read_day_of_url (GsMetadata *self)
{
  const char *url = self->facts[GS_FACT_URL];

  for (const char *at = url; gs_metadata_wants_day (self) && at != NULL && (at = strchr (at, '/')) != NULL; at++)
    {
      int year = 0;
      int month = 0;
      int day = 0;
      int length = 0;

      if (sscanf (at, "/%4d/%2d/%2d/%n", &year, &month, &day, &length) == 3 && length >= 9)
        {
          g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

          gs_metadata_set (self, GS_FACT_PUBLISHED, GS_VOICE_PAGE, iso);
        }
    }
}

/* "nl_BE" → "nl-BE"; anything that is no tag goes. */
static char *
language_tag (const char *value)
{
  char *tag = g_strdup (value);

  g_strdelimit (tag, "_", '-');
  if (strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen (tag)
      || strcspn (tag, "-") < 2 || strcspn (tag, "-") > 3 || strlen (tag) > 20)
    g_clear_pointer (&tag, g_free);
  for (char *at = tag; at != NULL && *at != '\0' && *at != '-'; at++)
    *at = g_ascii_tolower (*at);

  return tag;
}

static void
fill (char **place, const char *value)
{
  if (*place == NULL && value != NULL)
    *place = g_strdup (value);
}

/**
 * gs_metadata_apply:
 * @self: metadata
 * @article: gets what is still absent in it
 */
void
gs_metadata_apply (GsMetadata *self, GsArticleRecord *article)
{
  g_autofree char *headline = gs_metadata_get_headline (self, 0);
  g_autofree char *language =
    self->facts[GS_FACT_LANGUAGE] != NULL ? language_tag (self->facts[GS_FACT_LANGUAGE]) : NULL;

  (void) gs_metadata_wants_author (self);
  read_day_of_url (self);
  fill (&article->title, headline);
  fill (&article->outlet, self->facts[GS_FACT_OUTLET]);
  fill (&article->byline, self->facts[GS_FACT_BYLINE]);
  fill (&article->url, self->facts[GS_FACT_URL]);
  fill (&article->language, language);
  if (article->published_lo == NULL && self->facts[GS_FACT_PUBLISHED] != NULL)
    {
      article->published_lo = g_strdup (self->facts[GS_FACT_PUBLISHED]);
      article->published_hi = g_strdup (self->facts[GS_FACT_PUBLISHED]);
      article->published_basis = self->day_of_line ? GS_BASIS_DATELINE : GS_BASIS_META;
    }
}
