/* gs-db-fixture.c: what the database's tests share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"

#include "gs-db-private.h"

GsDbConnection *
fixture_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  GsDbConnection *db = gs_db_connection_open (path, GS_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);

  return db;
}

GsDbConnection *
fixture_open_memory (void)
{
  return fixture_open (GS_DB_MEMORY);
}

char *
fixture_new_file (const char *folder)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "a file é.gainsay", NULL);

  gs_db_connection_create (path, "Drones", &error);
  g_assert_no_error (error);

  return path;
}

gint64
fixture_save (GsDbConnection *db, const GsRecordType *type, gconstpointer record)
{
  g_autoptr (GError) error = NULL;
  gint64 group = -1;

  gs_db_action_begin (db, "Save", NULL, 0, &error);
  g_assert_no_error (error);
  gs_db_record_save (db, type, record, &error);
  g_assert_no_error (error);
  gs_db_action_commit (db, &group, &error);
  g_assert_no_error (error);

  return group;
}

void
fixture_delete (GsDbConnection *db, const GsRecordType *type, const char *uuid)
{
  g_autoptr (GError) error = NULL;

  gs_db_action_begin (db, "Delete", NULL, 0, &error);
  g_assert_no_error (error);
  gs_db_record_delete (db, type, uuid, &error);
  g_assert_no_error (error);
  gs_db_action_commit (db, NULL, &error);
  g_assert_no_error (error);
}

char *
fixture_uuid (const GsRecordType *type, int n)
{
  return g_strdup_printf ("%08x-%s", n, type->name);
}

static void
disturb_field (const GsRecordType *type, const GsField *field, gpointer record, int seed)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
      g_free (*GS_FIELD_PTR (field, record, char *));
      *GS_FIELD_PTR (field, record, char *) = g_strdup_printf ("%s é %d", field->name, seed);
      break;

    case GS_FIELD_REF:
      g_free (*GS_FIELD_PTR (field, record, char *));
      *GS_FIELD_PTR (field, record, char *) = fixture_uuid (field->type, 1);
      break;

    case GS_FIELD_BYTES:
      g_clear_pointer (GS_FIELD_PTR (field, record, GBytes *), g_bytes_unref);
      *GS_FIELD_PTR (field, record, GBytes *) = g_bytes_new (&seed, sizeof seed);
      break;

    case GS_FIELD_TEXTS:
      g_ptr_array_set_size (*GS_FIELD_PTR (field, record, GPtrArray *), 0);
      g_ptr_array_add (*GS_FIELD_PTR (field, record, GPtrArray *), g_strdup_printf ("stage %d", seed));
      g_ptr_array_add (*GS_FIELD_PTR (field, record, GPtrArray *), g_strdup (""));
      break;

    case GS_FIELD_REFS:
      g_ptr_array_set_size (*GS_FIELD_PTR (field, record, GPtrArray *), 0);
      g_ptr_array_add (*GS_FIELD_PTR (field, record, GPtrArray *), fixture_uuid (field->type, 2));
      g_ptr_array_add (*GS_FIELD_PTR (field, record, GPtrArray *), fixture_uuid (field->type, 1));
      break;

    case GS_FIELD_LIST:
      for (int i = 0; i < 3; i++)
        fixture_disturb (field->type, gs_record_append (*GS_FIELD_PTR (field, record, GPtrArray *), field->type),
                         seed * 10 + i);
      break;

    case GS_FIELD_INT:
      *GS_FIELD_PTR (field, record, gint64) = seed;
      break;

    case GS_FIELD_NUMBER:
      *GS_FIELD_PTR (field, record, double) = seed + 0.125;
      break;

    case GS_FIELD_BOOL:
      *GS_FIELD_PTR (field, record, gboolean) = TRUE;
      break;

    case GS_FIELD_WORD:
      *GS_FIELD_PTR (field, record, int) = 1;
      break;

    default:
      g_assert_not_reached ();
    }
}

void
fixture_disturb (const GsRecordType *type, gpointer record, int seed)
{
  for (guint i = 0; i < type->n_fields; i++)
    disturb_field (type, &type->fields[i], record, seed);
}

gpointer
fixture_record (const GsRecordType *type, int n, int seed)
{
  gpointer record = gs_record_new (type);
  char *uuid = fixture_uuid (type, n);

  fixture_disturb (type, record, seed);
  g_free (((GsAnnotatorRecord *) record)->uuid);
  ((GsAnnotatorRecord *) record)->uuid = uuid;

  if (type == &gs_article_type)
    {
      GsArticleRecord *article = record;

      g_free (article->sha256);
      article->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, article->original);
    }
  else if (type == &gs_tag_type && n == 1)
    g_clear_pointer (&((GsTagRecord *) record)->parent, g_free);

  return record;
}

void
fixture_tamper (GsDbConnection *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  gs_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

void
fixture_fill_graph (GsDbConnection *db)
{
  g_autoptr (GError) error = NULL;

  gs_db_action_begin (db, "Fill", NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (int n = 1; n <= 2; n++)
        {
          gpointer record = fixture_record (gs_workspace_types[i], n, n);

          gs_db_record_save (db, gs_workspace_types[i], record, &error);
          g_assert_no_error (error);
          gs_record_free (gs_workspace_types[i], record);
        }
    }
  gs_db_action_commit (db, NULL, &error);
  g_assert_no_error (error);
}

static void
dump_record (const GsRecordType *type, gconstpointer record, GString *out)
{
  g_string_append_printf (out, "{%s", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (gs_field_is_default (field, record))
        continue;

      g_string_append_printf (out, " %s=", field->name);
      if (field->kind == GS_FIELD_TEXT || field->kind == GS_FIELD_REF)
        g_string_append (out, GS_FIELD_VALUE (field, record, char *));
      else if (field->kind == GS_FIELD_INT)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, GS_FIELD_VALUE (field, record, gint64));
      else if (field->kind == GS_FIELD_NUMBER)
        g_string_append_printf (out, "%.17g", GS_FIELD_VALUE (field, record, double));
      else if (field->kind == GS_FIELD_BOOL || field->kind == GS_FIELD_WORD)
        g_string_append_printf (out, "%d", GS_FIELD_VALUE (field, record, int));
      else if (field->kind == GS_FIELD_BYTES)
        {
          g_autofree char *hash =
            g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, GS_FIELD_VALUE (field, record, GBytes *));

          g_string_append (out, hash);
        }
      else
        {
          const GPtrArray *list = GS_FIELD_VALUE (field, record, GPtrArray *);

          for (guint j = 0; j < list->len; j++)
            {
              if (field->kind == GS_FIELD_LIST)
                dump_record (field->type, list->pdata[j], out);
              else
                g_string_append_printf (out, "<%s>", (char *) list->pdata[j]);
            }
        }
    }
  g_string_append (out, "}");
}

static gboolean
dump_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  GString *out = user_data;

  dump_record (type, record, out);
  g_string_append_c (out, '\n');

  return TRUE;
}

char *
fixture_dump (GsDbConnection *db)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      g_autoptr (GError) error = NULL;

      gs_db_record_each (db, gs_workspace_types[i], dump_cb, out, &error);
      g_assert_no_error (error);
    }

  return g_string_free (out, FALSE);
}

static void
assert_findings (GsDbConnection *db, gboolean nonsense)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gs_db_check (db, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *finding = findings->pdata[i];

      if (!nonsense
          || !(g_str_has_prefix (finding, "Span ") || g_str_has_prefix (finding, "A zone ")
               || g_str_has_prefix (finding, "A page ")))
        g_error ("%s", finding);
    }
}

void
fixture_assert_clean (GsDbConnection *db)
{
  assert_findings (db, FALSE);
}

void
fixture_assert_derived (GsDbConnection *db)
{
  assert_findings (db, TRUE);
}
