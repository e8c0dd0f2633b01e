/* gs-html-element.c: what the attributes of an element say.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-page.h"

#include <string.h>

#define MAX_STYLE_BYTES 1000

/**
 * gs_html_get_attribute:
 * @attributes: (nullable): names and values in turns, %NULL-terminated, as libxml2 gives them
 * @name: of an attribute, in any case
 *
 * Returns: (transfer none) (nullable): its value; %NULL when it has none or is not there
 */
const char *
gs_html_get_attribute (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp (attributes[i], name) == 0)
        return attributes[i + 1];
    }

  return NULL;
}

static void
describe_meta (GsMetadata *metadata, const char *const *attributes)
{
  const char *content = gs_html_get_attribute (attributes, "content");
  const char *keys[] = { "property", "name", "itemprop", "http-equiv" };

  if (content == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *name = gs_html_get_attribute (attributes, keys[i]);

      if (name != NULL)
        gs_metadata_add_meta (metadata, name, content);
    }
}

/**
 * gs_html_element_describe:
 * @metadata: what is known of the article so far
 * @name: of an element, in lower case
 * @attributes: (nullable): names and values in turns, %NULL-terminated, as libxml2 gives them
 *
 * Takes what the element says of the whole article into @metadata.
 */
void
gs_html_element_describe (GsMetadata *metadata, const char *name, const char *const *attributes)
{
  const char *value;

  if (attributes == NULL)
    return;
  if (g_str_equal (name, "meta"))
    {
      describe_meta (metadata, attributes);
      return;
    }
  if (g_str_equal (name, "html") && (value = gs_html_get_attribute (attributes, "lang")) != NULL)
    gs_metadata_add_language (metadata, value);
  else if (g_str_equal (name, "time") && (value = gs_html_get_attribute (attributes, "datetime")) != NULL)
    gs_metadata_add_time (metadata, value);
  else if (g_str_equal (name, "link") && g_strcmp0 (gs_html_get_attribute (attributes, "rel"), "canonical") == 0
           && (value = gs_html_get_attribute (attributes, "href")) != NULL)
    gs_metadata_add_canonical (metadata, value);

  /* Microdata whose value does not stand in the text. */
  if ((value = gs_html_get_attribute (attributes, "itemprop")) != NULL)
    {
      const char *content = gs_html_get_attribute (attributes, "content");

      if (content == NULL)
        content = gs_html_get_attribute (attributes, "datetime");
      if (content != NULL)
        gs_metadata_add_meta (metadata, value, content);
    }
}

/* "<div hidden>" has no value. */
static gboolean
has_attribute (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp (attributes[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_hidden (const char *const *attributes)
{
  const char *style = gs_html_get_attribute (attributes, "style");

  return has_attribute (attributes, "hidden")
         || g_strcmp0 (gs_html_get_attribute (attributes, "aria-hidden"), "true") == 0
         || (style != NULL && strlen (style) < MAX_STYLE_BYTES
             && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL));
}

/**
 * gs_html_element_place:
 * @name: of an element, in lower case
 * @attributes: (nullable): names and values in turns, %NULL-terminated, as libxml2 gives them
 * @inherited: the places that the elements around it put it into
 *
 * Returns: the places that what stands in it belongs to
 */
guint
gs_html_element_place (const char *name, const char *const *attributes, guint inherited)
{
  const char *itemprop;
  guint place;

  if (attributes == NULL)
    return gs_html_place_of_element (name, NULL, NULL, NULL);

  itemprop = gs_html_get_attribute (attributes, "itemprop");
  place =
    gs_html_place_of_element (name, gs_html_get_attribute (attributes, "class"),
                              gs_html_get_attribute (attributes, "id"), gs_html_get_attribute (attributes, "role"));
  if (is_hidden (attributes))
    place |= GS_PLACE_FURNITURE;
  if (g_strcmp0 (itemprop, "articleBody") == 0)
    place |= GS_PLACE_BODY | GS_PLACE_ARTICLE;
  if (g_strcmp0 (itemprop, "author") == 0 || g_strcmp0 (gs_html_get_attribute (attributes, "rel"), "author") == 0)
    place |= GS_PLACE_AUTHOR | GS_PLACE_NAME;
  /* The footer of a quotation is not the page's. */
  if (g_str_equal (name, "footer") && (inherited & GS_PLACE_QUOTE) != 0)
    place &= ~(guint) GS_PLACE_FURNITURE;

  return place;
}

/**
 * gs_html_element_make:
 * @name: of an element, in lower case
 * @attributes: (nullable): names and values in turns, %NULL-terminated, as libxml2 gives them
 *
 * Returns: a number that siblings of one name and class share
 */
guint
gs_html_element_make (const char *name, const char *const *attributes)
{
  const char *css_class = gs_html_get_attribute (attributes, "class");

  return g_str_hash (name) * 33 + (css_class != NULL ? g_str_hash (css_class) : 0);
}
