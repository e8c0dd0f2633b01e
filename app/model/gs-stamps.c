/* gs-stamps.c: who changed a record, and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-stamps.h"

static char *
format_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (now) / 1000);
}

/**
 * gs_stamps_init:
 * @stamps: (out caller-allocates): to be cleared with gs_stamps_clear()
 * @db: a connection, which must live as long
 * @name: name of the annotator, not copied
 *
 * All records of one transaction get the same time: the present one.
 */
void
gs_stamps_init (GsStamps *stamps, GsDbConnection *db, const char *name)
{
  stamps->db = db;
  stamps->name = name;
  stamps->annotator = NULL;
  stamps->now = format_now ();
}

/**
 * gs_stamps_clear:
 * @stamps: initialised stamps
 *
 * Frees what they hold, not @stamps itself.
 */
void
gs_stamps_clear (GsStamps *stamps)
{
  g_free (stamps->annotator);
  g_free (stamps->now);
}

/**
 * gs_stamps_sign:
 * @stamps: initialised stamps
 * @error: why there is no annotator
 *
 * Sees to it that the annotator has a record, in the open action. It comes into
 * being with the first action, and goes with it.
 *
 * Returns: whether there is one
 */
gboolean
gs_stamps_sign (GsStamps *stamps, GError **error)
{
  g_autoptr (GsAnnotatorRecord) record = NULL;
  GError *local = NULL;

  if (stamps->annotator != NULL)
    return TRUE;

  stamps->annotator = gs_db_record_find_name (stamps->db, &gs_annotator_type, stamps->name, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (stamps->annotator != NULL)
    return TRUE;

  record = gs_record_new (&gs_annotator_type);
  record->uuid = g_uuid_string_random ();
  record->name = g_strdup (stamps->name);
  stamps->annotator = g_strdup (record->uuid);

  return gs_db_record_save (stamps->db, &gs_annotator_type, record, error);
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* Author and first instant of the row that is replaced stay as they are. */
static gboolean
keep_origin (GsStamps *stamps, const GsRecordType *type, GsHeadRecord *head, GError **error)
{
  GError *local = NULL;
  GsHeadRecord *old = gs_db_record_load (stamps->db, type, head->uuid, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (old != NULL)
    {
      set_text (&head->created, old->created);
      set_text (&head->author, old->author);
      gs_record_free (type, old);
    }

  return TRUE;
}

/**
 * gs_stamps_apply:
 * @stamps: stamps of the transaction
 * @type: type of @record
 * @record: about to be saved in the open action; its stamps are set in place
 * @fresh: whether there is certainly no row with its UUID
 *
 * A record read earlier keeps who made it and when. Types without such fields are left
 * alone.
 *
 * Returns: whether it could be stamped
 */
gboolean
gs_stamps_apply (GsStamps *stamps, const GsRecordType *type, gpointer record, gboolean fresh, GError **error)
{
  GsHeadRecord *head = record;

  if (gs_record_type_find_field (type, "modified_by") == NULL)
    return TRUE;
  if (!gs_stamps_sign (stamps, error))
    return FALSE;
  /* A record that was read before it was changed carries its origin. */
  if (!fresh && head->created == NULL && !keep_origin (stamps, type, head, error))
    return FALSE;

  if (head->created == NULL)
    {
      set_text (&head->created, stamps->now);
      set_text (&head->author, stamps->annotator);
    }
  set_text (&head->modified, stamps->now);
  set_text (&head->modified_by, stamps->annotator);

  return TRUE;
}
