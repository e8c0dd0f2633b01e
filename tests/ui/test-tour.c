/* test-tour.c: every page and dialog can be read, by eye and by screen reader.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program speaks the language of build-aux/pseudo-po.py, in which what is
 * translated stands in brackets and is 40 % longer. Whatever is seen without
 * brackets must be in the workspace, and whatever is cut must have a tooltip.
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "gs-locale.h"
#include "gs-tour.h"

/* Said by GTK and libadwaita, whose catalogues do not know the language; or the same everywhere. */
static const char *const foreign[] = { "Close", "Minimize", "Maximize",  "Apply",        "Edit",        "Clear",
                                       "A4",    "MiB",      "https://…", "Sans Regular", "Preferences", NULL };

typedef struct
{
  GHashTable *data; /* every string of the sample dossier */
  GHashTable *told; /* findings, each once */
  GString *findings;
} Checks;

static void
find_fault (Checks *self, const char *stop, GtkWidget *widget, const char *fault, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%s “%s”", fault, text);
  g_autoptr (GString) path = g_string_new (NULL);

  if (!g_hash_table_add (self->told, g_strdup (key)))
    return;

  for (GtkWidget *w = widget; w != NULL && path->len < 200; w = gtk_widget_get_parent (w))
    g_string_append_printf (path, " %s", G_OBJECT_TYPE_NAME (w));
  g_string_append_printf (self->findings, "\n  %s: %s%s", stop, key, path->str);
}

/* Names ------------------------------------------------------------------------------ */

/* What is said of the widget itself; (transfer full) (nullable). */
static char *
own_name (GtkWidget *widget)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
}

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
append_texts (GtkWidget *widget, GString *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s ", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

/* From 4.10 on GTK tells one name, put together by the rules of ARIA: what labels the
 * widget, its label, the words in it, its tooltip. */
static gboolean
gtk_tells_one_name (void)
{
  return gtk_check_version (4, 10, 0) == NULL;
}

/* Of what can have the focus: its own, or the words in it. (transfer full) */
static char *
name_of (GtkWidget *widget)
{
  GString *texts;

  if (has_name (widget))
    return own_name (widget);

  texts = g_string_new (NULL);
  append_texts (widget, texts);
  if (texts->len == 0 && gtk_tells_one_name () && gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append (texts, gtk_widget_get_tooltip_text (widget));

  return g_strstrip (g_string_free (texts, FALSE));
}

/* Inner parts have the name of what they are part of; scrolled windows and
 * their like are stops of the keyboard, not things. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_SPIN_BUTTON (parent)
         || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

/* GTK 4.8 says that the picture on a button labels it, which has no words. */
static gboolean
is_labelled (GtkWidget *widget)
{
  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         && (!GTK_IS_BUTTON (widget) || gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL);
}

/* The widget of ours that it is in. */
static const char *
whose (GtkWidget *widget)
{
  while (gtk_widget_get_parent (widget) != NULL && !g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Gs"))
    widget = gtk_widget_get_parent (widget);

  return G_OBJECT_TYPE_NAME (widget);
}

static void
check_name (Checks *self, const char *stop, GtkWidget *widget)
{
  g_autofree char *name = NULL;

  if (!gtk_widget_get_focusable (widget) || is_part (widget) || is_labelled (widget))
    return;

  name = name_of (widget);
  if (*name == '\0')
    find_fault (self, stop, widget, "nameless", whose (widget));
}

/* GTK 4.8 says both, one after the other. The image that labels a button has
 * nothing to say. */
static void
check_said_once (Checks *self, const char *stop, GtkWidget *widget)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  if (gtk_tells_one_name ())
    return;
  if (GTK_IS_BUTTON (widget))
    append_texts (widget, texts);
  if ((!GTK_IS_BUTTON (widget) || texts->len > 0)
      && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    find_fault (self, stop, widget, "named twice", texts->str);
}

/* Two buttons side by side of which a screen reader says the same. Rows of a
 * list say what the workspace says. */
static void
check_siblings (Checks *self, const char *stop, GtkWidget *parent)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *name = NULL;
      g_autofree char *key = NULL;

      if (!gtk_widget_get_mapped (child) || !gtk_widget_get_focusable (child) || is_part (child))
        continue;
      name = name_of (child);
      if (*name == '\0')
        continue;
      key = g_strdup_printf ("%d %s", gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)), name);
      if (!g_hash_table_add (names, g_steal_pointer (&key)))
        find_fault (self, stop, child, "twice among siblings", name);
    }
}

/* Words ------------------------------------------------------------------------------ */

/* Not those that name a key. */
static gboolean
has_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;

  return n > 1 && strstr (text, "Ctrl+") == NULL && strstr (text, "Alt+") == NULL;
}

static gboolean
is_data (Checks *self, const char *text)
{
  static const char *const joints[] = { " · ", " › ", " ‹ ", " ‹ ", ", ", "\n", "/" };

  if (!has_words (text) || g_hash_table_contains (self->data, text))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_auto (GStrv) parts = strstr (text, joints[i]) != NULL ? g_strsplit (text, joints[i], -1) : NULL;
      gboolean all = parts != NULL;

      for (guint k = 0; parts != NULL && parts[k] != NULL && all; k++)
        all = is_data (self, parts[k]);
      if (all)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_translated (Checks *self, const char *text)
{
  return strchr (text, '[') != NULL || g_strv_contains (foreign, text) || is_data (self, text);
}

static void
check_words (Checks *self, const char *stop, GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  g_autofree char *name = has_name (widget) && !GTK_IS_LABEL (widget) ? own_name (widget) : NULL;

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return;
  if (GTK_IS_LABEL (widget) && !is_translated (self, gtk_label_get_text (GTK_LABEL (widget))))
    find_fault (self, stop, widget, "untranslated", gtk_label_get_text (GTK_LABEL (widget)));
  if (tooltip != NULL && !is_translated (self, tooltip))
    find_fault (self, stop, widget, "untranslated tooltip", tooltip);
  if (name != NULL && !is_translated (self, name))
    find_fault (self, stop, widget, "untranslated name", name);
}

/* Room ------------------------------------------------------------------------------- */

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < 6; i++)
    {
      if (gtk_widget_get_has_tooltip (widget))
        return TRUE;
      widget = gtk_widget_get_parent (widget);
    }

  return FALSE;
}

static void
check_room (Checks *self, const char *stop, GtkWidget *widget)
{
  GtkAllocation given;
  int least;

  /* What stands in for a text that is not there yet has the entry's room. */
  if (!GTK_IS_LABEL (widget) || GTK_IS_TEXT (gtk_widget_get_parent (widget))
      || *gtk_label_get_text (GTK_LABEL (widget)) == '\0')
    return;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_get_allocation (widget, &given);
  if (given.width + gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget) < least)
    find_fault (self, stop, widget, "too narrow", gtk_label_get_text (GTK_LABEL (widget)));
  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !has_tooltip (widget))
    find_fault (self, stop, widget, "cut, without tooltip", gtk_label_get_text (GTK_LABEL (widget)));
}

/* ------------------------------------------------------------------------------------ */

static void
check (Checks *self, const char *stop, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  check_name (self, stop, widget);
  check_said_once (self, stop, widget);
  check_siblings (self, stop, widget);
  check_words (self, stop, widget);
  check_room (self, stop, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check (self, stop, child);
}

static void
check_stop (const char *stop, GtkWidget *root, gpointer data)
{
  check (data, stop, root);
}

static void
collect (JsonNode *node, GHashTable *data)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) elements = json_array_get_elements (json_node_get_array (node));

      for (GList *l = elements; l != NULL; l = l->next)
        collect (l->data, data);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *l = values; l != NULL; l = l->next)
        collect (l->data, data);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_hash_table_add (data, json_node_dup_string (node));
}

static void
checks_init (Checks *self)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data ("/org/gainsay/Gainsay/sample.json", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonNode) root = NULL;

  self->data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->findings = g_string_new (NULL);
  g_hash_table_add (self->data, g_strdup (g_get_user_name ()));
  g_hash_table_add (self->data, g_strdup (g_get_real_name ()));
  root = json_from_string (g_bytes_get_data (bytes, NULL), NULL);
  collect (root, self->data);
}

static void
checks_clear (Checks *self)
{
  g_hash_table_unref (self->data);
  g_hash_table_unref (self->told);
  g_string_free (self->findings, TRUE);
}

static void
test_tour (GsWindowFixture *self, gconstpointer data)
{
  Checks checks;

  if (strchr (g_dgettext (GETTEXT_PACKAGE, "Claims"), '[') == NULL)
    {
      g_test_skip ("this system has no translations");
      return;
    }

  checks_init (&checks);
  gs_tour (self, check_stop, &checks);
  if (checks.findings->len > 0)
    g_test_fail_printf ("%s", checks.findings->str);
  checks_clear (&checks);
}

#define PHONE 360

/* The innermost that need so much room: what they are in is wide because of them. */
static gboolean
find_wide (GtkWidget *widget, int most, GString *wide)
{
  gboolean inside = FALSE;
  int least;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least <= most)
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    inside |= find_wide (child, most, wide);
  if (!inside)
    {
      g_string_append_printf (wide, " %d:", least);
      for (GtkWidget *w = widget; w != NULL && !GTK_IS_WINDOW (w); w = gtk_widget_get_parent (w))
        g_string_append_printf (wide, " %s", G_OBJECT_TYPE_NAME (w));
    }

  return TRUE;
}

static void
check_width (const char *stop, GtkWidget *root, gpointer data)
{
  g_autoptr (GString) wide = g_string_new (NULL);

  /* Around its content a window has a frame where there is no compositor. */
  if (find_wide (gtk_widget_get_first_child (root), PHONE, wide))
    g_string_append_printf (data, "\n  %s:%s", stop, wide->str);
}

/* A telephone's window. */
static void
test_narrow (GsWindowFixture *self, gconstpointer data)
{
  g_autoptr (GString) wide = g_string_new (NULL);

  gs_tour_pages (self, PHONE, check_width, wide);
  if (wide->len > 0)
    g_test_fail_printf ("wider than a telephone:%s", wide->str);
}

/* Where gettext looks: LANGUAGE/LC_MESSAGES/gainsay.mo. (transfer full) */
static char *
make_locale (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *messages = g_build_filename (folder, "qps", "LC_MESSAGES", NULL);
  g_autofree char *catalogue = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GBytes) bytes = gs_test_read (g_getenv ("GAINSAY_PSEUDO"));

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  gs_test_write (catalogue, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_setenv ("GAINSAY_LOCALE_DIR", folder, TRUE);

  return folder;
}

int
main (int argc, char *argv[])
{
  char *folder = make_locale ();
  int status;

  gs_locale_init ();
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/tour/read", test_tour);
  TEST ("/ui/tour/narrow", test_narrow);

  status = g_test_run ();
  gs_test_remove_folder (folder);

  return status;
}
