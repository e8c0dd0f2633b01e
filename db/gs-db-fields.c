/* gs-db-fields.c: one field of a record to a parameter, one column to a field.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-records-private.h"

static gboolean
bind_word (GsDbStatement *statement, int index, const GsField *field, gconstpointer record, GError **error)
{
  int value = GS_FIELD_VALUE (field, record, int);
  const char *nick = gs_word_to_nick (field->words, value);

  if (nick == NULL)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "%d is no %s.", value, field->words->name);
      return FALSE;
    }
  gs_db_statement_bind_text (statement, index, nick);

  return TRUE;
}

static gboolean
bind_ref (GsDbConnection *db,
          GsDbStatement *statement,
          int index,
          const GsField *field,
          gconstpointer record,
          gboolean *missing,
          GError **error)
{
  const char *uuid = GS_FIELD_VALUE (field, record, char *);
  gint64 id = 0;

  if (uuid != NULL)
    {
      GsDbStep step = gs_db_record_find_id (db, field->type, uuid, &id, error);

      if (step == GS_DB_STEP_FAILED)
        return FALSE;

      if (step == GS_DB_STEP_DONE && missing != NULL)
        *missing = TRUE;
      else if (step == GS_DB_STEP_DONE)
        {
          g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "There is no %s %s, to which “%s” refers.",
                       field->type->name, uuid, field->name);
          return FALSE;
        }
    }
  gs_db_statement_bind_ref (statement, index, id);

  return TRUE;
}

/* Texts lie as lines: none at all is NULL, one empty text is an empty line. */
static gboolean
bind_texts (GsDbStatement *statement, int index, const GsField *field, gconstpointer record, GError **error)
{
  const GPtrArray *texts = GS_FIELD_VALUE (field, record, GPtrArray *);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = texts->pdata[i];

      if (strchr (text, '\n') != NULL)
        {
          g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "A “%s” cannot hold a line break.", field->name);
          return FALSE;
        }
      if (i > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, text);
    }

  if (texts->len > 0)
    gs_db_statement_bind_copy (statement, index, lines->str);
  else
    gs_db_statement_bind_text (statement, index, NULL);

  return TRUE;
}

gboolean
gs_db_bind_field (GsDbConnection *db,
                  GsDbStatement *statement,
                  int index,
                  const GsField *field,
                  gconstpointer record,
                  gboolean *missing,
                  GError **error)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
      gs_db_statement_bind_text (statement, index, GS_FIELD_VALUE (field, record, char *));
      return TRUE;

    case GS_FIELD_INT:
      gs_db_statement_bind_int (statement, index, GS_FIELD_VALUE (field, record, gint64));
      return TRUE;

    case GS_FIELD_BOOL:
      gs_db_statement_bind_int (statement, index, GS_FIELD_VALUE (field, record, gboolean) ? 1 : 0);
      return TRUE;

    case GS_FIELD_NUMBER:
      gs_db_statement_bind_double (statement, index, GS_FIELD_VALUE (field, record, double));
      return TRUE;

    case GS_FIELD_BYTES:
      gs_db_statement_bind_bytes (statement, index, GS_FIELD_VALUE (field, record, GBytes *));
      return TRUE;

    case GS_FIELD_WORD:
      return bind_word (statement, index, field, record, error);

    case GS_FIELD_REF:
      return bind_ref (db, statement, index, field, record, missing, error);

    case GS_FIELD_TEXTS:
      return bind_texts (statement, index, field, record, error);

    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_word (GsDbConnection *db, const char *nick, const GsField *field, gpointer record, GError **error)
{
  g_autofree char *valid = NULL;

  if (gs_word_from_nick (field->words, nick, GS_FIELD_PTR (field, record, int)))
    return TRUE;

  valid = g_utf8_make_valid (nick != NULL ? nick : "", -1);
  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT, "“%s” is damaged: it holds “%s”, which is no %s.", db->name,
               valid, field->words->name);

  return FALSE;
}

static void
read_texts (GsDbStatement *statement, int column, GPtrArray *texts)
{
  g_autofree char *lines = gs_db_column_dup (statement, column);
  g_auto (GStrv) parts = NULL;

  if (lines == NULL)
    return;

  /* Splitting an empty text gives nothing, but it is one empty line. */
  if (*lines == '\0')
    {
      g_ptr_array_add (texts, g_strdup (""));
      return;
    }

  parts = g_strsplit (lines, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (parts[i]));
}

gboolean
gs_db_read_field (GsDbConnection *db,
                  GsDbStatement *statement,
                  int column,
                  const GsField *field,
                  gpointer record,
                  GError **error)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      *GS_FIELD_PTR (field, record, char *) = gs_db_column_dup (statement, column);
      return TRUE;

    case GS_FIELD_INT:
      *GS_FIELD_PTR (field, record, gint64) = gs_db_column_int (statement, column);
      return TRUE;

    case GS_FIELD_BOOL:
      *GS_FIELD_PTR (field, record, gboolean) = gs_db_column_int (statement, column) != 0;
      return TRUE;

    case GS_FIELD_NUMBER:
      *GS_FIELD_PTR (field, record, double) = gs_db_column_double (statement, column);
      return TRUE;

    case GS_FIELD_BYTES:
      *GS_FIELD_PTR (field, record, GBytes *) = gs_db_column_bytes (statement, column);
      return TRUE;

    case GS_FIELD_WORD:
      return read_word (db, gs_db_column_text (statement, column), field, record, error);

    case GS_FIELD_TEXTS:
      read_texts (statement, column, *GS_FIELD_PTR (field, record, GPtrArray *));
      return TRUE;

    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}
