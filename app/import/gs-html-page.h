/* gs-html-page.h: what a web page's markup says about its blocks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by the reader (gs-html.c), judged by gs-html-zones.c.
 */

#pragma once

#include "gs-document.h"
#include "gs-metadata.h"

G_BEGIN_DECLS

/* Where a block stands; inherited by everything inside an element. */
typedef enum
{
  GS_PLACE_FURNITURE = 1 << 0, /* nav, footer of the page, form, button, hidden */
  GS_PLACE_ASIDE = 1 << 1,
  GS_PLACE_HINTED = 1 << 2, /* class or id sounds like furniture: may be wrong */
  GS_PLACE_FIGURE = 1 << 3,
  GS_PLACE_CAPTION = 1 << 4,
  GS_PLACE_ARTICLE = 1 << 5, /* article, main, articleBody */
  GS_PLACE_BODY = 1 << 6,    /* itemprop articleBody */
  GS_PLACE_HEADER = 1 << 7,
  GS_PLACE_LINK = 1 << 8,
  GS_PLACE_QUOTE = 1 << 9,
  GS_PLACE_CREDIT = 1 << 10,
  GS_PLACE_TIME = 1 << 11,
  GS_PLACE_FOREIGN = 1 << 12, /* class or id names what is never the article */
  GS_PLACE_AUTHOR = 1 << 13,  /* itemprop, rel or class says who wrote it */
  GS_PLACE_NAME = 1 << 14,    /* itemprop or rel says that it is a name */
} GsPlace;

/* An element that holds blocks. Parents come before their children. */
typedef struct
{
  int   parent; /* index, -1 for the outermost */
  guint own;    /* what it says itself, not those around it */
  guint make;   /* hash of its name and class: siblings of one make */

  guint blocks;
  guint chars;  /* code points of all text in it */
  guint links;  /* of these in links */
  guint quoted; /* of these in quotations */
  guint pointers; /* blocks that are a link of several words */
  guint prose;  /* of running text */
  guint weight; /* of running text that is not out, the likelier the more */
  gboolean marked; /* the headline or articleBody is in it */
  gboolean out;    /* not of the article, with all that is in it */
} GsContainer;

/* Beside each GsBlock of the document, at the same index. */
typedef struct
{
  guint place;     /* GsPlace */
  int   container; /* index */
} GsPagePlace;

/* Text that markup says is an author's name (itemprop, rel), and after how
 * many blocks it stands. */
typedef struct
{
  guint block;
  char *name;
} GsPageAuthor;

typedef struct
{
  GsDocument *document;
  GsMetadata *metadata;
  GArray     *places;     /* GsPagePlace */
  GArray     *containers; /* GsContainer */
  GArray     *authors;    /* GsPageAuthor */
} GsPage;

/* What an element's name, class and id say. Names and values are lower case
 * or as they stand; NULL for absent. */
guint    gs_html_place_of_element (const char *name,
                                   const char *css_class,
                                   const char *id,
                                   const char *role);
gboolean gs_html_is_block         (const char *name);
gboolean gs_html_is_skipped       (const char *name);

/* Attributes are names and values in turn, NULL at the end or altogether. */
const char *gs_html_get_attribute     (const char *const *attributes,
                                   const char *name);
/* Tells @metadata what the element says of the page. */
void     gs_html_element_describe (GsMetadata *metadata,
                                   const char *name,
                                   const char *const *attributes);
/* What it says of where its blocks stand, without what is @inherited. */
guint    gs_html_element_place    (const char *name,
                                   const char *const *attributes,
                                   guint       inherited);
/* The same for elements of one name and class. */
guint    gs_html_element_make     (const char *name,
                                   const char *const *attributes);

/* Settles what is out. Returns: the container of the article, -1 for none. */
int      gs_html_find_article     (GsPage     *page);
/* Whether the block stands in a container that is out. */
gboolean gs_html_is_out           (GsPage     *page,
                                   guint       index);

/* Who and when, as the lines around the headline say; @title may be -1. */
void     gs_html_read_head        (GsPage     *page,
                                   int         title,
                                   guint       first_prose);

/* Marks what stands in the article and is not its text. */
void     gs_html_trim             (GsPage     *page);

/* Gives every block its kind and the article its title. */
void     gs_html_zones_classify   (GsPage     *page);

G_END_DECLS
