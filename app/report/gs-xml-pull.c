/* gs-xml-pull.c: the XML of a report, pulled node by node.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-xml-pull.h"

#include <glib/gi18n-lib.h>

#include "gs-error.h"
#include "gs-field-text.h"
#include "gs-report-private.h"
#include "gs-xml-text.h"

/* Instance documents may say where their schema is. */
#define XSI_NAMESPACE "http://www.w3.org/2001/XMLSchema-instance"

/* A report is nested five deep. */
#define MAX_DEPTH 16

static int
read_cb (void *context, char *buffer, int length)
{
  GsXmlPull *self = context;
  gssize n;

  if (self->error != NULL)
    return -1;

  n = g_input_stream_read (self->in, buffer, (gsize) length, NULL, &self->error);
  if (n < 0 || !gs_xml_guard_pass (&self->guard, buffer, (gsize) n, &self->error))
    return -1;

  self->n_bytes += (guint64) n;
  if (self->n_bytes > GS_REPORT_MAX_BYTES)
    {
      g_set_error_literal (&self->error, GS_ERROR, GS_ERROR_LIMIT, _ ("the report is larger than 2 GB"));
      return -1;
    }

  return (int) n;
}

static void
error_cb (void *context, xmlErrorPtr found)
{
  GsXmlPull *self = context;
  g_autofree char *message = NULL;

  if (self->error != NULL || found->level < XML_ERR_ERROR)
    return;

  message = g_utf8_make_valid (found->message != NULL ? found->message : "?", -1);
  g_strdelimit (message, "\n", ' ');
  g_set_error (&self->error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %d: %s"), found->line, g_strstrip (message));
}

/**
 * gs_xml_pull_open:
 * @self: (out): what pulls
 * @in: XML in UTF-8, borrowed
 *
 * Returns: whether it could be begun; gs_xml_pull_clear() is due either way
 */
gboolean
gs_xml_pull_open (GsXmlPull *self, GInputStream *in, GError **error)
{
  *self = (GsXmlPull){ .in = in };
  gs_xml_guard_init (&self->guard);

  /* UTF-8 whatever the file says: in an encoding of its choice it could say
   * what the guard does not see. */
  self->reader =
    xmlReaderForIO (read_cb, NULL, self, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  if (self->reader != NULL)
    {
      xmlTextReaderSetStructuredErrorHandler (self->reader, error_cb, self);
      return TRUE;
    }

  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("this is not XML"));

  return FALSE;
}

/**
 * gs_xml_pull_clear:
 * @self: what gs_xml_pull_open() was called on
 *
 * Does not close the stream.
 */
void
gs_xml_pull_clear (GsXmlPull *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_error (&self->error);
}

/**
 * gs_xml_fail_at:
 * @self: the reader
 * @error: (nullable): an error that was set without a place; gets the line of the
 *   element put before it
 *
 * Returns: %FALSE
 */
gboolean
gs_xml_fail_at (GsXmlPull *self, GError **error)
{
  xmlNodePtr node = xmlTextReaderCurrentNode (self->reader);

  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->parent;
  g_prefix_error (error, _ ("line %ld: "), node != NULL ? MAX (xmlGetLineNo (node), 1) : 1);

  return FALSE;
}

/**
 * gs_xml_fail:
 * @self: the reader
 * @format: as for printf(), translated
 *
 * Sets %GS_ERROR_UNREADABLE, with the line put before it.
 *
 * Returns: %FALSE
 */
gboolean
gs_xml_fail (GsXmlPull *self, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  /* Names are as libxml2 passes them on. */
  valid = g_utf8_make_valid (message, -1);
  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, valid);

  return gs_xml_fail_at (self, error);
}

/* Goes to the next node. FALSE with an error at the end, since the root
 * element's end is asked for before that. */
static gboolean
advance (GsXmlPull *self, GError **error)
{
  int result = xmlTextReaderRead (self->reader);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  if (result == 1)
    return xmlTextReaderDepth (self->reader) <= MAX_DEPTH
           || gs_xml_fail (self, error, _ ("the elements are nested too deeply"));

  return gs_xml_fail (self, error, _ ("the file ends too early"));
}

/**
 * gs_xml_next_child:
 * @self: the reader, in the element that was begun
 *
 * Goes to the next element inside it, over space and comments.
 *
 * Returns: whether there is one; %FALSE without error at the end of the element
 */
gboolean
gs_xml_next_child (GsXmlPull *self, GError **error)
{
  while (advance (self, error))
    {
      switch (xmlTextReaderNodeType (self->reader))
        {
        case XML_READER_TYPE_ELEMENT:
          return TRUE;

        case XML_READER_TYPE_END_ELEMENT:
          return FALSE;

        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        case XML_READER_TYPE_COMMENT:
        case XML_READER_TYPE_PROCESSING_INSTRUCTION:
          break;

        default:
          return gs_xml_fail (self, error, _ ("text stands where an element should"));
        }
    }

  return FALSE;
}

/**
 * gs_xml_name:
 * @self: the reader
 *
 * Returns: (transfer none): local name of the element or attribute it is at, good until
 *   it goes on
 */
const char *
gs_xml_name (GsXmlPull *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

/**
 * gs_xml_in_namespace:
 * @self: the reader
 *
 * Returns: whether the element or attribute it is at is in the namespace of reports
 */
gboolean
gs_xml_in_namespace (GsXmlPull *self)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (self->reader), GS_REPORT_NAMESPACE) == 0;
}

/**
 * gs_xml_expect:
 * @self: the reader, at an element
 * @name: what should stand here
 *
 * Returns: whether it does, in the namespace of reports; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_xml_expect (GsXmlPull *self, const char *name, GError **error)
{
  if (gs_xml_in_namespace (self) && g_str_equal (gs_xml_name (self), name))
    return TRUE;

  return gs_xml_fail (self, error, _ ("“%.64s” stands where “%s” should"), GS_EXCERPT (gs_xml_name (self)), name);
}

/* libxml2 lets some sequences pass that are no UTF-8, overlong ones in CDATA
 * sections for instance. */
static gboolean
check_value (GsXmlPull *self, GError **error)
{
  const char *value = (const char *) xmlTextReaderConstValue (self->reader);

  return value == NULL || g_utf8_validate (value, -1, NULL)
         || gs_xml_fail (self, error, _ ("the text is not valid UTF-8"));
}

/**
 * gs_xml_next_attribute:
 * @self: the reader, at an element or one of its attributes
 *
 * Goes to the next attribute that is ours, over declarations of namespaces and schema
 * locations.
 *
 * Returns: whether there is one; %FALSE without error after the last, back at the
 *   element
 */
gboolean
gs_xml_next_attribute (GsXmlPull *self, GError **error)
{
  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    {
      const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);

      if (xmlTextReaderIsNamespaceDecl (self->reader) == 1 || g_strcmp0 (uri, XSI_NAMESPACE) == 0)
        continue;
      if (uri == NULL)
        return check_value (self, error);

      return gs_xml_fail (self, error, _ ("“%.64s” is not part of a report"), GS_EXCERPT (gs_xml_name (self)));
    }

  xmlTextReaderMoveToElement (self->reader);

  return FALSE;
}

/**
 * gs_xml_is_empty:
 * @self: the reader, at an element
 *
 * Returns: whether the element is written as one tag, so that no end follows
 */
gboolean
gs_xml_is_empty (GsXmlPull *self)
{
  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

/**
 * gs_xml_attribute:
 * @self: the reader, at an attribute
 *
 * Returns: (transfer none): the value, good until it goes on; never %NULL
 */
const char *
gs_xml_attribute (GsXmlPull *self)
{
  const char *value = (const char *) xmlTextReaderConstValue (self->reader);

  return value != NULL ? value : "";
}

/* Whether the element that takes no attribute but "escaped" has it. */
static gboolean
read_escaped (GsXmlPull *self, gboolean *escaped, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *escaped = FALSE;
  while (gs_xml_next_attribute (self, &local_error))
    {
      if (!g_str_equal (gs_xml_name (self), "escaped") || !g_str_equal (gs_xml_attribute (self), "true"))
        return gs_xml_fail (self, error, _ ("“%.64s” is not part of a text"), GS_EXCERPT (gs_xml_name (self)));
      *escaped = TRUE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
append_content (GsXmlPull *self, GString *text, GError **error)
{
  while (advance (self, error))
    {
      const char *value = (const char *) xmlTextReaderConstValue (self->reader);

      switch (xmlTextReaderNodeType (self->reader))
        {
        case XML_READER_TYPE_END_ELEMENT:
          return TRUE;

        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          if (!check_value (self, error))
            return FALSE;
          g_string_append (text, value != NULL ? value : "");
          break;

        case XML_READER_TYPE_COMMENT:
        case XML_READER_TYPE_PROCESSING_INSTRUCTION:
          break;

        default:
          return gs_xml_fail (self, error, _ ("an element stands where text should"));
        }
    }

  return FALSE;
}

/**
 * gs_xml_read_text:
 * @self: the reader, at an element
 *
 * Returns: (transfer full): the whole content, unescaped; or %NULL with
 *   %GS_ERROR_UNREADABLE
 */
char *
gs_xml_read_text (GsXmlPull *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean empty = gs_xml_is_empty (self);
  gboolean escaped;

  if (!read_escaped (self, &escaped, error) || (!empty && !append_content (self, text, error)))
    return NULL;

  if (escaped && !gs_xml_text_unescape (text, error))
    {
      gs_xml_fail_at (self, error);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gs_xml_read_end:
 * @self: the reader, at or in an element
 * @empty: what gs_xml_is_empty() said of it
 *
 * Returns: whether nothing more stands in it; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_xml_read_end (GsXmlPull *self, gboolean empty, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (empty)
    return TRUE;

  if (gs_xml_next_child (self, &local_error))
    return gs_xml_fail (self, error, _ ("“%.64s” is not part of a report"), GS_EXCERPT (gs_xml_name (self)));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * gs_xml_read_no_attributes:
 * @self: the reader, at an element
 *
 * Returns: whether it has none that are ours; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_xml_read_no_attributes (GsXmlPull *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (gs_xml_next_attribute (self, &local_error))
    return gs_xml_fail (self, error, _ ("“%.64s” is not part of a report"), GS_EXCERPT (gs_xml_name (self)));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * gs_xml_read_tail:
 * @self: the reader, after the root element
 *
 * The parser itself sees to it that only space and comments follow.
 *
 * Returns: whether it found the end of the file
 */
gboolean
gs_xml_read_tail (GsXmlPull *self, GError **error)
{
  while (xmlTextReaderRead (self->reader) == 1)
    ;

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}
