/* gs-db-salvage-stand-ins.c: for what is lost and others refer to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A claim whose question is lost still answers the same question as others
 * do. So the reference stays, and a row of that number is made for it to lead
 * to, with what is known of it.
 */

#include "config.h"

#include <string.h>

#include "gs-db-salvage-private.h"

/* A reference that leads far beyond all rows was damaged itself. */
#define FARTHEST                                                                                                       \
  "(SELECT 2 * max (coalesce ((SELECT max (id) FROM \"%1$s\"), 0), coalesce ((SELECT max (id) FROM hint WHERE kind = " \
  "'%1$s'), 0)) + 1000)"

typedef struct
{
  GsDbSalvaging *self;
  const GsRecordType *type; /* what is referred to */
} StandIns;

typedef gboolean (*RefFunc) (StandIns *in, const char *table, const char *column, gboolean whole_row, const char *kind);

static gboolean
note_missing (StandIns *in, const char *table, const char *column, gboolean whole_row, const char *kind)
{
  g_autofree char *far = g_strdup_printf (FARTHEST, in->type->name);
  g_autofree char *sql =
    g_strdup_printf ("INSERT OR IGNORE INTO missing SELECT \"%1$s\" FROM \"%2$s\" WHERE \"%1$s\" BETWEEN 1 AND %3$s "
                     "AND \"%1$s\" NOT IN (SELECT id FROM \"%4$s\")",
                     column, table, far, in->type->name);

  return gs_db_run (in->self->db, in->self->error, sql, "");
}

/* Whatever leads nowhere even so: a mention is left out, a detail of nothing goes. */
static gboolean
cut_off (StandIns *in, const char *table, const char *column, gboolean whole_row, const char *kind)
{
  GsDbConnection *db = in->self->db;
  g_autofree char *where =
    g_strdup_printf ("\"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT id FROM \"%s\")", column, column, in->type->name);
  g_autofree char *sql = whole_row ? g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", table, where)
                                   : g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE %s", table, column, where);
  GsRecoveredListing *listing = gs_db_salvage_kind (in->self, kind);
  gint64 n;

  if (!gs_db_run (db, in->self->error, sql, ""))
    return FALSE;

  n = sqlite3_changes (db->handle);
  if (whole_row)
    {
      listing->kept -= MIN (n, listing->kept);
      gs_db_salvage_lost (in->self, kind, n);
    }
  else
    gs_db_salvage_mended (in->self, kind, n);

  return TRUE;
}

static gboolean
each_ref_of_part (StandIns *in, const GsRecordType *type, const GsDbPart *part, RefFunc func)
{
  const GsRecordType *member = part->field->type;

  if (type == in->type && !func (in, part->table, type->name, TRUE, "details"))
    return FALSE;
  if (part->field->kind == GS_FIELD_REFS)
    return member != in->type || func (in, part->table, member->name, TRUE, "details");

  for (guint i = 0; i < member->n_fields; i++)
    {
      const GsField *field = &member->fields[i];

      if (field->kind == GS_FIELD_REF && field->type == in->type
          && !func (in, part->table, field->name, FALSE, "details"))
        return FALSE;
    }

  return TRUE;
}

/* Calls @func with every column that refers to the type. */
static gboolean
each_ref (StandIns *in, RefFunc func)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];
      const GsDbPlan *plan = gs_db_plan_for (type);

      for (guint j = 0; j < plan->n_columns; j++)
        {
          const GsField *field = plan->columns[j];

          if (field->kind == GS_FIELD_REF && field->type == in->type
              && !func (in, type->name, field->name, FALSE, type->plural))
            return FALSE;
        }
      for (guint j = 0; j < plan->n_parts; j++)
        {
          if (!each_ref_of_part (in, type, &plan->parts[j], func))
            return FALSE;
        }
    }

  return in->type != &gs_article_type || func (in, "revision", "article", TRUE, "details");
}

static const char *
label_of (const GsDbSalvageWords *words, const GsRecordType *type)
{
  return type == &gs_annotator_type  ? words->annotator
         : type == &gs_tag_type      ? words->tag
         : type == &gs_source_type   ? words->source
         : type == &gs_question_type ? words->question
         : type == &gs_article_type  ? words->article
                                     : words->claim;
}

/* The field that says what the record is called. */
static const GsField *
name_field (const GsRecordType *type)
{
  static const char *const names[] = { "name", "text", "title", "summary" };
  const GsField *field = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && (field == NULL || field->kind != GS_FIELD_TEXT); i++)
    field = gs_record_type_find_field (type, names[i]);

  return field;
}

static void
set_text (const GsRecordType *type, gpointer record, const char *name, const char *text)
{
  const GsField *field = gs_record_type_find_field (type, name);

  if (field != NULL)
    *GS_FIELD_PTR (field, record, char *) = g_strdup (text);
}

/* The last part of a path, which may hold no slash. */
static char *
own_name (const char *path)
{
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;

  return g_strdup (slash != NULL ? slash + 1 : path);
}

static gpointer
make_record (StandIns *in, gint64 id, const char *uuid, const char *name)
{
  gpointer record = gs_record_new (in->type);
  const GsField *field = name_field (in->type);
  g_autofree char *known = in->type == &gs_tag_type ? own_name (name) : g_strdup (name);
  g_autofree char *fresh = g_uuid_string_random ();

  if (known == NULL || *known == '\0')
    {
      g_free (known);
      known = g_strdup_printf ("%s %" G_GINT64_FORMAT, label_of (in->self->words, in->type), id);
    }
  set_text (in->type, record, "uuid", uuid != NULL ? uuid : fresh);
  set_text (in->type, record, field->name, known);
  set_text (in->type, record, "note", in->self->words->note);
  if (in->type == &gs_tag_type)
    set_text (in->type, record, "description", in->self->words->note);

  return record;
}

static gboolean
insert_record (StandIns *in, gint64 id, gconstpointer record)
{
  GsDbConnection *db = in->self->db;
  const GsDbPlan *plan = gs_db_plan_for (in->type);
  g_autoptr (GsDbStatement) statement = gs_db_query (db, in->self->error, plan->insert, "i", id);
  gboolean missing = FALSE;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      if (!gs_db_bind_field (db, statement, (int) i + 2, plan->columns[i], record, &missing, in->self->error))
        return FALSE;
    }

  return gs_db_statement_run (statement, in->self->error);
}

/* A claim knows where it was if the list of claims does. */
static gboolean
place_claim (StandIns *in, gint64 id)
{
  return in->type != &gs_claim_type
         || gs_db_run (
           in->self->db, in->self->error,
           "UPDATE claim SET article = coalesce ((SELECT article FROM hint WHERE kind = 'claim' AND id = ?1), "
           "(SELECT r.article FROM claim_span AS s JOIN revision AS r ON r.id = s.revision "
           "WHERE s.claim = ?1 LIMIT 1)) WHERE id = ?1",
           "i", id);
}

static gboolean
make_one (StandIns *in, gint64 id)
{
  g_autoptr (GsDbStatement) hint =
    gs_db_query (in->self->db, in->self->error, "SELECT uuid, name FROM hint WHERE kind = ? AND id = ?", "ti",
                 in->type->name, id);
  gint64 other = 0;
  GsDbStep step = hint != NULL ? gs_db_statement_step (hint, in->self->error) : GS_DB_STEP_FAILED;
  g_autofree char *uuid = step == GS_DB_STEP_ROW ? gs_db_column_dup (hint, 0) : NULL;
  g_autofree char *name = step == GS_DB_STEP_ROW ? gs_db_column_dup (hint, 1) : NULL;
  gpointer record;
  gboolean done;

  if (step == GS_DB_STEP_FAILED)
    return FALSE;

  /* A damaged index may name for it what another row is. */
  step = uuid != NULL ? gs_db_record_find_id (in->self->db, in->type, uuid, &other, in->self->error) : GS_DB_STEP_DONE;
  if (step == GS_DB_STEP_FAILED)
    return FALSE;
  if (step == GS_DB_STEP_ROW)
    g_clear_pointer (&uuid, g_free);

  record = make_record (in, id, uuid, name);
  done = insert_record (in, id, record) && place_claim (in, id);
  gs_record_free (in->type, record);
  gs_db_salvage_kind (in->self, in->type->plural)->made += done;
  in->self->result->whole = FALSE;

  return done;
}

static GArray *
take_missing (StandIns *in)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (in->self->db, in->self->error, "SELECT id FROM missing ORDER BY id", "");

  return gs_db_statement_ints (statement, 0, in->self->error);
}

/* What two indexes agree on was there, whether or not anything refers to it. */
#define NOTE_HINTS                                                                                                  \
  "INSERT OR IGNORE INTO missing SELECT id FROM hint WHERE kind = ? AND uuid IS NOT NULL AND (name IS NOT NULL OR " \
  "article IS NOT NULL)"

static gboolean
make_all (StandIns *in)
{
  g_autoptr (GArray) ids = NULL;

  if (!gs_db_exec (in->self->db, "DELETE FROM missing", in->self->error)
      || !gs_db_run (in->self->db, in->self->error, NOTE_HINTS, "t", in->type->name) || !each_ref (in, note_missing))
    return FALSE;

  ids = take_missing (in);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!make_one (in, g_array_index (ids, gint64, i)))
        return FALSE;
    }

  return ids != NULL && each_ref (in, cut_off);
}

/* The last type first: what stands in for a claim may refer to an article that
 * needs a stand-in as well. Nothing refers to links. */
gboolean
gs_db_salvage_stand_in (GsDbSalvaging *self)
{
  for (guint i = gs_n_workspace_types; i > 0; i--)
    {
      StandIns in = { self, gs_workspace_types[i - 1] };

      if (in.type != &gs_link_type && !make_all (&in))
        return FALSE;
    }

  return TRUE;
}
