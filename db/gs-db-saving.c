/* gs-db-saving.c: records into the workspace file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-history.h"
#include "gs-db-records-private.h"
#include "gs-db-records.h"

/* A record on its way in. */
typedef struct
{
  const GsDbPlan *plan;
  gconstpointer record;
  gpointer old; /* (nullable): what is stored */
  gint64 id;
  gint64 place;     /* of a claim: its article's id */
  gboolean missing; /* refers to what has not come yet */
  gboolean strict;  /* … which is an error */
} Saving;

/* A record that refers to what had not come yet. */
typedef struct
{
  const GsRecordType *type;
  gpointer record;
} Pending;

/* A reference to a record of the same type may point forward, as far as the
 * end of the action. A tag's parent must be there: its path is made of it. */
static gboolean *
may_miss (Saving *saving, const GsField *field)
{
  gboolean forward = field->type == saving->plan->type && field->type != &gs_tag_type && !saving->strict;

  return forward ? &saving->missing : NULL;
}

static gboolean
write_columns (GsDbConnection *db, Saving *saving, GError **error)
{
  const GsDbPlan *plan = saving->plan;
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, saving->old != NULL ? plan->update : plan->insert, "i", saving->id);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      const GsField *field = plan->columns[i];

      if (!gs_db_bind_field (db, statement, (int) i + 2, field, saving->record, may_miss (saving, field), error))
        return FALSE;
    }

  return gs_db_statement_run (statement, error);
}

static gboolean
write_ref_member (GsDbConnection *db, Saving *saving, const GsDbPart *part, guint ordinal, GError **error)
{
  const GPtrArray *list = GS_FIELD_VALUE (part->field, saving->record, GPtrArray *);
  const char *uuid = list->pdata[ordinal];
  gint64 id = 0;
  GsDbStep step = gs_db_record_find_id (db, part->field->type, uuid, &id, error);

  if (step == GS_DB_STEP_DONE)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "There is no %s %s, to which “%s” refers.",
                 part->field->type->name, uuid, part->field->name);

  return step == GS_DB_STEP_ROW && gs_db_run (db, error, part->insert, "iii", saving->id, (gint64) ordinal, id);
}

static gboolean
write_list_member (GsDbConnection *db, Saving *saving, const GsDbPart *part, guint ordinal, GError **error)
{
  const GPtrArray *list = GS_FIELD_VALUE (part->field, saving->record, GPtrArray *);
  const GsRecordType *type = part->field->type;
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, part->insert, "ii", saving->id, (gint64) ordinal);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (!gs_db_bind_field (db, statement, (int) i + 3, field, list->pdata[ordinal], may_miss (saving, field), error))
        return FALSE;
    }
  if (part->has_place)
    gs_db_statement_bind_ref (statement, (int) type->n_fields + 3, saving->place);

  return gs_db_statement_run (statement, error);
}

static gboolean
lists_equal (const GsField *field, const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (field->kind == GS_FIELD_REFS ? g_strcmp0 (a->pdata[i], b->pdata[i]) != 0
                                       : !gs_record_equal (field->type, a->pdata[i], b->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/* A claim that moves to another article takes its spans along. */
static gboolean
has_moved (const Saving *saving)
{
  const GsClaimRecord *old = saving->old;
  const GsClaimRecord *record = saving->record;

  return saving->plan->type == &gs_claim_type && g_strcmp0 (old->article, record->article) != 0;
}

static gboolean
write_part (GsDbConnection *db, Saving *saving, const GsDbPart *part, GError **error)
{
  const GPtrArray *list = GS_FIELD_VALUE (part->field, saving->record, GPtrArray *);

  if (saving->old != NULL)
    {
      if (lists_equal (part->field, list, GS_FIELD_VALUE (part->field, saving->old, GPtrArray *))
          && !(part->has_place && has_moved (saving)))
        return TRUE;
      if (!gs_db_run (db, error, part->delete, "i", saving->id))
        return FALSE;
    }

  for (guint i = 0; i < list->len; i++)
    {
      gboolean done = part->field->kind == GS_FIELD_REFS ? write_ref_member (db, saving, part, i, error)
                                                         : write_list_member (db, saving, part, i, error);

      if (!done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_place (GsDbConnection *db, Saving *saving, GError **error)
{
  const GsClaimRecord *claim = saving->record;

  if (saving->plan->type != &gs_claim_type || claim->article == NULL)
    return TRUE;

  return gs_db_record_find_id (db, &gs_article_type, claim->article, &saving->place, error) != GS_DB_STEP_FAILED;
}

/* The parts of a new record go in before it: then its triggers find them, and
 * index a claim once instead of once a span. */
static gboolean
write_record (GsDbConnection *db, Saving *saving, GError **error)
{
  const GsDbPlan *plan = saving->plan;

  if (saving->old == NULL && gs_db_get_int (db, &saving->id, error, plan->next, "") != GS_DB_STEP_ROW)
    return FALSE;
  if (!find_place (db, saving, error))
    return FALSE;

  for (guint i = 0; i < plan->n_parts; i++)
    {
      if (!write_part (db, saving, &plan->parts[i], error))
        return FALSE;
    }

  return write_columns (db, saving, error);
}

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  gs_record_free (pending->type, pending->record);
  g_free (pending);
}

/* Only the last state of a record counts. */
static void
note_pending (GsDbConnection *db, const Saving *saving)
{
  const char *uuid = gs_db_record_uuid (saving->record);

  if (db->settling)
    return;

  gs_db_records_forget (db, uuid);
  if (saving->missing)
    {
      Pending *pending = g_new0 (Pending, 1);

      pending->type = saving->plan->type;
      pending->record = gs_record_copy (pending->type, saving->record);
      if (db->pending == NULL)
        db->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pending_free);
      g_hash_table_insert (db->pending, g_strdup (uuid), pending);
    }
}

static gboolean
save (GsDbConnection *db, Saving *saving, gint64 body, GError **error)
{
  const GsRecordType *type = saving->plan->type;

  if (saving->old != NULL && gs_record_equal (type, saving->old, saving->record))
    return TRUE;

  if (!write_record (db, saving, error))
    return FALSE;
  if (type == &gs_article_type && !gs_db_article_revise (db, saving->id, saving->record, body, error))
    return FALSE;
  if (type == &gs_tag_type && !gs_db_tag_place (db, saving->id, saving->record, error))
    return FALSE;

  return TRUE;
}

/* Looks up what is stored under the record's UUID, then saves over it. */
static gboolean
save_over (GsDbConnection *db, Saving *saving, gint64 body, GError **error)
{
  const GsRecordType *type = saving->plan->type;
  const char *uuid = gs_db_record_uuid (saving->record);
  GsDbStep step = gs_db_record_find_id (db, type, uuid, &saving->id, error);
  gboolean done;

  if (step == GS_DB_STEP_FAILED)
    return FALSE;

  if (step == GS_DB_STEP_ROW)
    {
      saving->old = gs_db_record_load (db, type, uuid, error);
      if (saving->old == NULL)
        return FALSE;
    }

  done = save (db, saving, body, error);
  if (done)
    note_pending (db, saving);
  gs_record_free (type, saving->old);

  return done;
}

static gboolean
save_record (GsDbConnection *db, const GsRecordType *type, gconstpointer record, gboolean known, GError **error)
{
  Saving saving = { .plan = gs_db_plan_for (type), .record = record, .strict = db->settling };
  GsArticleRecord article;
  g_autofree char *sha256 = NULL;
  gint64 body = 0;

  if (gs_db_record_uuid (record) == NULL)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "A %s without UUID cannot be stored.", type->name);
      return FALSE;
    }

  if (type == &gs_article_type)
    {
      /* Shares the caller's members; the hash and the bytes become what they
       * are stored as. */
      article = *(const GsArticleRecord *) record;
      saving.record = &article;
      if (!gs_db_article_store (db, &article, known, &sha256, &body, error))
        return FALSE;
    }

  return save_over (db, &saving, body, error);
}

/**
 * gs_db_record_save:
 * @db: a connection with an open action
 * @type: type of @record
 * @record: a record with a UUID
 * @error: %GS_DB_ERROR_CONSTRAINT if it refers to what is not there, or contradicts what is
 *
 * Inserts the record, or replaces every field of the one with its UUID. One
 * that is stored just so already is not touched. A reference to a record of
 * its own type may be to one that comes later in the same action; tags come
 * after their parents.
 *
 * Returns: whether it was saved. After a failure the action must be rolled back.
 */
gboolean
gs_db_record_save (GsDbConnection *db, const GsRecordType *type, gconstpointer record, GError **error)
{
  g_return_val_if_fail (gs_db_action_is_open (db), FALSE);
  g_return_val_if_fail (type != NULL && record != NULL, FALSE);

  return save_record (db, type, record, FALSE, error);
}

/**
 * gs_db_article_import:
 * @db: a connection with an open action
 * @record: an article whose sha256 the caller has just made of its original bytes
 * @error: as gs_db_record_save()
 *
 * As gs_db_record_save(), but the hash is not made a second time: an importer
 * makes it beforehand, on other threads. Never for a hash that was read
 * somewhere, since the bytes are found by it.
 *
 * Returns: whether it was saved. After a failure the action must be rolled back.
 */
gboolean
gs_db_article_import (GsDbConnection *db, const GsArticleRecord *record, GError **error)
{
  g_return_val_if_fail (gs_db_action_is_open (db), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return save_record (db, &gs_article_type, record, TRUE, error);
}

/* Forgets that a record had open ends: it has been saved anew, or deleted. */
void
gs_db_records_forget (GsDbConnection *db, const char *uuid)
{
  if (db->pending != NULL)
    g_hash_table_remove (db->pending, uuid);
}

gboolean
gs_db_records_settle (GsDbConnection *db, GError **error)
{
  g_autoptr (GList) uuids = NULL;

  if (db->pending == NULL)
    return TRUE;

  /* In an order of its own, so that the same input gives the same message. */
  uuids = g_list_sort (g_hash_table_get_keys (db->pending), (GCompareFunc) strcmp);
  db->settling = TRUE;
  for (GList *l = uuids; l != NULL; l = l->next)
    {
      const Pending *pending = g_hash_table_lookup (db->pending, l->data);

      if (!gs_db_record_save (db, pending->type, pending->record, error))
        return FALSE;
    }

  return TRUE;
}
