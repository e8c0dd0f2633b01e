/* gs-field-text.c: scalar fields of records as text, the same in every format.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-field-text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-error.h"

/**
 * gs_field_is_written:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: whether files carry the field of this record: it is required, or
 *   it is not the default. An infinite bound is no bound, which is the default.
 */
gboolean
gs_field_is_written (const GsField *field, gconstpointer record)
{
  if (field->required)
    return TRUE;

  if (field->kind == GS_FIELD_NUMBER)
    return isfinite (GS_FIELD_VALUE (field, record, double));

  return !gs_field_is_default (field, record);
}

/* The shortest decimal that reads back as the same number, in no locale. */
static char *
number_to_text (double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      double back;

      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      back = g_ascii_strtod (buffer, NULL);
      if (memcmp (&back, &number, sizeof back) == 0)
        break;
    }

  return g_strdup (buffer);
}

/**
 * gs_field_to_text:
 * @field: a field that is neither a list nor a set
 * @record: a record that has it and for which gs_field_is_written() holds
 *
 * Returns: (transfer full): the value as text; or %NULL with
 *   %GS_ERROR_INVALID when the record lacks what it must have
 */
char *
gs_field_to_text (const GsField *field, gconstpointer record, GError **error)
{
  const char *text = NULL;

  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      text = GS_FIELD_VALUE (field, record, char *);
      break;

    case GS_FIELD_WORD:
      text = gs_word_to_nick (field->words, GS_FIELD_VALUE (field, record, int));
      break;

    case GS_FIELD_BOOL:
      text = GS_FIELD_VALUE (field, record, gboolean) ? "true" : "false";
      break;

    case GS_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, GS_FIELD_VALUE (field, record, gint64));

    case GS_FIELD_NUMBER:
      return number_to_text (GS_FIELD_VALUE (field, record, double));

    case GS_FIELD_BYTES:
      {
        gsize length;
        gconstpointer data = g_bytes_get_data (GS_FIELD_VALUE (field, record, GBytes *), &length);

        return g_base64_encode (data, length);
      }

    default:
      g_assert_not_reached ();
    }

  if (text == NULL)
    {
      /* Translators: %s is the name of a field in a report. */
      g_set_error (error, GS_ERROR, GS_ERROR_INVALID, _ ("a record lacks its “%s”"), field->name);
      return NULL;
    }

  return g_strdup (text);
}

/**
 * gs_excerpt:
 * @buffer: of %GS_EXCERPT_BYTES and one byte, zeroes
 * @text: valid UTF-8
 *
 * For messages about what a file says. A name may go on for megabytes, and a message that
 * ends in the middle of a character is no UTF-8.
 *
 * Returns: (transfer none): @buffer, holding the beginning of @text
 */
const char *
gs_excerpt (char *buffer, const char *text)
{
  gsize n = MIN (strlen (text), GS_EXCERPT_BYTES);

  while (n > 0 && n < strlen (text) && (text[n] & 0xc0) == 0x80)
    n--;

  return memcpy (buffer, text, n);
}

/**
 * gs_check_uuid:
 * @text: what should be a UUID
 *
 * Returns: whether it is one; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_check_uuid (const char *text, GError **error)
{
  if (g_uuid_string_is_valid (text))
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is not a UUID"), GS_EXCERPT (text));

  return FALSE;
}

/* JSON's grammar, which both formats share: no "inf", no hexadecimal. */
static gboolean
is_number (const char *text)
{
  const char *p = text;

  p += *p == '-';
  if (!g_ascii_isdigit (*p) || (*p == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  p += strspn (p, "0123456789");

  if (*p == '.')
    {
      if (!g_ascii_isdigit (*++p))
        return FALSE;
      p += strspn (p, "0123456789");
    }

  if (*p == 'e' || *p == 'E')
    {
      p++;
      p += *p == '-' || *p == '+';
      if (!g_ascii_isdigit (*p))
        return FALSE;
      p += strspn (p, "0123456789");
    }

  return *p == '\0';
}

static gboolean
number_from_text (const char *text, double *number, GError **error)
{
  if (is_number (text))
    {
      *number = g_ascii_strtod (text, NULL);
      if (isfinite (*number))
        return TRUE;
    }

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is not a number"), GS_EXCERPT (text));

  return FALSE;
}

static gboolean
integer_from_text (const char *text, gint64 *integer, GError **error)
{
  guint64 value;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    {
      *integer = (gint64) value;
      return TRUE;
    }

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is not a whole number from 0 to 9223372036854775807"),
               GS_EXCERPT (text));

  return FALSE;
}

static gboolean
bytes_from_text (const char *text, GBytes **bytes, GError **error)
{
  gsize length = 0;
  guchar *data;
  gsize n = strlen (text);

  /* GLib's decoder skips what it does not know; a damaged original must not
   * become a shorter one. */
  gsize digits = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

  if (n % 4 != 0 || n - digits > 2 || digits + strspn (text + digits, "=") != n)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the bytes are not in base64"));
      return FALSE;
    }

  data = g_base64_decode (text, &length);
  *bytes = g_bytes_new_take (data, length);

  return TRUE;
}

static gboolean
word_from_text (const GsWordList *words, const char *text, int *value, GError **error)
{
  if (gs_word_from_nick (words, text, value))
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is not a known %s"), GS_EXCERPT (text), words->name);

  return FALSE;
}

static gboolean
bool_from_text (const char *text, gboolean *value, GError **error)
{
  *value = g_str_equal (text, "true");
  if (*value || g_str_equal (text, "false"))
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is neither “true” nor “false”"), GS_EXCERPT (text));

  return FALSE;
}

/**
 * gs_field_from_text:
 * @field: a field that is neither a list nor a set, still at its default
 * @record: a record that has it
 * @text: valid UTF-8
 *
 * Returns: whether @text could be the field's value; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_field_from_text (const GsField *field, gpointer record, const char *text, GError **error)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      /* The one text that is required is a record's own UUID. */
      if ((field->required || field->kind == GS_FIELD_REF) && !gs_check_uuid (text, error))
        return FALSE;
      *GS_FIELD_PTR (field, record, char *) = g_strdup (text);
      return TRUE;

    case GS_FIELD_WORD:
      return word_from_text (field->words, text, GS_FIELD_PTR (field, record, int), error);

    case GS_FIELD_BOOL:
      return bool_from_text (text, GS_FIELD_PTR (field, record, gboolean), error);

    case GS_FIELD_INT:
      return integer_from_text (text, GS_FIELD_PTR (field, record, gint64), error);

    case GS_FIELD_NUMBER:
      return number_from_text (text, GS_FIELD_PTR (field, record, double), error);

    case GS_FIELD_BYTES:
      return bytes_from_text (text, GS_FIELD_PTR (field, record, GBytes *), error);

    default:
      g_assert_not_reached ();
    }
}

/**
 * gs_fields_take:
 * @type: type of the record being read
 * @name: name of a field, from the file
 * @seen: (inout): which fields came already, one bit each
 *
 * Returns: (transfer none) (nullable): the field, marked as seen; %NULL with
 *   %GS_ERROR_UNREADABLE when there is no such field or it came already
 */
const GsField *
gs_fields_take (const GsRecordType *type, const char *name, guint64 *seen, GError **error)
{
  const GsField *field = gs_record_type_find_field (type, name);
  guint64 bit;

  g_assert (type->n_fields <= GS_MAX_FIELDS);

  if (field == NULL)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is not part of a “%s”"), GS_EXCERPT (name),
                   type->name);
      return NULL;
    }

  bit = G_GUINT64_CONSTANT (1) << (field - type->fields);
  if ((*seen & bit) != 0)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%s” is given twice in one “%s”"), name, type->name);
      return NULL;
    }
  *seen |= bit;

  return field;
}

/**
 * gs_fields_check:
 * @type: type of the record that was read
 * @seen: which fields came
 *
 * Returns: whether all required fields came; otherwise %GS_ERROR_UNREADABLE
 */
gboolean
gs_fields_check (const GsRecordType *type, guint64 seen, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (type->fields[i].required && (seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("a “%s” lacks its “%s”"), type->name,
                       type->fields[i].name);
          return FALSE;
        }
    }

  return TRUE;
}
