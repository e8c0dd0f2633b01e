/* gs-preferences.c: what the analyst may have differently.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-preferences.h"

#include <glib/gi18n.h>

#include "gs-i18n.h"
#include "gs-accessible.h"
#include "gs-labels.h"
#include "gs-settings.h"

struct _GsPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *annotator;
  AdwComboRow *article_language;
  AdwComboRow *report_language;
  GtkWidget *number_keys;
  AdwEntryRow *number_tags;
  AdwComboRow *colours;
  GtkFontChooser *font;
  GtkWidget *font_reset;
  GtkWidget *reading_width;
  GtkWidget *backup_automatic;
  GtkWidget *backup_minutes;
  GtkWidget *backup_last;
  GtkWidget *backup_days;
  GtkWidget *backup_weeks;
  GtkWidget *backup_room;
  AdwActionRow *folder_row;
  GtkWidget *folder_reset;

  GtkNativeDialog *chooser; /* of the backups' folder, while it is open */
  gboolean filling;         /* what is chosen comes from the settings */
};

G_DEFINE_FINAL_TYPE (GsPreferences, gs_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* Choices ---------------------------------------------------------------------------- */

typedef struct
{
  char *value;
  char *name;
} Choice;

static void
choice_clear (gpointer data)
{
  Choice *self = data;

  g_free (self->value);
  g_free (self->name);
}

static GArray *
choices_new (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, choice_clear);

  return choices;
}

static void
add_choice (GArray *choices, const char *value, char *name)
{
  Choice choice = { g_strdup (value), name };

  g_array_append_val (choices, choice);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Choice *) a)->name, ((const Choice *) b)->name);
}

/* After the first, which is what holds without a choice. */
static void
add_languages (GArray *choices, const char *const *codes)
{
  g_autoptr (GArray) sorted = choices_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    add_choice (sorted, codes[i], gs_label_language (codes[i]));
  g_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Choice *choice = &g_array_index (sorted, Choice, i);

      add_choice (choices, choice->value, g_strdup (choice->name));
    }
}

/* @choices: (transfer full) */
static void
fill_row (AdwComboRow *row, GArray *choices, const char *key)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *value = gs_settings_get_string (key);
  guint chosen = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      gtk_string_list_append (names, choice->name);
      if (g_str_equal (choice->value, value))
        chosen = i;
    }
  g_object_set_data_full (G_OBJECT (row), "choices", choices, (GDestroyNotify) g_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, chosen);
}

static void
store_choice (GsPreferences *self, AdwComboRow *row, const char *key)
{
  GArray *choices = g_object_get_data (G_OBJECT (row), "choices");
  guint chosen = adw_combo_row_get_selected (row);

  if (!self->filling && choices != NULL && chosen < choices->len)
    gs_settings_set_string (key, g_array_index (choices, Choice, chosen).value);
}

static void
article_language_cb (GsPreferences *self)
{
  store_choice (self, self->article_language, "article-language");
}

static void
report_language_cb (GsPreferences *self)
{
  store_choice (self, self->report_language, "export-language");
}

static void
colours_cb (GsPreferences *self)
{
  store_choice (self, self->colours, "colour-scheme");
}

static void
fill_choices (GsPreferences *self)
{
  GArray *articles = choices_new ();
  GArray *reports = choices_new ();
  GArray *colours = choices_new ();
  g_autofree const char **codes = gs_label_languages ();

  add_choice (articles, "", g_strdup (_ ("None")));
  add_languages (articles, codes);
  add_choice (reports, "", g_strdup (_ ("As the window")));
  add_languages (reports, gs_i18n_languages);
  add_choice (colours, "follow", g_strdup (_ ("As the desktop")));
  add_choice (colours, "light", g_strdup (_ ("Light")));
  add_choice (colours, "dark", g_strdup (_ ("Dark")));

  fill_row (self->article_language, articles, "article-language");
  fill_row (self->report_language, reports, "export-language");
  fill_row (self->colours, colours, "colour-scheme");
}

/* Words ------------------------------------------------------------------------------ */

static void
annotator_cb (GsPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->annotator))));

  gs_settings_set_string ("annotator-name", name);
}

static void
number_tags_cb (GsPreferences *self)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->number_tags)), ",", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_ptr_array_add (tags, parts[i]);
    }
  g_ptr_array_add (tags, NULL);
  g_settings_set_strv (gs_settings_get (), "number-key-tags", (const char *const *) tags->pdata);
}

static void
fill_words (GsPreferences *self)
{
  g_autofree char *name = gs_settings_get_string ("annotator-name");
  g_auto (GStrv) tags = g_settings_get_strv (gs_settings_get (), "number-key-tags");
  g_autofree char *joined = g_strjoinv (", ", tags);

  gtk_editable_set_text (GTK_EDITABLE (self->annotator), name);
  gtk_editable_set_text (GTK_EDITABLE (self->number_tags), joined);
}

/* Font ------------------------------------------------------------------------------- */

static void
update_font (GsPreferences *self)
{
  g_autofree char *font = gs_settings_get_string ("article-font");
  g_autofree char *desktop = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &desktop, NULL);
  gtk_font_chooser_set_font (self->font, *font != '\0' ? font : desktop);
  gtk_widget_set_visible (self->font_reset, *font != '\0');
}

static void
font_cb (GsPreferences *self)
{
  g_autofree char *font = gtk_font_chooser_get_font (self->font);

  gs_settings_set_string ("article-font", font);
  update_font (self);
}

static void
font_reset_cb (GsPreferences *self)
{
  gs_settings_set_string ("article-font", "");
  update_font (self);
}

/* Backups ---------------------------------------------------------------------------- */

static void
update_folder (GsPreferences *self)
{
  g_autofree char *folder = gs_settings_get_string ("backup-folder");
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *escaped = g_markup_escape_text (*folder != '\0' ? shown : _ ("Gainsay’s own"), -1);

  adw_action_row_set_subtitle (self->folder_row, escaped);
  gtk_widget_set_visible (self->folder_reset, *folder != '\0');
}

static void
folder_chosen_cb (GsPreferences *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) folder =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  /* Settings hold UTF-8. */
  if (path != NULL && g_utf8_validate (path, -1, NULL))
    gs_settings_set_string ("backup-folder", path);
  update_folder (self);
  g_clear_object (&self->chooser);
}

static void
folder_cb (GsPreferences *self)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Folder for Backups"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                 _ ("_Choose"), NULL);

  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
folder_reset_cb (GsPreferences *self)
{
  gs_settings_set_string ("backup-folder", "");
  update_folder (self);
}

/* Window ----------------------------------------------------------------------------- */

static void
bind (GsPreferences *self)
{
  gs_settings_bind ("number-keys", self->number_keys, "active");
  gs_settings_bind ("reading-width", self->reading_width, "value");
  gs_settings_bind ("backup-automatic", self->backup_automatic, "active");
  gs_settings_bind ("backup-minutes", self->backup_minutes, "value");
  gs_settings_bind ("backup-keep-last", self->backup_last, "value");
  gs_settings_bind ("backup-keep-days", self->backup_days, "value");
  gs_settings_bind ("backup-keep-weeks", self->backup_weeks, "value");
  gs_settings_bind ("backup-room", self->backup_room, "value");
}

static void
gs_preferences_dispose (GObject *object)
{
  g_clear_object (&GS_PREFERENCES (object)->chooser);

  G_OBJECT_CLASS (gs_preferences_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, annotator);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, article_language);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, report_language);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, number_keys);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, number_tags);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, colours);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, font_reset);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, reading_width);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, backup_automatic);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, backup_minutes);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, backup_last);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, backup_days);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, backup_weeks);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, backup_room);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, GsPreferences, folder_reset);
  gtk_widget_class_bind_template_callback (widget_class, annotator_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_language_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_language_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_tags_cb);
  gtk_widget_class_bind_template_callback (widget_class, colours_cb);
  gtk_widget_class_bind_template_callback (widget_class, font_cb);
  gtk_widget_class_bind_template_callback (widget_class, font_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_reset_cb);
}

static void
gs_preferences_class_init (GsPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_preferences_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
gs_preferences_init (GsPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_accessible_name_once (GTK_WIDGET (self));

  /* Without the schema there is nothing to prefer. */
  if (gs_settings_get () == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
      return;
    }

  self->filling = TRUE;
  fill_choices (self);
  self->filling = FALSE;
  fill_words (self);
  update_font (self);
  update_folder (self);
  bind (self);
}

/**
 * gs_preferences_new:
 * @parent: (nullable): the window it belongs to
 *
 * Everything is stored as soon as it is changed.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
gs_preferences_new (GtkWindow *parent)
{
  return g_object_new (GS_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
