/* test-preferences.c: what is preferred holds, at once and everywhere.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-importer.h"
#include "gs-preferences.h"
#include "gs-reader-view.h"
#include "gs-recents.h"
#include "gs-settings.h"
#include "gs-window-fixture.h"

static void
reset (void)
{
  static const char *const keys[] = { "annotator-name", "article-language", "article-font", "article-zoom",
                                      "reading-width",  "number-keys",      "colour-scheme" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (gs_settings_get (), keys[i]);
}

static void
set_up (GsWindowFixture *self, gconstpointer data)
{
  gs_window_fixture_set_up_sample (self, data);
  reset ();
}

static void
tear_down (GsWindowFixture *self, gconstpointer data)
{
  reset ();
  gs_window_fixture_tear_down (self, data);
}

/* The row with that title. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
apply (GtkWidget *preferences, const char *title, const char *text)
{
  GtkWidget *row = find_row (preferences, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

/* The name of whoever did the last step. */
static char *
last_annotator (GsWindowFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = gs_workspace_history (self->workspace, 1, &error);
  const GsHistoryListing *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  entry = history->pdata[0];

  return g_strdup (entry->annotator);
}

static void
import_text (GsWindowFixture *self, const char *text)
{
  gint64 before = gs_window_fixture_count (self, &gs_article_type);

  gs_window_import_text (self->window, text, NULL);
  gs_window_fixture_settle (self);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, before + 1);
}

static gboolean
is_in (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsArticleRecord *article = record;
  char **language = user_data;

  if (strstr (article->text, "xq") != NULL)
    *language = g_strdup (article->language);

  return TRUE;
}

static void
test_words (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *preferences = gs_preferences_new (GTK_WINDOW (self->window));
  g_autofree char *annotator = NULL;
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (preferences));
  gs_ui_test_settle ();
  apply (preferences, "Your name", "  Ada Marsh ");
  row = find_row (preferences, "Articles");
  g_assert_nonnull (row);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  /* Arabic comes first. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gtk_window_destroy (GTK_WINDOW (preferences));

  import_text (self, "xq 17");
  annotator = last_annotator (self);
  g_assert_cmpstr (annotator, ==, "Ada Marsh");
  gs_workspace_each (self->workspace, &gs_article_type, is_in, &language, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (language, ==, "ar");
}

static void
test_look (GsWindowFixture *self, gconstpointer data)
{
  GsReaderView *first = gs_window_find (self->window, GS_TYPE_READER_VIEW, NULL);
  GtkWidget *other = gs_reader_view_new ();
  GtkWidget *view = GTK_WIDGET (first);
  PangoFontDescription *font;
  int margin;

  g_object_ref_sink (other);
  gs_window_fixture_settle (self);
  margin = gtk_text_view_get_right_margin (GTK_TEXT_VIEW (view));

  gtk_widget_activate_action (view, "reader.zoom-in", NULL);
  g_assert_cmpfloat (gs_reader_view_get_zoom (first), >, 1.1);
  g_assert_cmpfloat (gs_reader_view_get_zoom (GS_READER_VIEW (other)), ==, gs_reader_view_get_zoom (first));
  gtk_widget_activate_action (view, "reader.zoom-normal", NULL);
  g_assert_cmpfloat (gs_reader_view_get_zoom (GS_READER_VIEW (other)), ==, 1.0);

  g_settings_set_string (gs_settings_get (), "article-font", "DejaVu Sans Mono Italic 15");
  gs_ui_test_settle ();
  font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (view)));
  g_assert_cmpstr (pango_font_description_get_family (font), ==, "DejaVu Sans Mono");
  g_assert_cmpint (pango_font_description_get_style (font), ==, PANGO_STYLE_ITALIC);
  g_assert_cmpint (pango_font_description_get_size (font), >=, 15 * PANGO_SCALE);
  pango_font_description_free (font);

  g_settings_reset (gs_settings_get (), "article-font");
  g_settings_set_int (gs_settings_get (), "reading-width", 40);
  gs_ui_test_settle ();
  g_assert_cmpint (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (view)), >, margin);
  g_object_unref (other);
}

static void
picked_cb (GsRecents *recents, const char *name, GtkWidget *entry, char **picked)
{
  g_free (*picked);
  *picked = g_strdup (name);
}

static gboolean
has_button (gpointer data)
{
  return gs_ui_test_find (data, GTK_TYPE_BUTTON) != NULL;
}

/* What has been said to be on the first key is there, whatever was used lately. */
static void
test_number_keys (GsWindowFixture *self, gconstpointer data)
{
  const char *const kept[] = { "kept/tag", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *recents = gs_recents_new (GS_RECENTS_TAGS);
  g_autofree char *picked = NULL;
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), recents);
  gs_recents_add_entry (GS_RECENTS (recents), entry);
  g_signal_connect (recents, "picked", G_CALLBACK (picked_cb), &picked);
  window = gs_ui_test_show (box, 400, 300);

  g_settings_set_strv (gs_settings_get (), "number-key-tags", kept);
  gs_recents_read (GS_RECENTS (recents), self->workspace);
  gs_test_pump_until (has_button, recents, 10);
  g_signal_emit_by_name (gs_ui_test_find (recents, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (picked, ==, "kept/tag");

  g_settings_reset (gs_settings_get (), "number-key-tags");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) g_test_add (path, GsWindowFixture, NULL, set_up, func, tear_down)

  TEST ("/ui/preferences/words", test_words);
  TEST ("/ui/preferences/look", test_look);
  TEST ("/ui/preferences/number-keys", test_number_keys);

  return g_test_run ();
}
