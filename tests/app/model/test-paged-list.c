/* test-paged-list.c: the list that pages through the database.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paged-list-private.h"
#include "gs-test.h"

#define N_SMALL 1000
#define N_LARGE 100000

static void
add_tags (GsWorkspace *workspace, guint first, guint n)
{
  g_autoptr (GsAction) action = gs_action_new ("Add tags");
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

      tag->uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", i);
      tag->name = g_strdup_printf ("tag %06u", i);
      gs_action_save (action, &gs_tag_type, tag);
    }
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static void
save_tag (GsWorkspace *workspace, guint number, const char *name)
{
  g_autoptr (GsAction) action = gs_action_new ("Rename tag");
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;

  tag->uuid = g_strdup (uuid);
  tag->name = g_strdup (name);
  gs_action_save (action, &gs_tag_type, tag);
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static void
delete_tag (GsWorkspace *workspace, guint number)
{
  g_autoptr (GsAction) action = gs_action_new ("Delete tag");
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  g_autoptr (GError) error = NULL;

  gs_action_delete (action, &gs_tag_type, uuid);
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static GsWorkspace *
workspace_of (guint n)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  if (n > 0)
    add_tags (workspace, 0, n);

  return workspace;
}

static gboolean
is_open (gpointer list)
{
  return !gs_paged_list_is_loading (list);
}

/* Nothing is under way: count, skeleton and every wanted page have come. */
static gboolean
is_settled (gpointer data)
{
  GsPagedList *list = data;

  return !list->loading && list->pause == 0 && list->reading == NULL && !list->dirty && list->fetching == NULL
         && list->wanted->len == 0 && list->wanted_idle == 0;
}

static void
settle (GsPagedList *list)
{
  gs_test_pump_until (is_settled, list, 30);
}

static GsPagedList *
open_list (GsWorkspace *workspace)
{
  GsPagedList *list = gs_paged_list_new (workspace, &gs_tag_listing_type, NULL);

  settle (list);

  return list;
}

static GsRow *
get (GsPagedList *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (list), position);
}

static const char *
path_of (GsRow *row)
{
  const GsTagListing *tag = gs_row_get_record (row);

  return tag != NULL ? tag->path : NULL;
}

static void
assert_row (GsPagedList *list, guint position, const char *path)
{
  g_autoptr (GsRow) row = get (list, position);

  settle (list);
  g_assert_cmpstr (path_of (row), ==, path);
  g_assert_cmpuint (gs_row_get_position (row), ==, position);
}

/* What the list announced. */
typedef struct
{
  guint times;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Changes *changes = user_data;

  *changes = (Changes){ changes->times + 1, position, removed, added };
}

static void
count_cb (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_open (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of (N_SMALL);
  GsPagedList *list = gs_paged_list_new (workspace, &gs_tag_listing_type, NULL);
  Changes changes = { 0 };
  guint loading = 0, n_items = 0;

  g_assert_true (gs_paged_list_is_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == GS_TYPE_ROW);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  g_signal_connect_swapped (list, "notify::loading", G_CALLBACK (count_cb), &loading);
  g_signal_connect_swapped (list, "notify::n-items", G_CALLBACK (count_cb), &n_items);
  settle (list);

  /* The skeleton adds nothing to tell. */
  g_assert_cmpuint (changes.times, ==, 1);
  g_assert_cmpuint (changes.added, ==, N_SMALL);
  g_assert_cmpuint (loading, ==, 1);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_null (get (list, N_SMALL));
  g_assert_finalize_object (list);
}

static void
test_rows (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of (N_SMALL);
  GsPagedList *list = open_list (workspace);
  g_autoptr (GsRow) first = get (list, 0), far = get (list, 700), same = get (list, 700);
  guint loaded = 0;

  /* The first page is there at once; any other comes when asked for. */
  g_assert_cmpstr (path_of (first), ==, "tag 000000");
  g_assert_true (far == same);
  g_assert_null (path_of (far));
  g_signal_connect_swapped (far, "notify::loaded", G_CALLBACK (count_cb), &loaded);
  settle (list);
  g_assert_cmpuint (loaded, ==, 1);
  g_assert_cmpstr (path_of (far), ==, "tag 000700");
  g_assert_cmpuint (gs_paged_list_find (list, gs_row_get_uuid (far)), ==, 700);
  g_assert_cmpuint (gs_paged_list_find (list, "no such"), ==, G_MAXUINT);
  for (guint i = 0; i < N_SMALL; i += 97)
    {
      g_autofree char *path = g_strdup_printf ("tag %06u", i);

      assert_row (list, i, path);
    }

  /* Rows may outlive the list. */
  g_assert_finalize_object (list);
  g_assert_cmpstr (path_of (far), ==, "tag 000700");
}

/* Whatever is looked at, the list holds a bounded number of rows. */
static void
test_memory (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of (10000);
  GsPagedList *list = open_list (workspace);
  g_autoptr (GsRow) kept = get (list, 0);

  for (guint i = 0; i < 10000; i += GS_PAGE_SIZE)
    {
      g_autoptr (GsRow) row = get (list, i);

      settle (list);
      g_assert_nonnull (path_of (row));
      g_assert_cmpuint (g_hash_table_size (list->rows), <=, 64 * GS_PAGE_SIZE + 1);
    }
  g_assert_cmpuint (g_hash_table_size (list->pages), ==, 64);
  g_assert_cmpuint (list->recent.length, ==, 64);
  /* Its page is gone, it is not. */
  g_assert_false (g_hash_table_contains (list->pages, GUINT_TO_POINTER (0)));
  g_autoptr (GsRow) again = get (list, 0);
  g_assert_true (again == kept);
  g_assert_finalize_object (list);
}

/* What was scrolled past is not fetched. */
static void
test_scrolled_past (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of (10000);
  GsPagedList *list = open_list (workspace);
  g_autoptr (GsRow) stayed = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (GsRow) row = get (list, i);
    }
  stayed = get (list, 5000);
  settle (list);
  g_assert_nonnull (path_of (stayed));
  /* The first page, and the one that is looked at. */
  g_assert_cmpuint (g_hash_table_size (list->pages), ==, 2);
  g_assert_finalize_object (list);
}

typedef struct
{
  GsWorkspace *workspace;
  GsPagedList *list;
  Changes changes;
} Watched;

static void
watch (Watched *watched, guint n)
{
  watched->workspace = workspace_of (n);
  watched->list = open_list (watched->workspace);
  watched->changes = (Changes){ 0 };
  g_signal_connect (watched->list, "items-changed", G_CALLBACK (items_changed_cb), &watched->changes);
}

static void
unwatch (Watched *watched)
{
  g_assert_finalize_object (watched->list);
  g_assert_finalize_object (watched->workspace);
}

static void
assert_change (Watched *watched, guint position, guint removed, guint added)
{
  settle (watched->list);
  g_assert_cmpuint (watched->changes.times, ==, 1);
  g_assert_cmpuint (watched->changes.position, ==, position);
  g_assert_cmpuint (watched->changes.removed, ==, removed);
  g_assert_cmpuint (watched->changes.added, ==, added);
  watched->changes.times = 0;
}

/* Adds up what is announced; GTK asks for each row that comes where others go. */
typedef struct
{
  guint n;    /* so many rows there are, says what was announced */
  guint most; /* that came where others went */
} Told;

static void
told_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Told *told = user_data;

  g_assert_cmpuint (position + removed, <=, told->n);
  told->n += added - removed;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, told->n);
  if (removed > 0)
    told->most = MAX (told->most, added);
}

/* Other rows in the place of many: nobody has to look at each of them. */
static void
test_filters (void)
{
  static const char *const texts[] = { "1", NULL, "tag 00", "tag 000999", NULL, "nothing", NULL };
  g_autoptr (GsWorkspace) workspace = workspace_of (10000);
  GsPagedList *list = open_list (workspace);
  Told told = { 10000, 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (told_cb), &told);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GsListFilter filter = { .text = (char *) texts[i] };
      g_autoptr (GError) error = NULL;

      gs_paged_list_set_filter (list, &filter);
      settle (list);
      g_assert_cmpint (gs_workspace_list_count (workspace, &gs_tag_listing_type, &filter, &error), ==, told.n);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (told.most, >, 0);
  g_assert_cmpuint (told.most, <=, 1024);
  assert_row (list, 9999, "tag 009999");
  g_assert_finalize_object (list);
}

static void
test_minimal_changes (void)
{
  Watched watched;

  watch (&watched, 500);
  {
    g_autoptr (GsRow) before = get (watched.list, 10), after = get (watched.list, 300), gone = get (watched.list, 200);

    settle (watched.list);
    add_tags (watched.workspace, 500, 3);
    assert_change (&watched, 500, 0, 3);
    delete_tag (watched.workspace, 200);
    assert_change (&watched, 200, 1, 0);
    g_assert_cmpuint (gs_row_get_position (before), ==, 10);
    g_assert_cmpuint (gs_row_get_position (after), ==, 299);
    g_assert_cmpstr (path_of (gone), ==, "tag 000200");
    g_autoptr (GsRow) moved = get (watched.list, 299);
    g_assert_true (moved == after);

    gs_workspace_undo (watched.workspace, NULL, NULL);
    assert_change (&watched, 200, 0, 1);
    g_assert_cmpuint (gs_row_get_position (after), ==, 300);
    assert_row (watched.list, 200, "tag 000200");
  }
  unwatch (&watched);
}

/* A change that moves nothing is told by the rows alone. */
static void
test_refill (void)
{
  Watched watched;
  guint loaded = 0, others = 0;

  watch (&watched, 500);
  {
    g_autoptr (GsRow) row = get (watched.list, 300), other = get (watched.list, 301);

    settle (watched.list);
    g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (count_cb), &loaded);
    g_signal_connect_swapped (other, "notify::loaded", G_CALLBACK (count_cb), &others);
    save_tag (watched.workspace, 300, "tag 000300 renamed");
    settle (watched.list);
    g_assert_cmpuint (watched.changes.times, ==, 0);
    g_assert_cmpuint (loaded, ==, 1);
    g_assert_cmpuint (others, ==, 0);
    g_assert_cmpstr (path_of (row), ==, "tag 000300 renamed");
  }
  unwatch (&watched);
}

/* The order of a long list is read after a pause; what changes meanwhile, or
 * moves under what was read by place, is shown as it is all the same. */
static void
test_change_in_pause (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of (6000);
  g_autoptr (GsPagedList) list = gs_paged_list_new (workspace, &gs_tag_listing_type, NULL);
  g_autoptr (GsRow) first = NULL;
  g_autoptr (GsRow) second = NULL;

  gs_test_pump_until (is_open, list, 30);
  g_assert_null (list->skeleton);
  first = get (list, 0);
  second = get (list, 1);
  save_tag (workspace, 0, "tag 000000 renamed");
  settle (list);
  g_assert_cmpstr (path_of (first), ==, "tag 000000 renamed");

  gs_paged_list_set_filter (list, &(GsListFilter){ .descending = TRUE });
  gs_test_pump_until (is_open, list, 30);
  g_assert_null (list->skeleton);
  delete_tag (workspace, 5999);
  add_tags (workspace, 7000, 1);
  settle (list);
  g_clear_object (&first);
  first = get (list, 0);
  settle (list);
  g_assert_cmpstr (path_of (first), ==, "tag 007000");
}

/* A row that moves stays the same object, so that a selection finds it again. */
static void
test_move (void)
{
  Watched watched;
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);

  watch (&watched, 500);
  filter->order = GS_ORDER_TEXT;
  gs_paged_list_set_filter (watched.list, filter);
  settle (watched.list);
  watched.changes = (Changes){ 0 };
  {
    g_autoptr (GsRow) row = get (watched.list, 300);

    settle (watched.list);
    save_tag (watched.workspace, 300, "tag 000100 and a half");
    assert_change (&watched, 101, 200, 200);
    g_assert_cmpuint (gs_row_get_position (row), ==, 101);
    g_autoptr (GsRow) there = get (watched.list, 101);
    g_assert_true (there == row);
    g_assert_cmpstr (path_of (row), ==, "tag 000100 and a half");
    assert_row (watched.list, 300, "tag 000299");
  }
  unwatch (&watched);
}

static void
test_filter (void)
{
  Watched watched;
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);

  watch (&watched, 500);
  filter->order = GS_ORDER_TEXT;
  filter->descending = TRUE;
  gs_paged_list_set_filter (watched.list, filter);
  /* Until the rows have come the old ones stay. */
  g_assert_true (gs_paged_list_is_loading (watched.list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watched.list)), ==, 500);
  assert_change (&watched, 0, 500, 500);
  assert_row (watched.list, 0, "tag 000499");
  assert_row (watched.list, 499, "tag 000000");
  g_assert_true (gs_paged_list_get_filter (watched.list)->descending);

  gs_paged_list_set_filter (watched.list, filter);
  g_assert_false (gs_paged_list_is_loading (watched.list));
  gs_paged_list_set_filter (watched.list, NULL);
  gs_paged_list_set_filter (watched.list, filter);
  assert_change (&watched, 0, 500, 500);
  unwatch (&watched);
}

/* Many changes while reading come down to one or two readings. */
static void
test_burst (void)
{
  Watched watched;

  watch (&watched, 100);
  for (guint i = 0; i < 50; i++)
    add_tags (watched.workspace, 100 + i, 1);
  settle (watched.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watched.list)), ==, 150);
  g_assert_cmpuint (watched.changes.times, <=, 2);
  unwatch (&watched);
}

/* A list or a workspace that goes while readings are under way. */
static void
test_gone (void)
{
  GsWorkspace *workspace = workspace_of (1000);
  GsPagedList *list = gs_paged_list_new (workspace, &gs_tag_listing_type, NULL);
  guint failed = 0;

  gs_test_pump_until (is_open, list, 30);
  g_object_unref (get (list, 900));
  g_assert_finalize_object (list);

  list = open_list (workspace);
  g_signal_connect_swapped (list, "failed", G_CALLBACK (count_cb), &failed);
  g_autoptr (GsRow) row = get (list, 900);
  gs_workspace_close (workspace);
  settle (list);
  g_assert_null (path_of (row));
  g_assert_cmpuint (failed, ==, 0);
  g_assert_finalize_object (list);
  g_assert_finalize_object (workspace);
}

static double
time_to_open (GsWorkspace *workspace)
{
  gint64 before = g_get_monotonic_time ();
  GsPagedList *list = gs_paged_list_new (workspace, &gs_tag_listing_type, NULL);
  double elapsed;

  gs_test_pump_until (is_open, list, 30);
  elapsed = (double) (g_get_monotonic_time () - before) / 1000.0;
  g_autoptr (GsRow) row = get (list, 1);
  g_assert_nonnull (path_of (row));
  settle (list);
  g_assert_finalize_object (list);

  return elapsed;
}

static void
test_large (void)
{
  g_autoptr (GsWorkspace) small = workspace_of (N_SMALL), large = workspace_of (N_LARGE);
  double quick = G_MAXDOUBLE, slow = G_MAXDOUBLE;
  GsPagedList *list;
  gint64 before;

  for (guint i = 0; i < 5; i++)
    {
      quick = MIN (quick, time_to_open (small));
      slow = MIN (slow, time_to_open (large));
    }
  g_test_message ("first page of %d: %.2f ms, of %d: %.2f ms", N_SMALL, quick, N_LARGE, slow);
  /* That it neither counts nor sorts its way there is what the test of query plans sees. */

  list = open_list (large);
  before = g_get_monotonic_time ();
  assert_row (list, N_LARGE - 10, "tag 099990");
  g_test_message ("a jump to the end: %.2f ms", (double) (g_get_monotonic_time () - before) / 1000.0);
  before = g_get_monotonic_time ();
  delete_tag (large, 50000);
  settle (list);
  g_test_message ("after a change: %.2f ms", (double) (g_get_monotonic_time () - before) / 1000.0);
  assert_row (list, 50000, "tag 050001");
  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/paged-list/open", test_open);
  g_test_add_func ("/app/paged-list/rows", test_rows);
  g_test_add_func ("/app/paged-list/memory", test_memory);
  g_test_add_func ("/app/paged-list/scrolled-past", test_scrolled_past);
  g_test_add_func ("/app/paged-list/filters", test_filters);
  g_test_add_func ("/app/paged-list/minimal-changes", test_minimal_changes);
  g_test_add_func ("/app/paged-list/refill", test_refill);
  g_test_add_func ("/app/paged-list/change-in-pause", test_change_in_pause);
  g_test_add_func ("/app/paged-list/move", test_move);
  g_test_add_func ("/app/paged-list/filter", test_filter);
  g_test_add_func ("/app/paged-list/burst", test_burst);
  g_test_add_func ("/app/paged-list/gone", test_gone);
  g_test_add_func ("/app/paged-list/large", test_large);

  return g_test_run ();
}
