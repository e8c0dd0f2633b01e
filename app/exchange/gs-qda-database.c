/* gs-qda-database.c: projects that are databases.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qda-database.h"

#include <string.h>

#include "gs-exchange.h"
#include "gs-gettext.h"
#include "gs-report-private.h"

#define MAGIC "SQLite format 3"
/* Where a database names the program it is of, big-endian. */
#define APPLICATION_ID 68
#define WORKSPACE_ID "Gnsy"

/**
 * gs_qda_rows_new:
 *
 * Returns: (transfer full) (element-type gint64 gpointer): a table by row number, of
 *   values that it does not own
 */
GHashTable *
gs_qda_rows_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
count_cb (const char *const *values, gpointer user_data, GError **error)
{
  ++*(guint *) user_data;

  return TRUE;
}

/**
 * gs_qda_count_rows:
 * @database: a database
 * @table: name of a table
 * @n: (out): how many rows it has
 *
 * Returns: whether they could be counted
 */
gboolean
gs_qda_count_rows (GsDbForeign *database, const char *table, guint *n, GError **error)
{
  static const char *const columns[] = { "rowid", NULL };

  *n = 0;

  return gs_db_foreign_each (database, table, columns, count_cb, n, error);
}

static gboolean
count_text_cb (const char *const *values, gpointer user_data, GError **error)
{
  g_autofree char *text = g_strdup (values[1] != NULL ? values[1] : "");

  *(guint *) user_data += *g_strstrip (text) != '\0';

  return TRUE;
}

/**
 * gs_qda_count_texts:
 * @database: a database
 * @table: name of a table
 * @column: name of a column of it
 * @n: (out): how many rows say something there
 *
 * Returns: whether they could be counted
 */
gboolean
gs_qda_count_texts (GsDbForeign *database, const char *table, const char *column, guint *n, GError **error)
{
  const char *const columns[] = { "rowid", column, NULL };

  *n = 0;

  return gs_db_foreign_each (database, table, columns, count_text_cb, n, error);
}

/**
 * gs_qda_number:
 * @text: (nullable): a value
 *
 * Returns: the number it is; -1 if it is none, or negative
 */
gint64
gs_qda_number (const char *text)
{
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &number, NULL) ? number : -1;
}

/* In words for who imports a file. */
static gboolean
take_error (GError *from, GError **error)
{
  if (from->domain == GS_DB_ERROR)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the project's database is damaged: %s"), from->message);
      g_error_free (from);
    }
  else
    g_propagate_error (error, from);

  return FALSE;
}

static gboolean
gather (GsDbForeign *database, GsQda *qda, GError **error)
{
  if (gs_db_foreign_has (database, "code_text", "pos0") && gs_db_foreign_has (database, "source", "fulltext"))
    return gs_qualcoder_gather (database, qda, error);
  if (gs_db_foreign_has (database, "highlights", "start_offset")
      && gs_db_foreign_has (database, "documents", "contents"))
    return gs_taguette_gather (database, qda, error);

  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE,
                       _ ("this database is of no program that is known: projects of QualCoder and Taguette are read"));

  return FALSE;
}

/**
 * gs_qda_database_read:
 * @in: data.qda of a project of QualCoder, or a database of Taguette
 * @sink: what takes the records
 *
 * Returns: whether it was read and fed; otherwise %GS_ERROR_UNREADABLE, %GS_ERROR_LIMIT
 *   or the error of @sink
 */
gboolean
gs_qda_database_read (GInputStream *in, GsReportSink *sink, GError **error)
{
  g_autoptr (GBytes) bytes = gs_exchange_read_all (in, error);
  g_autoptr (GsDbForeign) database = NULL;
  g_autoptr (GsQda) qda = gs_qda_new ();
  GError *local_error = NULL;
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  if (length > APPLICATION_ID + 4 && memcmp (data + APPLICATION_ID, WORKSPACE_ID, 4) == 0)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE,
                           _ ("this is a Gainsay workspace: merge it instead of importing it"));
      return FALSE;
    }

  database = gs_db_foreign_open (bytes, &local_error);
  if (database == NULL || !gather (database, qda, &local_error))
    return take_error (local_error, error);

  return gs_qda_feed (qda, sink, error);
}

/**
 * gs_qda_database_sniff:
 * @data: the first bytes of a file
 * @length: how many
 *
 * Returns: whether they are those of an SQLite database
 */
gboolean
gs_qda_database_sniff (const char *data, gsize length)
{
  return length >= sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0;
}
