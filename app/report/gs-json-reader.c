/* gs-json-reader.c: a report read from JSON.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members of a JSON object have no order, but records refer to records of
 * earlier sections. So the stream is walked twice: once to see that it is JSON
 * and where each section begins, once through the sections in their order, with
 * one record in memory at a time.
 */

#include "config.h"

#include "gs-report-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-field-text.h"
#include "gs-json-scanner.h"

enum
{
  MEMBER_FORMAT,
  MEMBER_VERSION,
  MEMBER_TITLE,
  MEMBER_WORKSPACE,
  N_MEMBERS,
};

static const char *const member_names[] = { "format", "version", "title", "workspace" };

G_STATIC_ASSERT (G_N_ELEMENTS (member_names) == N_MEMBERS);

/* Where the values of the outermost object stand. */
typedef struct
{
  GsJsonScanner *places; /* N_MEMBERS, then one a section; p is NULL for what is absent */
  char *stranger;        /* the first member that is neither */
  guint stranger_line;
} Outline;

static void
outline_clear (Outline *self)
{
  g_free (self->places);
  g_free (self->stranger);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outline, outline_clear)

static int
place_of (const char *key)
{
  int section = gs_report_section_by_name (key);

  if (section >= 0)
    return N_MEMBERS + section;

  for (int i = 0; i < N_MEMBERS; i++)
    {
      if (g_str_equal (member_names[i], key))
        return i;
    }

  return -1;
}

static gboolean
note_member (Outline *self, GsJsonScanner *scanner, const char *key, GError **error)
{
  int place = place_of (key);

  if (place < 0)
    {
      if (self->stranger == NULL)
        {
          self->stranger = g_strdup (key);
          self->stranger_line = scanner->line;
        }
      return TRUE;
    }

  if (self->places[place].p != NULL)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: “%s” is given twice"), scanner->line, key);
      return FALSE;
    }
  self->places[place] = gs_json_scanner_mark (scanner);

  return TRUE;
}

static gboolean
scan_outline (Outline *self, GsJsonScanner *scanner, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  self->places = g_new0 (GsJsonScanner, N_MEMBERS + gs_n_workspace_types);

  if (!gs_json_open (scanner, '{', error))
    return FALSE;

  while (local_error == NULL)
    {
      g_autofree char *key = NULL;

      if (!gs_json_next_member (scanner, &key, &local_error))
        break;
      if (note_member (self, scanner, key, &local_error))
        gs_json_skip (scanner, &local_error);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return gs_json_finish (scanner, error);
}

/* A text, or NULL without error when the member is absent. */
static gboolean
read_member (Outline *self, guint member, char **text, GError **error)
{
  if (self->places[member].p == NULL)
    return TRUE;

  if (gs_json_scanner_return (&self->places[member], error))
    *text = gs_json_string (&self->places[member], error);

  return *text != NULL;
}

static gboolean
check_outline (Outline *self, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *version = NULL;
  GsJsonScanner *at = &self->places[MEMBER_VERSION];

  if (!read_member (self, MEMBER_FORMAT, &format, error))
    return FALSE;

  if (g_strcmp0 (format, GS_REPORT_NAME) != 0 || at->p == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("this JSON is not a Gainsay report"));
      return FALSE;
    }

  if (!gs_json_scanner_return (at, error))
    return FALSE;

  if (gs_json_peek (at) != GS_JSON_NUMBER)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: “%s” should be %s"), at->line, "version",
                   _ ("a number"));
      return FALSE;
    }

  version = gs_json_literal (at, error);
  if (version == NULL || !gs_report_check_version (version, error))
    return FALSE;

  if (self->stranger == NULL)
    return TRUE;

  /* Only now: a newer version may well have members we do not know. */
  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: “%.64s” is not part of a report"),
               self->stranger_line, GS_EXCERPT (self->stranger));

  return FALSE;
}

static const char *
name_of_kind (const GsField *field)
{
  switch (field->kind)
    {
    case GS_FIELD_INT:
    case GS_FIELD_NUMBER:
      return _ ("a number");
    case GS_FIELD_BOOL:
      return _ ("true or false");
    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
      return _ ("an array");
    case GS_FIELD_TEXT:
    case GS_FIELD_WORD:
    case GS_FIELD_BYTES:
    case GS_FIELD_REF:
    default:
      return _ ("a string");
    }
}

static GsJsonKind
kind_of_field (const GsField *field)
{
  switch (field->kind)
    {
    case GS_FIELD_INT:
    case GS_FIELD_NUMBER:
      return GS_JSON_NUMBER;
    case GS_FIELD_BOOL:
      return GS_JSON_BOOL;
    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
      return GS_JSON_ARRAY;
    case GS_FIELD_TEXT:
    case GS_FIELD_WORD:
    case GS_FIELD_BYTES:
    case GS_FIELD_REF:
    default:
      return GS_JSON_STRING;
    }
}

/* Says where the error was found. @field: (nullable). */
static gboolean
fail_at (GsJsonScanner *scanner, const GsField *field, GError **error)
{
  if (field != NULL)
    g_prefix_error (error, "“%s”: ", field->name);
  g_prefix_error (error, _ ("line %u: "), scanner->line);

  return FALSE;
}

static gboolean read_record (GsJsonScanner *scanner, const GsRecordType *type, gpointer record, GError **error);

static gboolean
read_scalar (GsJsonScanner *scanner, const GsField *field, gpointer record, GError **error)
{
  g_autofree char *text = NULL;

  if (kind_of_field (field) == GS_JSON_STRING)
    text = gs_json_string (scanner, error);
  else
    text = gs_json_literal (scanner, error);

  if (text == NULL)
    return FALSE;

  return gs_field_from_text (field, record, text, error) || fail_at (scanner, field, error);
}

static gboolean
read_element (GsJsonScanner *scanner, const GsField *field, GPtrArray *list, GError **error)
{
  char *text;

  if (field->kind == GS_FIELD_LIST)
    return read_record (scanner, field->type, gs_record_append (list, field->type), error);

  text = gs_json_string (scanner, error);
  if (text == NULL)
    return FALSE;
  g_ptr_array_add (list, text);

  return field->kind == GS_FIELD_TEXTS || gs_check_uuid (text, error) || fail_at (scanner, field, error);
}

static gboolean
read_array (GsJsonScanner *scanner, const GsField *field, gpointer record, GError **error)
{
  GPtrArray *list = GS_FIELD_VALUE (field, record, GPtrArray *);
  g_autoptr (GError) local_error = NULL;

  if (!gs_json_open (scanner, '[', error))
    return FALSE;

  while (gs_json_next_element (scanner, &local_error))
    {
      if (!read_element (scanner, field, list, error))
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
read_field (GsJsonScanner *scanner, const GsField *field, gpointer record, GError **error)
{
  if (gs_json_peek (scanner) != kind_of_field (field))
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: “%s” should be %s"), scanner->line, field->name,
                   name_of_kind (field));
      return FALSE;
    }

  if (kind_of_field (field) == GS_JSON_ARRAY)
    return read_array (scanner, field, record, error);

  return read_scalar (scanner, field, record, error);
}

static gboolean
read_record (GsJsonScanner *scanner, const GsRecordType *type, gpointer record, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint64 seen = 0;
  char *key = NULL;

  if (!gs_json_open (scanner, '{', error))
    return FALSE;

  while (gs_json_next_member (scanner, &key, &local_error))
    {
      g_autofree char *name = key;
      const GsField *field = gs_fields_take (type, name, &seen, error);

      if (field == NULL)
        return fail_at (scanner, NULL, error);
      if (!read_field (scanner, field, record, error))
        return FALSE;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return gs_fields_check (type, seen, error) || fail_at (scanner, NULL, error);
}

static gboolean
read_section (GsJsonScanner *scanner, const GsRecordType *type, GsReportSink *sink, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!gs_json_scanner_return (scanner, error) || !gs_json_open (scanner, '[', error))
    return FALSE;

  while (gs_json_next_element (scanner, &local_error))
    {
      gpointer record = gs_record_new (type);
      gboolean good = read_record (scanner, type, record, error) && sink->record (sink, type, record, error);

      gs_record_free (type, record);
      if (!good)
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
feed_outline (Outline *outline, GsReportSink *sink, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *workspace = NULL;

  if (!read_member (outline, MEMBER_TITLE, &title, error) || !read_member (outline, MEMBER_WORKSPACE, &workspace, error)
      || (workspace != NULL && !gs_check_uuid (workspace, error)))
    return FALSE;

  if (!sink->begin (sink, &(GsReportHeader){ title, workspace }, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      GsJsonScanner *section = &outline->places[N_MEMBERS + i];

      if (section->p != NULL && !read_section (section, gs_workspace_types[i], sink, error))
        return FALSE;
    }

  return sink->end (sink, error);
}

/* A stream that cannot seek is read whole, into one that can. */
static GInputStream *
make_seekable (GInputStream *in, GError **error)
{
  g_autoptr (GOutputStream) whole = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  if (G_IS_SEEKABLE (in) && g_seekable_can_seek (G_SEEKABLE (in)))
    return g_object_ref (in);

  if (g_output_stream_splice (whole, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (whole));

  return g_memory_input_stream_new_from_bytes (bytes);
}

/**
 * gs_json_read:
 * @in: a report as JSON
 * @sink: what takes the records
 *
 * Holds one record at a time, where @in can seek.
 *
 * Returns: %TRUE when the whole report was fed to @sink; %FALSE with
 *   %GS_ERROR_UNREADABLE naming the line, or with the error of @sink
 */
gboolean
gs_json_read (GInputStream *in, GsReportSink *sink, GError **error)
{
  g_autoptr (GInputStream) seekable = NULL;
  g_auto (GsJsonWindow) window = { NULL };
  g_auto (Outline) outline = { NULL };
  GsJsonScanner scanner;

  g_return_val_if_fail (G_IS_INPUT_STREAM (in), FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  seekable = make_seekable (in, error);

  return seekable != NULL && gs_json_scanner_init_stream (&scanner, &window, seekable, error)
         && scan_outline (&outline, &scanner, error) && check_outline (&outline, error)
         && feed_outline (&outline, sink, error);
}

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;

  return p;
}

/**
 * gs_json_sniff:
 * @data: a file, whole: its members have no order
 * @length: its length
 *
 * Returns: whether it looks like a report in JSON
 */
gboolean
gs_json_sniff (const char *data, gsize length)
{
  static const char value[] = "\"" GS_REPORT_NAME "\"";
  const char *end = data + length;
  const char *p = data;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  p = skip_spaces (p, end);
  if (p == end || *p != '{')
    return FALSE;

  /* In a text of the file the quotation marks would be escaped. */
  while ((p = g_strstr_len (p, end - p, "\"format\"")) != NULL)
    {
      p = skip_spaces (p + strlen ("\"format\""), end);
      if (p < end && *p == ':')
        p = skip_spaces (p + 1, end);
      if ((gsize) (end - p) >= strlen (value) && memcmp (p, value, strlen (value)) == 0)
        return TRUE;
    }

  return FALSE;
}
