/* gs-sax.c: XML from anywhere, element by element.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-sax.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "gs-decode.h"

/* libxml2 compares each attribute of an element with all before it. */
#define MAX_TAG_BYTES 65536
/* Below libxml2's own limit, which has no words for it. */
#define MAX_DEPTH 250

struct _GsSaxAttributes
{
  const xmlChar **values; /* local name, prefix, URI, start, end */
  int n;
};

typedef struct
{
  const GsSaxHandler *handler;
  gpointer data;
  xmlParserCtxtPtr parser;
  guint depth;
  guint max_depth;
} Sax;

static gboolean
fail (GError **error, GsError code, const char *reason)
{
  g_set_error_literal (error, GS_ERROR, (int) code, reason);

  return FALSE;
}

static const char *
skip_past (const char *at, const char *mark)
{
  const char *found = strstr (at, mark);

  return found != NULL ? found + strlen (mark) : at + strlen (at);
}

/* The byte after the tag or the document type that begins at @at. */
static const char *
scan_tag (const char *at, GError **error)
{
  gboolean type = g_str_has_prefix (at, "<!DOCTYPE");
  char quote = '\0';
  const char *begin = at;

  for (at++; *at != '\0' && (quote != '\0' || *at != '>'); at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (*at == '"' || *at == '\'')
        quote = *at;
      else if (type && *at == '[')
        {
          fail (error, GS_ERROR_LIMIT, _ ("it declares a document type or entities of its own"));
          return NULL;
        }
      if (at - begin > MAX_TAG_BYTES)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("a tag is longer than the limit of %d bytes"),
                       MAX_TAG_BYTES);
          return NULL;
        }
    }

  return *at == '>' ? at + 1 : at;
}

/* What the parser must not even see, in one pass. */
static gboolean
scan (const char *xml, GError **error)
{
  const char *at = xml;

  while ((at = strchr (at, '<')) != NULL)
    {
      if (g_str_has_prefix (at, "<!--"))
        at = skip_past (at, "-->");
      else if (g_str_has_prefix (at, "<![CDATA["))
        at = skip_past (at, "]]>");
      else if (g_str_has_prefix (at, "<?"))
        at = skip_past (at, "?>");
      else if ((at = scan_tag (at, error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Sax *self = data;
  const GsSaxAttributes own = { attributes, n_attributes };

  if (++self->depth > self->max_depth)
    xmlStopParser (self->parser);
  else if (self->handler->start != NULL)
    self->handler->start (self->data, (const char *) name, (const char *) uri, &own);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Sax *self = data;

  self->depth--;
  if (self->handler->end != NULL)
    self->handler->end (self->data, (const char *) name);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  Sax *self = data;

  if (self->handler->text != NULL)
    self->handler->text (self->data, (const char *) text, (gsize) length);
}

/* Where entities are not expanded libxml2 gives "&amp;" as "&#38;". No other
 * ampersand is left in a value. */
static char *
unescape_ampersands (char *value)
{
  char *to = value;

  for (const char *from = value; *from != '\0'; to++)
    {
      gboolean escaped = g_str_has_prefix (from, "&#38;");

      *to = *from;
      from += escaped ? strlen ("&#38;") : 1;
    }
  *to = '\0';

  return value;
}

/**
 * gs_sax_attribute:
 * @attributes: of the element that is starting
 * @name: local name, whatever the prefix
 *
 * Returns: (transfer full) (nullable): the value, %NULL where there is none
 */
char *
gs_sax_attribute (const GsSaxAttributes *attributes, const char *name)
{
  for (int i = 0; i < attributes->n; i++)
    {
      const xmlChar **one = attributes->values + i * 5;

      if (strcmp ((const char *) one[0], name) == 0)
        return unescape_ampersands (g_strndup ((const char *) one[3], (gsize) (one[4] - one[3])));
    }

  return NULL;
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

static gboolean
parse (Sax *self, const char *xml, gsize length, GError **error)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC };
  xmlDocPtr nothing;
  gboolean well_formed;

  initialise_once ();
  handler.startElementNs = start_cb;
  handler.endElementNs = end_cb;
  handler.characters = text_cb;
  handler.ignorableWhitespace = text_cb;
  handler.cdataBlock = text_cb;

  self->parser = xmlNewParserCtxt ();
  *self->parser->sax = handler;
  self->parser->userData = self;
  nothing = xmlCtxtReadMemory (self->parser, xml, (int) length, NULL, "UTF-8",
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
  well_formed = self->parser->wellFormed;
  if (nothing != NULL)
    xmlFreeDoc (nothing);
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  self->parser->myDoc = NULL;
  xmlFreeParserCtxt (self->parser);

  if (self->depth > self->max_depth)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("elements are nested deeper than %u"), self->max_depth);
      return FALSE;
    }

  return well_formed || fail (error, GS_ERROR_UNREADABLE, _ ("its XML is not well-formed"));
}

/**
 * gs_sax_parse:
 * @bytes: a document, in any encoding
 * @handler: who is told
 * @data: for @handler
 * @limits: how deep
 *
 * What comes before an error has been told then.
 *
 * Returns: %FALSE with GS_ERROR_UNREADABLE (not well-formed) or GS_ERROR_LIMIT
 */
gboolean
gs_sax_parse (GBytes *bytes, const GsSaxHandler *handler, gpointer data, const GsExtractLimits *limits, GError **error)
{
  Sax self = { .handler = handler, .data = data, .max_depth = MIN (limits->max_depth, MAX_DEPTH) };
  g_auto (GsDecoded) decoded = { 0 };
  gsize length = 0;
  const guint8 *xml = g_bytes_get_data (bytes, &length);

  if (length == 0 || length > G_MAXINT)
    return fail (error, GS_ERROR_UNREADABLE, _ ("its XML is not well-formed"));

  gs_decode (xml, length, &decoded);

  return scan (decoded.text, error) && parse (&self, decoded.text, decoded.length, error);
}
