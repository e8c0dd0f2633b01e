/* gs-window-fixture.c: a window on a workspace of its own.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-fixture.h"

#include "gs-import-bar.h"
#include "gs-report.h"

static void
fill_with_sample (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data ("/org/gainsay/Gainsay/sample.json", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GsWorkspace) workspace = NULL;

  g_assert_no_error (error);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  gs_report_import (workspace, bytes, "sample.json", NULL, &error);
  g_assert_no_error (error);
  gs_workspace_close (workspace);
}

static gboolean
has_workspace (gpointer data)
{
  return gs_window_get_workspace (data) != NULL;
}

static void
set_up (GsWindowFixture *self, gboolean sample)
{
  g_autoptr (GError) error = NULL;

  self->folder = gs_test_make_folder ();
  self->path = g_build_filename (self->folder, "w.gainsay", NULL);
  gs_workspace_create (self->path, "Test", &error);
  g_assert_no_error (error);
  if (sample)
    fill_with_sample (self->path);

  self->window = gs_window_new (NULL, 1366, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  gs_window_open (self->window, self->path);
  gs_test_pump_until (has_workspace, self->window, 10);
  self->workspace = g_object_ref (gs_window_get_workspace (self->window));
  gs_window_fixture_settle (self);
}

void
gs_window_fixture_set_up (GsWindowFixture *self, gconstpointer data)
{
  set_up (self, FALSE);
}

void
gs_window_fixture_set_up_sample (GsWindowFixture *self, gconstpointer data)
{
  set_up (self, TRUE);
}

void
gs_window_fixture_tear_down (GsWindowFixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  gs_ui_test_settle ();
  gs_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_free (self->path);
  gs_test_remove_folder (self->folder);
}

static gboolean
is_settled (gpointer data)
{
  return gs_window_is_settled (data);
}

static gpointer
nothing_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* Whatever was asked of the workspace so far has been answered when something
 * asked now is. */
void
gs_window_fixture_settle_once (GsWindowFixture *self)
{
  GAsyncResult *result = NULL;

  gs_workspace_call_async (self->workspace != NULL ? self->workspace : gs_window_get_workspace (self->window),
                           nothing_func, NULL, NULL, NULL, NULL, gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, 10);
  g_object_unref (result);
  gs_test_pump_until (is_settled, self->window, 10);
  gs_ui_test_settle ();
}

/* Answers may lead to further questions. */
void
gs_window_fixture_settle (GsWindowFixture *self)
{
  for (guint round = 0; round < 3; round++)
    gs_window_fixture_settle_once (self);
}

static gboolean
is_labelled (GtkWidget *widget, const char *label)
{
  g_autofree char *wrong = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;

  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return wrong == NULL;
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *label)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (label == NULL || is_labelled (root, label)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, label);

  return found;
}

gpointer
gs_window_find (gpointer root, GType type, const char *label)
{
  GtkWidget *found = find (root, type, label);

  if (found == NULL)
    g_error ("there is no %s labelled “%s”", g_type_name (type), label != NULL ? label : "");

  return found;
}

gint64
gs_window_fixture_count (GsWindowFixture *self, const GsRecordType *type)
{
  g_autoptr (GError) error = NULL;
  gint64 n = gs_workspace_count (self->workspace, type, &error);

  g_assert_no_error (error);

  return n;
}

void
gs_window_fixture_act (GsWindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  gs_window_fixture_settle (self);
}

char *
gs_window_fixture_first_claim (GsWindowFixture *self, char **article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gs_workspace_list_page (self->workspace, &gs_claim_listing_type, NULL, 0, 1, &error);
  const GsClaimListing *claim;

  g_assert_no_error (error);
  claim = rows->pdata[0];
  *article = g_strdup (claim->article);

  return g_strdup (claim->uuid);
}

GListModel *
gs_window_fixture_library (GsWindowFixture *self)
{
  GtkListView *list = gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Articles");

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

gboolean
gs_window_fixture_is_enabled (GsWindowFixture *self, GType type, const char *label)
{
  return gtk_widget_get_sensitive (gs_window_find (self->window, type, label));
}

gboolean
gs_window_fixture_import_is_over (gpointer data)
{
  return !gs_import_bar_is_active (gs_window_find (data, GS_TYPE_IMPORT_BAR, NULL));
}

const char *const gs_window_two_articles[] = {
  "Zebras seen in the harbour\n\nThe harbour master says that two zebras were seen on Monday.\n",
  "Apes deny everything\n\nA spokesman of the apes denied that any ape was in the harbour.\n", NULL
};

void
gs_window_fixture_drop (GsWindowFixture *self, const char *const *contents)
{
  GtkDropTarget *target = NULL;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  GSList *files = NULL;
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        target = GTK_DROP_TARGET (controller);
    }
  g_assert_nonnull (target);

  for (guint i = 0; contents[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("article %u.txt", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      gs_test_write (path, contents[i], -1);
      files = g_slist_append (files, g_file_new_for_path (path));
    }

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);

  gs_test_pump_until (gs_window_fixture_import_is_over, self->window, 10);
  gs_window_fixture_settle (self);
}
