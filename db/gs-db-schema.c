/* gs-db-schema.c: the tables of a workspace and how older ones become newer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file's user_version says how many of the steps in schema/ it has gone
 * through. A step that has been released is never edited again.
 */

#include "config.h"

#include "gs-db-private.h"

#include "gs-db-schema-sql.h"

#define NEWEST ((gint64) G_N_ELEMENTS (schema_steps))

/* The version of the files that this program makes. */
guint
gs_db_schema_newest (void)
{
  return (guint) NEWEST;
}

static gboolean
get_version (GsDbConnection *self, gint64 *version, GError **error)
{
  return gs_db_get_int (self, version, error, "PRAGMA user_version", "") == GS_DB_STEP_ROW;
}

/* Whether the file needs no migration. One that is newer than this program is
 * not touched, not even to read: what its tables mean is not known here. */
gboolean
gs_db_schema_is_current (GsDbConnection *self, gboolean *current, GError **error)
{
  gint64 version = 0;
  gint64 tables = 0;

  if (!get_version (self, &version, error))
    return FALSE;

  if (version > NEWEST)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NEWER,
                   "“%s” was made by a newer version of Gainsay. Update Gainsay to open it.", self->name);
      return FALSE;
    }

  /* Reads the whole schema, so that damage there shows here. */
  if (gs_db_get_int (self, &tables, error,
                     "SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'claim', 'action')", "")
      == GS_DB_STEP_FAILED)
    return FALSE;

  if (tables != 3)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT,
                   "“%s” says it is a Gainsay workspace, but parts of it are missing. Restore it from a backup.",
                   self->name);
      return FALSE;
    }

  *current = version == NEWEST;

  return TRUE;
}

static gboolean
take_step (GsDbConnection *self, gint64 step, GError **error)
{
  g_autofree char *stamp =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", GS_DB_APPLICATION_ID, (int) step + 1);

  return gs_db_exec (self, schema_steps[step], error) && gs_db_exec (self, stamp, error)
         && (step + 1 < NEWEST || gs_db_index_refresh (self, error));
}

/* One transaction a step. The version is read inside it, since another
 * program may have been faster. */
gboolean
gs_db_schema_migrate_to (GsDbConnection *self, gint64 wanted, GError **error)
{
  gint64 version = 0;

  while (version < wanted)
    {
      gboolean done;

      if (!gs_db_exec (self, "BEGIN IMMEDIATE", error))
        return FALSE;

      done = get_version (self, &version, error) && (version >= wanted || take_step (self, version, error))
             && gs_db_exec (self, "COMMIT", error);
      if (!done)
        {
          sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
      version++;
    }

  return TRUE;
}

gboolean
gs_db_schema_migrate (GsDbConnection *self, GError **error)
{
  return gs_db_schema_migrate_to (self, NEWEST, error);
}

/* What a new workspace says of itself. */
gboolean
gs_db_schema_fill (GsDbConnection *self, const char *title, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *uuid = g_uuid_string_random ();

  return gs_db_run (self, error, "INSERT INTO meta VALUES ('uuid', ?), ('created', ?)", "tt", uuid, created)
         && (title == NULL || gs_db_run (self, error, "INSERT INTO meta VALUES ('title', ?)", "t", title));
}
