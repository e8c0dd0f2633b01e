/* test-records.c: records come out of the file as they went in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"

#include <string.h>

/* Loads what fixture_fill_graph() saved, field by field. */
static void
test_round_trip (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  fixture_fill_graph (db);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];

      for (int n = 1; n <= 2; n++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *uuid = fixture_uuid (type, n);
          gpointer record = gs_db_record_load (db, type, uuid, &error);

          g_assert_no_error (error);
          g_assert_nonnull (record);
          for (guint j = 0; j < type->n_fields; j++)
            {
              gboolean root = type == &gs_tag_type && n == 1 && g_str_equal (type->fields[j].name, "parent");

              g_assert_true (gs_field_is_default (&type->fields[j], record) == root);
            }

          /* Saved again just so, it leaves no trace. */
          g_assert_cmpint (fixture_save (db, type, record), ==, 0);
          gs_record_free (type, record);
        }
      g_assert_cmpint (gs_db_record_count (db, type, NULL), ==, 2);
    }
}

/* A walk reads lists beside their owners; loading asks for each owner's. */
static gboolean
compare_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  gpointer loaded = gs_db_record_load (user_data, type, ((GsAnnotatorRecord *) record)->uuid, error);

  g_assert_nonnull (loaded);
  g_assert_true (gs_record_equal (type, record, loaded));
  gs_record_free (type, loaded);

  return TRUE;
}

/* More of each than a walk remembers UUIDs of, and between claims with lists
 * some without. */
static void
test_walk (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *full = fixture_uuid (&gs_claim_type, 1);

  fixture_fill_graph (db);
  for (guint i = 0; i < 2500; i++)
    {
      g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
      g_autoptr (GsClaimRecord) claim = gs_db_record_load (db, &gs_claim_type, full, NULL);

      source->uuid = g_uuid_string_random ();
      source->name = g_strdup_printf ("Source %u", i);
      fixture_save (db, &gs_source_type, source);

      g_free (claim->uuid);
      claim->uuid = g_uuid_string_random ();
      for (guint j = 0; j < claim->spans->len; j++)
        {
          GsSpanRecord *span = claim->spans->pdata[j];

          g_free (span->uuid);
          span->uuid = g_uuid_string_random ();
        }
      g_ptr_array_set_size (claim->tags, i % 2);
      if (i % 3 == 0)
        {
          GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);

          hop->source = g_strdup (source->uuid);
        }
      fixture_save (db, &gs_claim_type, claim);
    }

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      g_assert_true (gs_db_record_each (db, gs_workspace_types[i], compare_cb, db, &error));
      g_assert_no_error (error);
    }
}

static void
test_undo_redo (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = fixture_dump (db);
  g_autofree char *full = NULL;
  g_autofree char *after_undo = NULL;
  g_autofree char *after_redo = NULL;

  fixture_fill_graph (db);
  full = fixture_dump (db);
  g_assert_cmpstr (full, !=, empty);
  gs_db_undo (db, NULL, &error);
  g_assert_no_error (error);
  after_undo = fixture_dump (db);
  g_assert_cmpstr (after_undo, ==, empty);
  gs_db_redo (db, NULL, &error);
  g_assert_no_error (error);
  after_redo = fixture_dump (db);
  g_assert_cmpstr (after_redo, ==, full);
}

static void
test_listings (void)
{
  const GsRecordType *listings[] = {
    &gs_article_listing_type, &gs_claim_listing_type, &gs_question_listing_type,
    &gs_source_listing_type,  &gs_tag_listing_type,   &gs_link_listing_type,
  };
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  fixture_fill_graph (db);
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      g_assert_cmpint (gs_db_listing_count (db, listings[i], NULL, &error), ==, 2);
      g_assert_no_error (error);
      rows = gs_db_listing_page (db, listings[i], NULL, 0, 10, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, 2);
    }
}

/* Saves in an action of its own that must fail; returns what it said. */
static char *
refused (GsDbConnection *db, const GsRecordType *type, gconstpointer record, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) begun = NULL;

  gs_db_action_begin (db, "Refused", NULL, 0, &begun);
  g_assert_no_error (begun);
  if (gs_db_record_save (db, type, record, &error))
    gs_db_action_commit (db, NULL, &error);
  else
    gs_db_action_rollback (db);
  g_assert_error (error, GS_DB_ERROR, code);

  return g_strdup (error->message);
}

/* Every reference of every type, to a record that is not there. */
static void
test_missing_references (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_fill_graph (db);
  before = fixture_dump (db);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];

      for (guint j = 0; j < type->n_fields; j++)
        {
          const GsField *field = &type->fields[j];
          gpointer record = fixture_record (type, 2, 2);
          g_autofree char *message = NULL;

          if (field->kind == GS_FIELD_REF)
            {
              g_free (*GS_FIELD_PTR (field, record, char *));
              *GS_FIELD_PTR (field, record, char *) = g_strdup ("no-such-uuid");
            }
          else if (field->kind == GS_FIELD_REFS)
            g_ptr_array_add (*GS_FIELD_PTR (field, record, GPtrArray *), g_strdup ("no-such-uuid"));

          if (field->kind == GS_FIELD_REF || field->kind == GS_FIELD_REFS)
            {
              message = refused (db, type, record, GS_DB_ERROR_CONSTRAINT);
              g_assert_nonnull (strstr (message, "no-such-uuid"));
            }
          gs_record_free (type, record);
        }
    }
  after = fixture_dump (db);
  g_assert_cmpstr (after, ==, before);
}

/* Two sources that know each other can only be told one after the other. */
static void
test_forward_references (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GsSourceRecord) a = gs_record_new (&gs_source_type);
  g_autoptr (GsSourceRecord) b = gs_record_new (&gs_source_type);
  g_autoptr (GsSourceRecord) stored = NULL;
  GsAffiliationRecord *affiliation = gs_record_append (a->affiliations, &gs_affiliation_type);

  a->uuid = g_strdup ("a");
  a->part_of = g_strdup ("b");
  affiliation->party = g_strdup ("b");
  b->uuid = g_strdup ("b");
  b->part_of = g_strdup ("a");

  gs_db_action_begin (db, "Both", NULL, 0, &error);
  g_assert_true (gs_db_record_save (db, &gs_source_type, a, &error));
  g_assert_true (gs_db_record_save (db, &gs_source_type, b, &error));
  g_assert_true (gs_db_action_commit (db, NULL, &error));
  g_assert_no_error (error);
  stored = gs_db_record_load (db, &gs_source_type, "a", &error);
  g_assert_true (gs_record_equal (&gs_source_type, stored, a));
}

static void
assert_gone (GsDbConnection *db, const GsRecordType *type, int n, gboolean gone)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = fixture_uuid (type, n);
  gpointer record = gs_db_record_load (db, type, uuid, &error);

  g_assert_no_error (error);
  g_assert_true ((record == NULL) == gone);
  gs_record_free (type, record);
}

static void
test_delete_article (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autofree char *article = fixture_uuid (&gs_article_type, 1);
  g_autofree char *other = fixture_uuid (&gs_article_type, 2);
  g_autoptr (GsArticleRecord) left = NULL;
  g_autoptr (GError) error = NULL;

  /* All claims of the graph are the first article's, all links are theirs. */
  fixture_fill_graph (db);
  fixture_delete (db, &gs_article_type, article);
  assert_gone (db, &gs_article_type, 1, TRUE);
  assert_gone (db, &gs_claim_type, 1, TRUE);
  assert_gone (db, &gs_claim_type, 2, TRUE);
  assert_gone (db, &gs_link_type, 2, TRUE);
  assert_gone (db, &gs_tag_type, 1, FALSE);
  left = gs_db_record_load (db, &gs_article_type, other, &error);
  g_assert_null (left->translation_of);

  gs_db_action_begin (db, "Again", NULL, 0, &error);
  g_assert_false (gs_db_record_delete (db, &gs_article_type, article, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW);
  gs_db_action_rollback (db);
}

static void
test_delete_mentions (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *source = fixture_uuid (&gs_source_type, 1);
  g_autofree char *question = fixture_uuid (&gs_question_type, 1);
  g_autofree char *annotator = fixture_uuid (&gs_annotator_type, 1);
  g_autofree char *tag = fixture_uuid (&gs_tag_type, 2);
  g_autofree char *uuid = fixture_uuid (&gs_claim_type, 1);
  g_autoptr (GsClaimRecord) claim = NULL;
  const GsHopRecord *hop;

  fixture_fill_graph (db);
  fixture_delete (db, &gs_source_type, source);
  fixture_delete (db, &gs_question_type, question);
  fixture_delete (db, &gs_annotator_type, annotator);
  fixture_delete (db, &gs_tag_type, tag);
  claim = gs_db_record_load (db, &gs_claim_type, uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (claim->hops->len, ==, 3);
  hop = claim->hops->pdata[0];
  g_assert_null (hop->source);
  g_assert_nonnull (hop->cue);
  g_assert_null (claim->question);
  g_assert_null (claim->author);
  g_assert_cmpuint (claim->tags->len, ==, 1);
}

static char *
paths_of (GsDbConnection *db)
{
  GsListFilter filter = { 0 };
  g_autoptr (GPtrArray) rows = gs_db_listing_page (db, &gs_tag_listing_type, &filter, 0, 100, NULL);
  GString *paths = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (paths, "%s ", ((GsTagListing *) rows->pdata[i])->path);

  return g_string_free (paths, FALSE);
}

static void
save_tag (GsDbConnection *db, const char *uuid, const char *parent, const char *name, const char *paths)
{
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autofree char *got = NULL;

  tag->uuid = g_strdup (uuid);
  tag->parent = g_strdup (parent);
  tag->name = g_strdup (name);
  if (paths != NULL)
    fixture_save (db, &gs_tag_type, tag);
  else
    g_free (refused (db, &gs_tag_type, tag, GS_DB_ERROR_CONSTRAINT));
  got = paths_of (db);
  if (paths != NULL)
    g_assert_cmpstr (got, ==, paths);
}

/* A line of tags ends somewhere: each holds its whole path. */
static void
test_deep_tags (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

  tag->name = g_strdup ("a");
  for (int i = 1; i <= 257; i++)
    {
      g_free (tag->uuid);
      tag->uuid = g_strdup_printf ("tag %d", i);
      if (i <= 256)
        fixture_save (db, &gs_tag_type, tag);
      else
        g_free (refused (db, &gs_tag_type, tag, GS_DB_ERROR_CONSTRAINT));
      g_free (tag->parent);
      tag->parent = g_strdup (tag->uuid);
    }
}

static void
test_tags (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autofree char *found = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *below = NULL;

  save_tag (db, "o", NULL, "object", "object ");
  save_tag (db, "d", "o", "drone", "object object/drone ");
  save_tag (db, "s", "d", "shahed", "object object/drone object/drone/shahed ");
  save_tag (db, "x", NULL, "object2", "object object/drone object/drone/shahed object2 ");
  save_tag (db, "o", NULL, "thing", "object2 thing thing/drone thing/drone/shahed ");
  save_tag (db, "d", "x", "drone", "object2 object2/drone object2/drone/shahed thing ");
  save_tag (db, "o", "s", "thing", "object2 object2/drone object2/drone/shahed object2/drone/shahed/thing ");
  save_tag (db, "d", "o", "drone", NULL); /* below itself */
  save_tag (db, "d", "d", "drone", NULL); /* below itself */
  save_tag (db, "y", "x", "drone", NULL); /* there is one */
  save_tag (db, "y", "x", "a/b", NULL);   /* a slash */
  save_tag (db, "y", "x", "", NULL);      /* nothing */
  found = gs_db_record_find_name (db, &gs_tag_type, "object2/drone/shahed", NULL);
  g_assert_cmpstr (found, ==, "s");
  fixture_assert_clean (db);

  fixture_delete (db, &gs_tag_type, "d");
  below = paths_of (db);
  g_assert_cmpstr (below, ==, "object2 ");
  gs_db_undo (db, NULL, NULL);
  gs_db_undo (db, NULL, NULL);
  undone = paths_of (db);
  g_assert_cmpstr (undone, ==, "object2 object2/drone object2/drone/shahed thing ");
  fixture_assert_clean (db);
}

static void
assert_named (GsDbConnection *db, const GsRecordType *type, const char *name, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = gs_db_record_find_name (db, type, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, uuid);
}

static void
test_names (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);
  g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);
  g_autoptr (GPtrArray) uuids = NULL;
  GsAliasRecord *alias = gs_record_append (source->aliases, &gs_alias_type);

  source->uuid = g_strdup ("abc-1");
  source->name = g_strdup ("Россия");
  alias->name = g_strdup ("Russia");
  question->uuid = g_strdup ("q");
  question->text = g_strdup ("When was É?");
  fixture_save (db, &gs_source_type, source);
  fixture_save (db, &gs_question_type, question);
  assert_named (db, &gs_source_type, "Россия", "abc-1");
  assert_named (db, &gs_source_type, "россия", "abc-1");
  assert_named (db, &gs_source_type, "RUSSIA", "abc-1");
  assert_named (db, &gs_source_type, "Russ", NULL);
  assert_named (db, &gs_question_type, "when was é?", "q");
  assert_named (db, &gs_claim_type, "anything", NULL);

  uuids = gs_db_record_find_prefix (db, &gs_source_type, "ab", 10, &error);
  g_assert_cmpuint (uuids->len, ==, 1);
  g_ptr_array_unref (uuids);
  uuids = gs_db_record_find_prefix (db, &gs_source_type, "%", 10, &error);
  g_assert_cmpuint (uuids->len, ==, 0);
  g_assert_no_error (error);
}

/* The same bytes are stored once; a hash that is not theirs is refused. */
static void
test_texts (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GsArticleRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Tëxt", -1);

  article->uuid = g_strdup ("a");
  article->text = g_strdup ("Tëxt");
  article->original = g_bytes_new_static ("Tëxt", strlen ("Tëxt"));
  fixture_save (db, &gs_article_type, article);
  stored = gs_db_record_load (db, &gs_article_type, "a", &error);
  g_assert_cmpstr (stored->text, ==, "Tëxt");
  g_assert_cmpstr (stored->sha256, ==, hash);
  g_assert_null (stored->original);
  assert_named (db, &gs_article_type, hash, "a");
  g_assert_cmpint (fixture_save (db, &gs_article_type, article), ==, 0);

  article->sha256 = g_strdup ("0123");
  g_free (refused (db, &gs_article_type, article, GS_DB_ERROR_CONSTRAINT));
  g_clear_pointer (&article->sha256, g_free);

  /* Bytes in another coding, and later another text of them. */
  g_bytes_unref (article->original);
  article->original = g_bytes_new_static ("T\xebxt", 4);
  fixture_save (db, &gs_article_type, article);
  g_free (article->text);
  article->text = g_strdup ("Text");
  fixture_save (db, &gs_article_type, article);
  gs_article_record_free (stored);
  stored = gs_db_record_load (db, &gs_article_type, "a", &error);
  g_assert_cmpstr (stored->text, ==, "Text");
  g_assert_true (g_bytes_equal (stored->original, article->original));
  fixture_assert_clean (db);
  gs_db_undo (db, NULL, &error);
  gs_db_undo (db, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_clean (db);
}

static void
test_by_article (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *article = fixture_uuid (&gs_article_type, 1);
  g_autofree char *question = fixture_uuid (&gs_question_type, 1);
  g_autofree char *claim = fixture_uuid (&gs_claim_type, 1);
  g_autoptr (GPtrArray) of_article = NULL;
  g_autoptr (GPtrArray) on_question = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) links_on = NULL;

  fixture_fill_graph (db);
  of_article = gs_db_claims_of_article (db, article, &error);
  on_question = gs_db_claims_on_question (db, question, &error);
  links = gs_db_links_of_claim (db, claim, &error);
  links_on = gs_db_oppositions_on_question (db, question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_article->len, ==, 2);
  g_assert_cmpuint (on_question->len, ==, 2);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpuint (links_on->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/records/round-trip", test_round_trip);
  g_test_add_func ("/db/records/walk", test_walk);
  g_test_add_func ("/db/records/undo-redo", test_undo_redo);
  g_test_add_func ("/db/records/listings", test_listings);

  g_test_add_func ("/db/records/missing-references", test_missing_references);
  g_test_add_func ("/db/records/forward-references", test_forward_references);
  g_test_add_func ("/db/records/delete-article", test_delete_article);
  g_test_add_func ("/db/records/delete-mentions", test_delete_mentions);
  g_test_add_func ("/db/records/tags", test_tags);
  g_test_add_func ("/db/records/deep-tags", test_deep_tags);
  g_test_add_func ("/db/records/names", test_names);
  g_test_add_func ("/db/records/texts", test_texts);
  g_test_add_func ("/db/records/by-article", test_by_article);

  return g_test_run ();
}
