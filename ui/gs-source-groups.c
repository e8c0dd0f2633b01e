/* gs-source-groups.c: what there is to know of a source, in rows that edit it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-groups.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-labels.h"
#include "gs-picker.h"
#include "gs-source-change.h"
#include "gs-tooltip.h"

/* What a row needs to know to change the source; lives as long as its group. */
typedef struct
{
  GsWorkspace *workspace;
  char *source;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *self = data;

  g_object_unref (self->workspace);
  g_free (self->source);
  g_free (self);
}

static AdwPreferencesGroup *
new_group (GsWorkspace *workspace, const GsSourceStanding *standing, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  Subject *subject = g_new0 (Subject, 1);

  subject->workspace = g_object_ref (workspace);
  subject->source = g_strdup (standing->source->uuid);
  g_object_set_data_full (G_OBJECT (group), "subject", subject, subject_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);

  return ADW_PREFERENCES_GROUP (group);
}

static void
change (gpointer row, GsSourceChange what, const char *a, const char *b, const char *c)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
  const Subject *subject = g_object_get_data (G_OBJECT (group), "subject");
  guint place = GPOINTER_TO_UINT (g_object_get_data (row, "place"));

  gs_source_change (group, subject->workspace, subject->source, what, place, a, b, c);
}

static void
name_field (gpointer widget, const char *name)
{
  gtk_accessible_update_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_field (const char *name, const char *placeholder, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  name_field (entry, name);

  return entry;
}

static GtkWidget *
new_button (const char *icon, const char *name, GCallback clicked, gpointer row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  name_field (button, name);
  g_signal_connect_object (button, "clicked", clicked, row, G_CONNECT_SWAPPED);

  return button;
}

static gboolean
can_change (GsWorkspace *workspace)
{
  return !gs_workspace_is_read_only (workspace);
}

/* Names ------------------------------------------------------------------------------ */

static void
renamed_cb (GtkEditable *row)
{
  change (row, GS_SOURCE_RENAME, gtk_editable_get_text (row), NULL, NULL);
}

static void
alias_changed_cb (GtkEditable *row)
{
  change (row, GS_SOURCE_SET_ALIAS, gtk_editable_get_text (row), g_object_get_data (G_OBJECT (row), "language"), NULL);
}

static void
alias_removed_cb (GtkWidget *row)
{
  change (row, GS_SOURCE_REMOVE_ALIAS, NULL, NULL, NULL);
}

static void
alias_added_cb (GtkEditable *row)
{
  GtkEditable *language = g_object_get_data (G_OBJECT (row), "language-entry");

  change (row, GS_SOURCE_ADD_ALIAS, gtk_editable_get_text (row), gtk_editable_get_text (language), NULL);
}

static void
kind_chosen_cb (AdwComboRow *row)
{
  change (row, GS_SOURCE_SET_KIND, gs_word_to_nick (&gs_source_kinds, (int) adw_combo_row_get_selected (row)), NULL,
          NULL);
}

static GtkWidget *
new_entry_row (const char *title, const char *text, GCallback applied)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", applied, NULL);

  return row;
}

static GtkWidget *
new_alias_row (const GsAliasRecord *alias, guint place)
{
  g_autofree char *title = alias->language != NULL ? gs_label_language (alias->language) : g_strdup (_ ("Also called"));
  GtkWidget *row = new_entry_row (title, alias->name, G_CALLBACK (alias_changed_cb));

  g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (place));
  g_object_set_data_full (G_OBJECT (row), "language", g_strdup (alias->language), g_free);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), new_button ("user-trash-symbolic", _ ("Remove This Name"),
                                                             G_CALLBACK (alias_removed_cb), row));

  return row;
}

/**
 * gs_source_groups_names:
 * @workspace: a workspace
 * @standing: the source
 *
 * Returns: (transfer floating): its names in each language, and its kind
 */
GtkWidget *
gs_source_groups_names (GsWorkspace *workspace, const GsSourceStanding *standing)
{
  AdwPreferencesGroup *group = new_group (workspace, standing, _ ("Names and Kind"));
  g_autofree const char **kinds = gs_labels_of (&gs_source_kinds);
  g_autoptr (GtkStringList) model = gtk_string_list_new (kinds);
  GtkWidget *row, *language = new_field (_ ("Language of the New Name"), "nl", 4);

  adw_preferences_group_add (group, new_entry_row (_ ("Name"), standing->source->name, G_CALLBACK (renamed_cb)));
  for (guint i = 0; i < standing->source->aliases->len; i++)
    adw_preferences_group_add (group, new_alias_row (standing->source->aliases->pdata[i], i));

  row = new_entry_row (_ ("Add a Name"), NULL, G_CALLBACK (alias_added_cb));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), language);
  g_object_set_data (G_OBJECT (row), "language-entry", language);
  adw_preferences_group_add (group, row);

  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) standing->source->kind);
  g_signal_connect (row, "notify::selected", G_CALLBACK (kind_chosen_cb), NULL);
  adw_preferences_group_add (group, row);
  gtk_widget_set_sensitive (GTK_WIDGET (group), can_change (workspace));

  return GTK_WIDGET (group);
}

/* Belonging --------------------------------------------------------------------------- */

static void
whole_chosen_cb (GtkWidget *row, GParamSpec *pspec, GsPicker *picker)
{
  change (row, GS_SOURCE_SET_WHOLE, gs_picker_get_uuid (picker), NULL, NULL);
}

static void
party_removed_cb (GtkWidget *row)
{
  change (row, GS_SOURCE_REMOVE_PARTY, NULL, NULL, NULL);
}

static void
party_added_cb (GtkWidget *row)
{
  GsPicker *picker = g_object_get_data (G_OBJECT (row), "picker");
  GtkEditable *from = g_object_get_data (G_OBJECT (row), "from"), *to = g_object_get_data (G_OBJECT (row), "to");

  change (row, GS_SOURCE_ADD_PARTY, gs_picker_get_uuid (picker), gtk_editable_get_text (from),
          gtk_editable_get_text (to));
}

static GtkWidget *
new_picker (GsWorkspace *workspace, const char *uuid, const char *name)
{
  GtkWidget *picker = gs_picker_new ("party");

  gs_picker_set_workspace (GS_PICKER (picker), workspace);
  gs_picker_set_uuid (GS_PICKER (picker), uuid);
  gtk_widget_set_valign (picker, GTK_ALIGN_CENTER);
  name_field (picker, name);

  return picker;
}

/* "from October 2021", "until 2022", "2021 – 2022" */
static char *
describe_dates (const GsAffiliationRecord *affiliation)
{
  if (affiliation->from != NULL && affiliation->to != NULL)
    return gs_label_dates (affiliation->from, affiliation->to);
  if (affiliation->from != NULL)
    {
      g_autofree char *date = gs_label_dates (affiliation->from, affiliation->from);

      return g_strdup_printf (_ ("since %s"), date);
    }
  if (affiliation->to != NULL)
    {
      g_autofree char *date = gs_label_dates (affiliation->to, affiliation->to);

      return g_strdup_printf (_ ("until %s"), date);
    }

  return g_strdup (_ ("at all times"));
}

static void
set_texts (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      /* A subtitle is markup in libadwaita 1.2 whatever the title is. */
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
}

static GtkWidget *
new_adding_row (GsWorkspace *workspace)
{
  GtkWidget *row = adw_action_row_new (), *picker = new_picker (workspace, NULL, _ ("Party"));
  GtkWidget *from = new_field (_ ("Since"), _ ("since"), 4), *to = new_field (_ ("Until"), _ ("until"), 4);

  set_texts (row, _ ("Add an Affiliation"), NULL);
  g_object_set_data (G_OBJECT (row), "picker", picker);
  g_object_set_data (G_OBJECT (row), "from", from);
  g_object_set_data (G_OBJECT (row), "to", to);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), picker);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), from);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), to);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("list-add-symbolic", _ ("Add This Affiliation"),
                                                               G_CALLBACK (party_added_cb), row));

  return row;
}

/**
 * gs_source_groups_belonging:
 * @workspace: a workspace
 * @standing: the source
 *
 * Returns: (transfer floating): what it is part of, and for whom it speaks when
 */
GtkWidget *
gs_source_groups_belonging (GsWorkspace *workspace, const GsSourceStanding *standing)
{
  AdwPreferencesGroup *group = new_group (workspace, standing, _ ("Belongs To"));
  GtkWidget *row = adw_action_row_new (), *picker = new_picker (workspace, standing->source->part_of, _ ("Part Of"));

  set_texts (row, _ ("Part of"), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), picker);
  g_signal_connect_object (picker, "notify::uuid", G_CALLBACK (whole_chosen_cb), row, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  for (guint i = 0; i < standing->source->affiliations->len; i++)
    {
      const char *name = standing->party_names->pdata[i];
      g_autofree char *dates = describe_dates (standing->source->affiliations->pdata[i]);

      row = adw_action_row_new ();
      set_texts (row, name != NULL ? name : _ ("Somebody"), dates);
      g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (i));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("user-trash-symbolic", _ ("Remove This Affiliation"),
                                                                   G_CALLBACK (party_removed_cb), row));
      adw_preferences_group_add (group, row);
    }
  adw_preferences_group_add (group, new_adding_row (workspace));
  gtk_widget_set_sensitive (GTK_WIDGET (group), can_change (workspace));

  return GTK_WIDGET (group);
}

/* Reliability -------------------------------------------------------------------------- */

static void
rated_cb (GtkWidget *row)
{
  GtkDropDown *grade = g_object_get_data (G_OBJECT (row), "grade");
  GtkEditable *topic = g_object_get_data (G_OBJECT (row), "topic"),
              *basis = g_object_get_data (G_OBJECT (row), "basis");

  change (row, GS_SOURCE_RATE, gs_word_to_nick (&gs_grades, (int) gtk_drop_down_get_selected (grade) + GS_GRADE_A),
          gtk_editable_get_text (topic), gtk_editable_get_text (basis));
}

/* All grades but "none". */
static GtkWidget *
new_grades (void)
{
  g_autofree const char **labels = gs_labels_of (&gs_grades);
  GtkWidget *grades = gtk_drop_down_new_from_strings (labels + GS_GRADE_A);

  gtk_widget_set_valign (grades, GTK_ALIGN_CENTER);
  name_field (grades, _ ("Grade"));

  return grades;
}

static GtkWidget *
new_rating_row (const GsRatingRecord *rating)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = rating->at != NULL ? g_strndup (rating->at, MIN (strlen (rating->at), 10)) : NULL;
  g_autofree char *date = day != NULL ? gs_label_dates (day, day) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;

  if (rating->topic != NULL)
    g_ptr_array_add (parts, rating->topic);
  if (rating->basis != NULL)
    g_ptr_array_add (parts, rating->basis);
  if (date != NULL && *date != '\0')
    g_ptr_array_add (parts, date);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);
  set_texts (row, gs_label (&gs_grades, rating->grade), subtitle);

  return row;
}

/**
 * gs_source_groups_reliability:
 * @workspace: a workspace
 * @standing: the source
 *
 * Returns: (transfer floating): how it was rated, the latest first, and a row that rates it
 */
GtkWidget *
gs_source_groups_reliability (GsWorkspace *workspace, const GsSourceStanding *standing)
{
  AdwPreferencesGroup *group = new_group (workspace, standing, _ ("Reliability"));
  GtkWidget *row = adw_action_row_new (), *grade = new_grades (), *reason = adw_action_row_new ();
  GtkWidget *topic = new_field (_ ("Topic"), _ ("topic"), 5);
  GtkWidget *basis = new_field (_ ("Basis"), _ ("because …"), 6);

  for (guint i = standing->source->ratings->len; i > 0; i--)
    adw_preferences_group_add (group, new_rating_row (standing->source->ratings->pdata[i - 1]));

  set_texts (row, _ ("Rate"), NULL);
  /* A reason is a sentence, where there is room for one: its row is its own. */
  gtk_widget_set_hexpand (basis, TRUE);
  g_object_set_data (G_OBJECT (row), "grade", grade);
  g_object_set_data (G_OBJECT (row), "topic", topic);
  g_object_set_data (G_OBJECT (row), "basis", basis);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), grade);
  gs_tooltip_let_cut (grade);
  adw_action_row_add_suffix (ADW_ACTION_ROW (reason), topic);
  adw_action_row_add_suffix (ADW_ACTION_ROW (reason), basis);
  adw_action_row_add_suffix (ADW_ACTION_ROW (reason),
                             new_button ("list-add-symbolic", _ ("Add This Rating"), G_CALLBACK (rated_cb), row));
  gtk_widget_set_sensitive (row, can_change (workspace));
  gtk_widget_set_sensitive (reason, can_change (workspace));
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, reason);

  return GTK_WIDGET (group);
}

/* Note --------------------------------------------------------------------------------- */

static void
note_saved_cb (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  change (view, GS_SOURCE_SET_NOTE, text, NULL, NULL);
}

static void
note_edited_cb (GtkWidget *button)
{
  gtk_widget_set_sensitive (button, TRUE);
}

/**
 * gs_source_groups_note:
 * @workspace: a workspace
 * @standing: the source
 *
 * Returns: (transfer floating): the analyst's note on it
 */
GtkWidget *
gs_source_groups_note (GsWorkspace *workspace, const GsSourceStanding *standing)
{
  AdwPreferencesGroup *group = new_group (workspace, standing, _ ("Note"));
  GtkWidget *view = gtk_text_view_new (), *save = gtk_button_new_with_mnemonic (_ ("_Save Note"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gs_accessible_name_once (save);
  gtk_text_buffer_set_text (buffer, standing->source->note != NULL ? standing->source->note : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), can_change (workspace));
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_widget_add_css_class (view, "card");
  name_field (view, _ ("Note"));
  gtk_widget_set_sensitive (save, FALSE);
  gtk_widget_add_css_class (save, "flat");
  g_signal_connect_object (save, "clicked", G_CALLBACK (note_saved_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (note_edited_cb), save, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, save);
  adw_preferences_group_add (group, view);

  return GTK_WIDGET (group);
}
