/* gs-html.c: web pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's HTML parser through its SAX interface: no tree is built, nothing
 * recurses, and memory is the text and the open elements.
 */

#include "config.h"

#include "gs-html.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>

#include "gs-html-page.h"
#include "gs-html-scan.h"

#define MAX_AUTHORS 50
#define MAX_AUTHOR_BYTES 300

typedef struct
{
  const char *name; /* the parser's own, lives as long as it */
  guint place;      /* with what it inherits */
  guint own;
  guint make;
  int container; /* -1 until a block is in it */
  guint level;   /* of the heading it is in */
  gboolean block;
  gboolean skipped;
  gboolean pre;
  gboolean list;
} Element;

typedef struct
{
  GsPage page;
  htmlParserCtxtPtr parser;
  GArray *open; /* Element */
  guint max_depth;
  gboolean too_deep;

  GString *block; /* text of the block under way */
  guint links;    /* code points of it in links */
  guint place;    /* what is common to all of it */
  guint level;    /* heading */
  gboolean list;
  gboolean space; /* a blank waits for the next word */

  GString *script;    /* JSON-LD under way, or NULL */
  GString *title;     /* <title> under way, or NULL */
  GString *author;    /* an author's name under way, or NULL */
  guint author_depth; /* elements open when it began */
} Reader;

static Element *
innermost (Reader *reader)
{
  return reader->open->len > 0 ? &g_array_index (reader->open, Element, reader->open->len - 1) : NULL;
}

/* Containers are made for elements that turn out to hold a block. */
static int
container_of (Reader *reader)
{
  int parent = -1;

  for (guint i = 0; i < reader->open->len; i++)
    {
      Element *element = &g_array_index (reader->open, Element, i);

      if (element->container < 0)
        {
          GsContainer container = { .parent = parent, .own = element->own, .make = element->make };

          if (!element->block)
            continue;
          g_array_append_val (reader->page.containers, container);
          element->container = (int) reader->page.containers->len - 1;
        }
      parent = element->container;
    }

  return parent;
}

static void
end_block (Reader *reader)
{
  GsDocument *document = reader->page.document;
  gsize start = document->text->len;
  guint flags = GS_BLOCK_GAP;
  guint before = document->blocks->len;
  GsBlock *block;

  reader->space = FALSE;
  g_strchomp (reader->block->str);
  reader->block->len = strlen (reader->block->str);
  if (reader->block->len > 0)
    {
      if (start > 0)
        {
          g_string_append_c (document->text, '\n');
          start++;
        }
      g_string_append_len (document->text, reader->block->str, (gssize) reader->block->len);
      flags |= reader->level > 0 ? GS_BLOCK_HEADING : 0;
      flags |= reader->list ? GS_BLOCK_LIST : 0;
      block = gs_document_add_block (document, start, document->text->len, flags);
      if (block == NULL)
        {
          /* Only blanks that are no ASCII. */
          g_string_truncate (document->text, start > 0 ? start - 1 : 0);
        }
      else if (document->blocks->len > before)
        {
          GsPagePlace place = { .place = reader->place, .container = container_of (reader) };

          block->links = reader->links;
          block->level = reader->level;
          g_array_append_val (reader->page.places, place);
        }
    }

  g_string_truncate (reader->block, 0);
  reader->links = 0;
}

/* What the next block begins in. */
static void
set_context (Reader *reader)
{
  const Element *element = innermost (reader);

  reader->place = element != NULL ? element->place : 0;
  reader->level = element != NULL ? element->level : 0;
  reader->list = element != NULL && element->list;
}

/* What an element takes from those around it. */
static void
inherit (Element *element, const Element *parent)
{
  const char *name = element->name;

  element->block = gs_html_is_block (name);
  element->skipped = gs_html_is_skipped (name);
  element->pre = g_str_equal (name, "pre");
  element->list = g_str_equal (name, "li");
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    element->level = (guint) (name[1] - '0');
  if (parent == NULL)
    return;

  element->skipped = element->skipped || parent->skipped;
  element->pre = element->pre || parent->pre;
  element->list = element->list || (parent->list && !g_str_equal (name, "article") && !g_str_equal (name, "section"));
  element->level = element->level > 0 ? element->level : parent->level;
}

/* What is read as text, not as blocks. */
static void
start_side_text (Reader *reader, const char *name, const char *const *attributes)
{
  if (g_str_equal (name, "title") && reader->title == NULL && reader->page.document->blocks->len == 0)
    reader->title = g_string_new (NULL);
  else if (g_str_equal (name, "script")
           && g_strcmp0 (gs_html_get_attribute (attributes, "type"), "application/ld+json") == 0)
    reader->script = g_string_new (NULL);
}

/* A line of its own may be a headline or a date; a broken heading is one. */
static void
break_line (Reader *reader)
{
  if (reader->level == 0)
    {
      end_block (reader);
    }
  else if (reader->block->len > 0)
    {
      g_string_append_c (reader->block, '\n');
      reader->space = FALSE;
    }
}

static void
start_element_cb (void *data, const xmlChar *xml_name, const xmlChar **xml_attributes)
{
  Reader *reader = data;
  const char *name = (const char *) xml_name;
  const char *const *attributes = (const char *const *) xml_attributes;
  const Element *parent = innermost (reader);
  guint inherited = parent != NULL ? parent->place : 0;
  Element element = { .name = name, .container = -1 };

  gs_html_element_describe (reader->page.metadata, name, attributes);
  start_side_text (reader, name, attributes);
  if (g_str_equal (name, "br"))
    break_line (reader);

  inherit (&element, parent);
  element.own = gs_html_element_place (name, attributes, inherited);
  element.place = element.own | inherited;
  if (element.block)
    {
      element.make = gs_html_element_make (name, attributes);
      end_block (reader);
    }
  if ((element.own & GS_PLACE_NAME) != 0 && reader->author == NULL && reader->page.authors->len < MAX_AUTHORS)
    {
      reader->author = g_string_new (NULL);
      reader->author_depth = reader->open->len;
    }
  g_array_append_val (reader->open, element);
  if (element.block)
    set_context (reader);

  if (reader->open->len > reader->max_depth)
    {
      reader->too_deep = TRUE;
      xmlStopParser (reader->parser);
    }
}

static void
end_author (Reader *reader)
{
  GsPageAuthor author = { .block = reader->page.document->blocks->len };

  author.name = g_string_free (g_steal_pointer (&reader->author), FALSE);
  g_array_append_val (reader->page.authors, author);
}

static void
end_element_cb (void *data, const xmlChar *name)
{
  Reader *reader = data;
  Element *element = innermost (reader);

  if (element == NULL)
    return;
  if (reader->script != NULL && g_str_equal ((const char *) name, "script"))
    {
      gs_metadata_add_json_ld (reader->page.metadata, reader->script->str, reader->script->len);
      g_string_free (g_steal_pointer (&reader->script), TRUE);
    }
  if (reader->title != NULL && g_str_equal ((const char *) name, "title"))
    {
      gs_metadata_add_title (reader->page.metadata, reader->title->str);
      g_string_free (g_steal_pointer (&reader->title), TRUE);
    }
  if (element->block)
    end_block (reader);
  g_array_set_size (reader->open, reader->open->len - 1);
  if (reader->author != NULL && reader->open->len <= reader->author_depth)
    end_author (reader);
  if (reader->block->len == 0)
    set_context (reader);
}

static void
append_text (Reader *reader, const char *text, gsize length, const Element *element)
{
  gboolean link = (element->place & GS_PLACE_LINK) != 0;

  for (const char *at = text, *end = text + length; at < end; at++)
    {
      if (g_ascii_isspace (*at) && !element->pre)
        {
          reader->space = TRUE;
          continue;
        }
      if (reader->space && reader->block->len > 0 && reader->block->str[reader->block->len - 1] != '\n')
        g_string_append_c (reader->block, ' ');
      reader->space = FALSE;
      g_string_append_c (reader->block, *at);
      reader->links += link && ((guchar) *at & 0xc0) != 0x80;
    }
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Reader *reader = data;
  const Element *element = innermost (reader);

  if (reader->script != NULL)
    g_string_append_len (reader->script, (const char *) text, length);
  else if (reader->title != NULL)
    g_string_append_len (reader->title, (const char *) text, length);
  else if (element != NULL && !element->skipped)
    {
      append_text (reader, (const char *) text, (gsize) length, element);
      if (reader->author != NULL && reader->author->len < MAX_AUTHOR_BYTES)
        g_string_append_len (reader->author, (const char *) text, length);
    }
}

static void
initialise_once (void)
{
  static gsize once;

  /* Before several threads parse. */
  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
}

static void
parse (Reader *reader, const char *html, gsize length)
{
  htmlSAXHandler handler = { 0 };
  htmlDocPtr nothing;

  initialise_once ();
  handler.startElement = start_element_cb;
  handler.endElement = end_element_cb;
  handler.characters = characters_cb;
  handler.ignorableWhitespace = characters_cb;
  handler.cdataBlock = characters_cb;

  reader->parser = htmlNewParserCtxt ();
  *reader->parser->sax = handler;
  reader->parser->userData = reader;
  nothing = htmlCtxtReadMemory (reader->parser, html, (int) length, NULL, "UTF-8",
                                HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                                  | HTML_PARSE_IGNORE_ENC);
  end_block (reader);
  if (nothing != NULL)
    xmlFreeDoc (nothing);
  if (reader->parser->myDoc != NULL)
    xmlFreeDoc (reader->parser->myDoc);
  reader->parser->myDoc = NULL;
  htmlFreeParserCtxt (reader->parser);
}

static void
author_clear (gpointer author)
{
  g_free (((GsPageAuthor *) author)->name);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->page.metadata, gs_metadata_free);
  g_array_unref (reader->page.places);
  g_array_unref (reader->page.containers);
  g_array_unref (reader->page.authors);
  g_array_unref (reader->open);
  g_string_free (reader->block, TRUE);
  if (reader->script != NULL)
    g_string_free (reader->script, TRUE);
  if (reader->title != NULL)
    g_string_free (reader->title, TRUE);
  if (reader->author != NULL)
    g_string_free (reader->author, TRUE);
}

/* A page that is written by its scripts still says what it is about. */
static void
add_description (GsPage *page)
{
  g_autofree char *headline = gs_metadata_get_headline (page->metadata, 0);
  const char *const texts[] = { headline, gs_metadata_get_description (page->metadata) };
  GString *text = page->document->text;

  if (texts[1] == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GsPagePlace place = { .container = -1 };
      gsize start;
      GsBlock *block;

      if (texts[i] == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      start = text->len;
      g_string_append (text, texts[i]);
      block = gs_document_add_block (page->document, start, text->len, GS_BLOCK_GAP | GS_BLOCK_FIXED);
      if (block == NULL)
        continue;
      block->level = i == 0 ? 1 : 0;
      g_array_append_val (page->places, place);
    }
}

/**
 * gs_html_read:
 * @document: gets text, blocks with their kinds, and metadata
 * @html: UTF-8
 * @length: bytes
 * @limits: how deep, how many attributes
 *
 * The text is the page's blocks in reading order with one "\n" between;
 * scripts and styles are no text; everything else is there, the page's
 * furniture as boilerplate. Nothing is fetched, no entity from outside read.
 *
 * Returns: %FALSE with GS_ERROR_LIMIT
 */
gboolean
gs_html_read (GsDocument *document, const char *html, gsize length, const GsExtractLimits *limits, GError **error)
{
  Reader reader = { 0 };
  gsize skip = gs_html_skip_declarations (html, length);

  html += skip;
  length -= skip;
  if (!gs_html_scan (html, length, limits, error))
    return FALSE;

  reader.page.document = document;
  reader.page.metadata = gs_metadata_new ();
  reader.page.places = g_array_new (FALSE, FALSE, sizeof (GsPagePlace));
  reader.page.containers = g_array_new (FALSE, FALSE, sizeof (GsContainer));
  reader.page.authors = g_array_new (FALSE, FALSE, sizeof (GsPageAuthor));
  g_array_set_clear_func (reader.page.authors, author_clear);
  reader.open = g_array_new (FALSE, FALSE, sizeof (Element));
  reader.block = g_string_new (NULL);
  reader.max_depth = limits->max_depth;
  parse (&reader, html, length);

  if (reader.too_deep)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("elements are nested deeper than %u"), limits->max_depth);
      reader_clear (&reader);
      return FALSE;
    }

  if (document->blocks->len == 0)
    add_description (&reader.page);
  gs_html_zones_classify (&reader.page);
  reader_clear (&reader);

  return TRUE;
}
