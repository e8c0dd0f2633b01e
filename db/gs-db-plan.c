/* gs-db-plan.c: how a record type lies in tables.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-plan.h"

/* Fields of an article that lie in its revision and what that points to. */
static const char *const revision_fields[] = { "extractor", "retrieved", "text", "zones", "pages", "original", NULL };

static gboolean
is_column (const GsRecordType *type, const GsField *field)
{
  if (type == &gs_article_type && g_strv_contains (revision_fields, field->name))
    return FALSE;

  return field->kind != GS_FIELD_LIST && field->kind != GS_FIELD_REFS;
}

static gboolean
is_part (const GsRecordType *type, const GsField *field)
{
  if (type == &gs_article_type && g_strv_contains (revision_fields, field->name))
    return FALSE;

  return field->kind == GS_FIELD_LIST || field->kind == GS_FIELD_REFS;
}

/* A reference is read as the UUID of what it refers to; in a walk, where the
 * same few come again and again, as its row number. */
static void
append_column (GString *sql, GString *walk, const GsField *field)
{
  if (field->kind == GS_FIELD_REF)
    g_string_append_printf (sql, ", (SELECT uuid FROM \"%s\" WHERE id = t.\"%s\")", field->type->name, field->name);
  else
    g_string_append_printf (sql, ", t.\"%s\"", field->name);
  g_string_append_printf (walk, ", t.\"%s\"", field->name);
}

/**
 * gs_db_plan_part_name:
 * @type: type of the owner
 * @field: a LIST or REFS field of it
 *
 * Returns: (transfer full): name of the table of a LIST or REFS field: "claim_span"
 */
char *
gs_db_plan_part_name (const GsRecordType *type, const GsField *field)
{
  return g_strdup_printf ("%s_%s", type->name, field->type->name);
}

static void
plan_refs_part (GsDbPart *part, const GsRecordType *type)
{
  const char *owner = type->name;
  const char *member = part->field->type->name;

  part->insert =
    g_strdup_printf ("INSERT INTO \"%s\" (\"%s\", ordinal, \"%s\") VALUES (?, ?, ?)", part->table, owner, member);
  part->select = g_strdup_printf ("SELECT ordinal, (SELECT uuid FROM \"%s\" WHERE id = t.\"%s\") FROM \"%s\" AS t "
                                  "WHERE t.\"%s\" = ? ORDER BY ordinal",
                                  member, member, part->table, owner);
  part->walk = g_strdup_printf ("SELECT t.\"%s\", t.\"%s\" FROM \"%s\" AS t ORDER BY t.\"%s\", t.ordinal", owner,
                                member, part->table, owner);
}

static void
plan_list_part (GsDbPart *part, const GsRecordType *type)
{
  const GsRecordType *member = part->field->type;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (GString) reads = g_string_new ("t.ordinal");
  g_autoptr (GString) walk = g_string_new (NULL);

  for (guint i = 0; i < member->n_fields; i++)
    {
      g_string_append_printf (names, ", \"%s\"", member->fields[i].name);
      g_string_append (marks, ", ?");
      append_column (reads, walk, &member->fields[i]);
    }

  /* A span stands in the revision that counted when it was saved. */
  if (part->has_place)
    {
      g_string_append (names, ", revision");
      g_string_append (marks, ", (SELECT id FROM revision WHERE article = ? ORDER BY number DESC LIMIT 1)");
    }

  part->insert = g_strdup_printf ("INSERT INTO \"%s\" (\"%s\", ordinal%s) VALUES (?, ?%s)", part->table, type->name,
                                  names->str, marks->str);
  part->select = g_strdup_printf ("SELECT %s FROM \"%s\" AS t WHERE t.\"%s\" = ? ORDER BY t.ordinal", reads->str,
                                  part->table, type->name);
  part->walk = g_strdup_printf ("SELECT t.\"%s\"%s FROM \"%s\" AS t ORDER BY t.\"%s\", t.ordinal", type->name,
                                walk->str, part->table, type->name);
}

static void
plan_part (GsDbPart *part, const GsRecordType *type, const GsField *field)
{
  part->field = field;
  part->table = gs_db_plan_part_name (type, field);
  part->delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?", part->table, type->name);
  part->has_place = field->type == &gs_span_type;

  if (field->kind == GS_FIELD_REFS)
    plan_refs_part (part, type);
  else
    plan_list_part (part, type);
}

static void
plan_sql (GsDbPlan *plan)
{
  const char *table = plan->type->name;
  g_autoptr (GString) names = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autoptr (GString) sets = g_string_new (NULL);
  g_autoptr (GString) reads = g_string_new ("SELECT t.id");
  g_autoptr (GString) walk = g_string_new ("SELECT t.id");

  for (guint i = 0; i < plan->n_columns; i++)
    {
      g_string_append_printf (names, ", \"%s\"", plan->columns[i]->name);
      g_string_append_printf (marks, ", ?%u", i + 2);
      g_string_append_printf (sets, "%s\"%s\" = ?%u", i > 0 ? ", " : "", plan->columns[i]->name, i + 2);
      append_column (reads, walk, plan->columns[i]);
    }

  plan->find = g_strdup_printf ("SELECT id FROM \"%s\" WHERE uuid = ?", table);
  plan->name = g_strdup_printf ("SELECT uuid FROM \"%s\" WHERE id = ?", table);
  plan->next = g_strdup_printf ("SELECT coalesce (max (id), 0) + 1 FROM \"%s\"", table);
  plan->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table, names->str, marks->str);
  plan->update = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE id = ?1", table, sets->str);
  plan->select = g_strdup_printf ("%s FROM \"%s\" AS t", reads->str, table);
  plan->by_id = g_strdup_printf ("%s WHERE t.id = ?", plan->select);
  plan->walk = g_strdup_printf ("%s FROM \"%s\" AS t ORDER BY %s", walk->str, table,
                                plan->type == &gs_tag_type ? "t.path" : "t.id");
  plan->delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", table);
}

static GsDbPlan *
plan_new (const GsRecordType *type)
{
  GsDbPlan *plan = g_new0 (GsDbPlan, 1);

  plan->type = type;
  plan->columns = g_new0 (const GsField *, type->n_fields);
  plan->parts = g_new0 (GsDbPart, type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (is_column (type, &type->fields[i]))
        plan->columns[plan->n_columns++] = &type->fields[i];
      else if (is_part (type, &type->fields[i]))
        plan_part (&plan->parts[plan->n_parts++], type, &type->fields[i]);
    }
  plan_sql (plan);

  return plan;
}

/**
 * gs_db_plan_for:
 * @type: one of the types a workspace holds
 *
 * Any thread.
 *
 * Returns: (transfer none): its plan, made on first use and kept
 */
const GsDbPlan *
gs_db_plan_for (const GsRecordType *type)
{
  static GMutex mutex;
  static GHashTable *plans;
  GsDbPlan *plan;

  g_mutex_lock (&mutex);
  if (plans == NULL)
    plans = g_hash_table_new (NULL, NULL);

  plan = g_hash_table_lookup (plans, type);
  if (plan == NULL)
    {
      plan = plan_new (type);
      g_hash_table_insert (plans, (gpointer) type, plan);
    }
  g_mutex_unlock (&mutex);

  return plan;
}
