/* test-shortcuts.c: every key that does something is told of.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-application.h"
#include "gs-window-fixture.h"

static char *
describe (guint key, GdkModifierType modifiers)
{
  return gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
}

/* "<Alt>1...5" are five. */
static void
add_accelerators (GHashTable *told, const char *written)
{
  g_auto (GStrv) words = g_strsplit (written, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (words[i], "...", 2);
      GdkModifierType modifiers, none;
      guint first, last;

      g_assert_true (gtk_accelerator_parse (ends[0], &first, &modifiers));
      last = first;
      if (ends[1] != NULL)
        g_assert_true (gtk_accelerator_parse (ends[1], &last, &none));
      for (guint key = first; key <= last; key++)
        g_hash_table_add (told, describe (key, modifiers));
    }
}

static void
collect (GHashTable *told, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *written = NULL;

      g_object_get (widget, "accelerator", &written, NULL);
      if (written != NULL)
        add_accelerators (told, written);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (told, child);
}

/* (transfer full): the accelerators that the overlay names. */
static GHashTable *
read_overlay (void)
{
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/gainsay/Gainsay/ui/gs-shortcuts.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_nonnull (overlay);
  collect (told, GTK_WIDGET (overlay));
  gtk_window_destroy (overlay);

  return told;
}

static void
assert_told (GHashTable *told, const char *accelerator, const char *action)
{
  if (!g_hash_table_contains (told, accelerator))
    g_error ("%s does “%s”, of which ui/gs-shortcuts.ui says nothing", accelerator, action);
}

static void
test_accelerators (void)
{
  g_autoptr (GHashTable) told = read_overlay ();
  g_autoptr (GsApplication) application = gs_application_new ();
  g_auto (GStrv) actions = NULL;
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *accelerator = NULL;
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
          accelerator = describe (key, modifiers);
          assert_told (told, accelerator, actions[i]);
        }
    }
}

/* Actions of our own widgets; GTK's have names that begin otherwise. */
static gboolean
is_ours (const char *action)
{
  static const char *const groups[] = { "win.",     "reader.", "editor.",  "pairs.",
                                        "compare.", "graph.",  "library.", "claims." };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_str_has_prefix (action, groups[i]))
        return TRUE;
    }

  return FALSE;
}

/* The key pad's keys and = go without saying. */
static gboolean
goes_without_saying (guint key)
{
  return g_str_has_prefix (gdk_keyval_name (key), "KP_") || key == GDK_KEY_equal;
}

static guint
check_trigger (GHashTable *told, GtkShortcutTrigger *trigger, const char *action)
{
  g_autofree char *accelerator = NULL;

  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return check_trigger (told, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), action)
           + check_trigger (told, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), action);
  if (!GTK_IS_KEYVAL_TRIGGER (trigger)
      || goes_without_saying (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))))
    return 0;

  accelerator = describe (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                          gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
  assert_told (told, accelerator, action);

  return 1;
}

/* How many keys of @widget and what is in it are told of. */
static guint
check_keys (GHashTable *told, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
          const char *name =
            GTK_IS_NAMED_ACTION (action) ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)) : "";

          if (is_ours (name))
            n += check_trigger (told, gtk_shortcut_get_trigger (shortcut), name);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_keys (told, child);

  return n;
}

static void
test_keys (GsWindowFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) told = read_overlay ();

  g_assert_cmpuint (check_keys (told, GTK_WIDGET (self->window)), >, 20);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/shortcuts/accelerators", test_accelerators);
  g_test_add ("/ui/shortcuts/keys", GsWindowFixture, NULL, gs_window_fixture_set_up, test_keys,
              gs_window_fixture_tear_down);

  return g_test_run ();
}
