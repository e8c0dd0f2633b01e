/* gs-xml-reader.c: a report read from XML.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds one record at a time. What is not part of a report is an error, not
 * a guess.
 */

#include "config.h"

#include "gs-report-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-field-text.h"
#include "gs-xml-fields.h"
#include "gs-xml-pull.h"

/* The UUID of a <ref/>. (transfer full) */
static char *
read_ref (GsXmlPull *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *uuid = NULL;
  gboolean empty = gs_xml_is_empty (self);

  while (local_error == NULL && gs_xml_next_attribute (self, &local_error))
    {
      g_free (uuid);
      uuid = g_strdup (gs_xml_attribute (self));
      if (!g_str_equal (gs_xml_name (self), "uuid"))
        gs_xml_fail (self, &local_error, _ ("“%.64s” is not part of a reference"), GS_EXCERPT (gs_xml_name (self)));
      else if (!gs_check_uuid (uuid, &local_error))
        gs_xml_fail_at (self, &local_error);
    }

  if (local_error == NULL && uuid == NULL)
    gs_xml_fail (self, &local_error, _ ("a reference lacks its “uuid”"));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return gs_xml_read_end (self, empty, error) ? g_steal_pointer (&uuid) : NULL;
}

static gboolean read_record (GsXmlPull *self, const GsRecordType *type, gpointer record, GError **error);

static gboolean
read_element (GsXmlPull *self, const GsField *field, GPtrArray *list, GError **error)
{
  char *text;

  if (field->kind == GS_FIELD_LIST)
    return gs_xml_expect (self, field->type->name, error)
           && read_record (self, field->type, gs_record_append (list, field->type), error);

  if (!gs_xml_expect (self, field->kind == GS_FIELD_TEXTS ? GS_XML_ITEM : GS_XML_REF, error))
    return FALSE;

  text = field->kind == GS_FIELD_TEXTS ? gs_xml_read_text (self, error) : read_ref (self, error);
  if (text != NULL)
    g_ptr_array_add (list, text);

  return text != NULL;
}

static gboolean
read_list (GsXmlPull *self, const GsField *field, GPtrArray *list, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean empty = gs_xml_is_empty (self);

  if (!gs_xml_read_no_attributes (self, error))
    return FALSE;

  while (!empty && gs_xml_next_child (self, &local_error))
    {
      if (!read_element (self, field, list, error))
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
read_child (GsXmlPull *self, const GsField *field, gpointer record, GError **error)
{
  g_autofree char *text = NULL;

  if (field->kind == GS_FIELD_LIST || field->kind == GS_FIELD_TEXTS || field->kind == GS_FIELD_REFS)
    return read_list (self, field, GS_FIELD_VALUE (field, record, GPtrArray *), error);

  text = gs_xml_read_text (self, error);
  if (text == NULL)
    return FALSE;

  return gs_field_from_text (field, record, text, error) || gs_xml_fail_at (self, error);
}

/* The field that the element or attribute we are at is about. */
static const GsField *
take_field (GsXmlPull *self, const GsRecordType *type, gboolean attribute, guint64 *seen, GError **error)
{
  const GsField *field = gs_fields_take (type, gs_xml_name (self), seen, error);

  if (field == NULL)
    {
      gs_xml_fail_at (self, error);
      return NULL;
    }

  if (gs_xml_field_is_attribute (field) == attribute && (attribute || gs_xml_in_namespace (self)))
    return field;

  gs_xml_fail (self, error, attribute ? _ ("“%s” should be an element") : _ ("“%s” should be an attribute"),
               field->name);

  return NULL;
}

static gboolean
read_record_attributes (GsXmlPull *self, const GsRecordType *type, gpointer record, guint64 *seen, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (gs_xml_next_attribute (self, &local_error))
    {
      const GsField *field = take_field (self, type, TRUE, seen, error);

      if (field == NULL)
        return FALSE;
      if (!gs_field_from_text (field, record, gs_xml_attribute (self), error))
        return gs_xml_fail_at (self, error);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
read_record (GsXmlPull *self, const GsRecordType *type, gpointer record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean empty = gs_xml_is_empty (self);
  guint64 seen = 0;

  if (!read_record_attributes (self, type, record, &seen, error))
    return FALSE;

  while (!empty && gs_xml_next_child (self, &local_error))
    {
      const GsField *field = take_field (self, type, FALSE, &seen, error);

      if (field == NULL || !read_child (self, field, record, error))
        return FALSE;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return gs_fields_check (type, seen, error) || gs_xml_fail_at (self, error);
}

static gboolean
read_section (GsXmlPull *self, const GsRecordType *type, GsReportSink *sink, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean empty = gs_xml_is_empty (self);

  if (!gs_xml_read_no_attributes (self, error))
    return FALSE;

  while (!empty && gs_xml_next_child (self, &local_error))
    {
      gpointer record = gs_record_new (type);
      gboolean good = gs_xml_expect (self, type->name, error) && read_record (self, type, record, error)
                      && sink->record (sink, type, record, error);

      gs_record_free (type, record);
      if (!good)
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Goes to the root element and checks what it says of itself. */
static gboolean
read_root (GsXmlPull *self, char **workspace, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *version = NULL;
  const char *uri;

  if (!gs_xml_next_child (self, error))
    return FALSE;

  uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);
  if (!g_str_equal (gs_xml_name (self), GS_REPORT_NAME) || uri == NULL
      || !g_str_has_prefix (uri, GS_REPORT_NAMESPACE_STEM))
    return gs_xml_fail (self, error, _ ("this XML is not a Gainsay report"));
  if (!gs_report_check_version (uri + strlen (GS_REPORT_NAMESPACE_STEM), error))
    return FALSE;

  while (gs_xml_next_attribute (self, &local_error))
    {
      if (g_str_equal (gs_xml_name (self), "version"))
        version = g_strdup (gs_xml_attribute (self));
      else if (!g_str_equal (gs_xml_name (self), "workspace"))
        return gs_xml_fail (self, error, _ ("“%.64s” is not part of a report"), GS_EXCERPT (gs_xml_name (self)));
      else if (gs_check_uuid (gs_xml_attribute (self), error))
        *workspace = g_strdup (gs_xml_attribute (self));
      else
        return gs_xml_fail_at (self, error);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (version == NULL)
    return gs_xml_fail (self, error, _ ("the report does not say its version"));

  return gs_report_check_version (version, error);
}

/* Sections from the one we are at, in their order. */
static gboolean
read_sections (GsXmlPull *self, GsReportSink *sink, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  int last = -1;

  do
    {
      int section = gs_xml_in_namespace (self) ? gs_report_section_by_name (gs_xml_name (self)) : -1;

      if (section < 0)
        return gs_xml_fail (self, error, _ ("“%.64s” is not part of a report"), GS_EXCERPT (gs_xml_name (self)));
      if (section <= last)
        return gs_xml_fail (self, error, _ ("“%s” stands twice or too late"), gs_xml_name (self));
      last = section;

      if (!read_section (self, gs_workspace_types[section], sink, error))
        return FALSE;
    }
  while (gs_xml_next_child (self, &local_error));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
read_report (GsXmlPull *self, GsReportSink *sink, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *workspace = NULL;
  g_autofree char *title = NULL;
  gboolean more, empty;

  if (!read_root (self, &workspace, error))
    return FALSE;

  empty = gs_xml_is_empty (self);
  more = !empty && gs_xml_next_child (self, &local_error);
  if (more && gs_xml_in_namespace (self) && g_str_equal (gs_xml_name (self), "title"))
    {
      title = gs_xml_read_text (self, error);
      if (title == NULL)
        return FALSE;
      more = gs_xml_next_child (self, &local_error);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return sink->begin (sink, &(GsReportHeader){ title, workspace }, error)
         && (!more || read_sections (self, sink, error)) && gs_xml_read_tail (self, error) && sink->end (sink, error);
}

/**
 * gs_xml_read:
 * @in: a report as XML, in UTF-8
 * @sink: what takes the records
 *
 * Returns: %TRUE when the whole report was fed to @sink; %FALSE with
 *   %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT naming the line, or with the
 *   error of @in or @sink
 */
gboolean
gs_xml_read (GInputStream *in, GsReportSink *sink, GError **error)
{
  g_auto (GsXmlPull) self = { NULL };

  g_return_val_if_fail (G_IS_INPUT_STREAM (in), FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  return gs_xml_pull_open (&self, in, error) && read_report (&self, sink, error);
}

/* What stands before the root element: the declaration, comments, space. */
static const char *
skip_prolog (const char *p, const char *end)
{
  while (p < end)
    {
      const char *stop = NULL;

      if (g_ascii_isspace (*p))
        {
          p++;
          continue;
        }

      if (end - p > 4 && memcmp (p, "<!--", 4) == 0)
        stop = g_strstr_len (p, end - p, "-->");
      else if (end - p > 2 && memcmp (p, "<?", 2) == 0)
        stop = g_strstr_len (p, end - p, "?>");
      else
        return p;

      if (stop == NULL)
        return end;
      p = strchr (stop, '>') + 1;
    }

  return end;
}

/**
 * gs_xml_sniff:
 * @data: first bytes of a file
 * @length: their number
 *
 * Returns: whether their root element is that of a report
 */
gboolean
gs_xml_sniff (const char *data, gsize length)
{
  const char *end = data + length;
  gsize name = 0;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3;
  data = skip_prolog (data, end);
  if (data == end || *data++ != '<')
    return FALSE;

  while (data + name < end && strchr (" \t\r\n/>", data[name]) == NULL)
    {
      /* A prefix is not part of the name. */
      if (data[name++] == ':')
        {
          data += name;
          name = 0;
        }
    }

  return name == strlen (GS_REPORT_NAME) && memcmp (data, GS_REPORT_NAME, name) == 0;
}
