/* gs-export-choices.c: which report, of what, and how it looks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-export-choices.h"

#include <glib/gi18n.h>

#include "gs-i18n.h"
#include "gs-labels.h"
#include "gs-picker.h"
#include "gs-settings.h"

struct _GsExportChoices
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  const GsReportFormat *format;
  GPtrArray *articles; /* GsPicker: those chosen, and one to choose another */

  GtkWidget *box;
  AdwPreferencesGroup *formats;
  AdwPreferencesGroup *chosen;
  GsPicker *question;
  GsPicker *tag;
  GsPicker *source;
  GtkSwitch *judged;
  AdwComboRow *order;
  AdwComboRow *language;
  AdwComboRow *paper;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsExportChoices, gs_export_choices, GTK_TYPE_WIDGET)

/* In which claims may come. */
static const struct
{
  int order; /* GsOrder */
  const char *label;
} orders[] = {
  { GS_ORDER_NATURAL, N_ ("As they came") }, { GS_ORDER_ARTICLE, N_ ("By article and place") },
  { GS_ORDER_QUESTION, N_ ("By question") }, { GS_ORDER_DATE, N_ ("By last change") },
  { GS_ORDER_TEXT, N_ ("By summary") },
};

static void
changed_cb (GsExportChoices *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Articles --------------------------------------------------------------------------------- */

static void add_article (GsExportChoices *self, const char *uuid);

static GtkWidget *
row_of (GtkWidget *picker)
{
  return gtk_widget_get_ancestor (picker, ADW_TYPE_ACTION_ROW);
}

/* There is always one row to choose another; one that was emptied goes. */
static void
article_chosen_cb (GsPicker *picker, GParamSpec *pspec, GsExportChoices *self)
{
  guint last = self->articles->len - 1;
  gboolean is_last = self->articles->pdata[last] == picker;

  if (is_last && gs_picker_get_uuid (picker) != NULL)
    add_article (self, NULL);
  else if (!is_last && gs_picker_get_uuid (picker) == NULL)
    {
      adw_preferences_group_remove (self->chosen, row_of (GTK_WIDGET (picker)));
      g_ptr_array_remove (self->articles, picker);
    }
  changed_cb (self);
}

static void
add_article (GsExportChoices *self, const char *uuid)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *picker = gs_picker_new ("article");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Article"));
  gtk_widget_set_valign (picker, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), picker);
  adw_preferences_group_add (self->chosen, row);
  g_ptr_array_add (self->articles, picker);
  gs_picker_set_workspace (GS_PICKER (picker), self->workspace);
  if (uuid != NULL)
    gs_picker_set_uuid (GS_PICKER (picker), uuid);
  g_signal_connect (picker, "notify::uuid", G_CALLBACK (article_chosen_cb), self);
}

/* (transfer full) (nullable) */
static char **
chosen_articles (GsExportChoices *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uuids = NULL;

  for (guint i = 0; i < self->articles->len; i++)
    {
      const char *uuid = gs_picker_get_uuid (self->articles->pdata[i]);

      if (uuid != NULL)
        g_strv_builder_add (builder, uuid);
    }
  uuids = g_strv_builder_end (builder);

  return *uuids != NULL ? g_steal_pointer (&uuids) : NULL;
}

/* What is chosen ------------------------------------------------------------------------------ */

/**
 * gs_export_choices_get_format:
 * @self: the choices
 *
 * Returns: (transfer none): the format
 */
const GsReportFormat *
gs_export_choices_get_format (GsExportChoices *self)
{
  g_return_val_if_fail (GS_IS_EXPORT_CHOICES (self), NULL);

  return self->format;
}

/**
 * gs_export_choices_take_options:
 * @self: the choices
 * @options: (out caller-allocates): to be cleared with gs_report_options_clear()
 */
void
gs_export_choices_take_options (GsExportChoices *self, GsReportOptions *options)
{
  g_return_if_fail (GS_IS_EXPORT_CHOICES (self));

  *options = (GsReportOptions){
    .question = g_strdup (gs_picker_get_uuid (self->question)),
    .tag = g_strdup (gs_picker_get_uuid (self->tag)),
    .source = g_strdup (gs_picker_get_uuid (self->source)),
    .articles = chosen_articles (self),
    .judged = gtk_switch_get_active (self->judged),
    .order = orders[adw_combo_row_get_selected (self->order)].order,
    .language = g_strdup (gs_i18n_languages[adw_combo_row_get_selected (self->language)]),
    .paper = (int) adw_combo_row_get_selected (self->paper),
  };
}

/**
 * gs_export_choices_remember:
 * @self: the choices
 *
 * Keeps them for the next time; which part it was for this workspace only.
 */
void
gs_export_choices_remember (GsExportChoices *self)
{
  g_auto (GsReportOptions) options = { 0 };
  g_autoptr (GsListFilter) part = gs_record_new (&gs_list_filter_type);

  g_return_if_fail (GS_IS_EXPORT_CHOICES (self));

  gs_export_choices_take_options (self, &options);
  gs_settings_set_string ("export-format", self->format->nick);
  gs_settings_set_string ("export-order", gs_word_to_nick (&gs_orders, options.order));
  gs_settings_set_string ("export-language", options.language);
  gs_settings_set_string ("export-paper", gs_word_to_nick (&gs_papers, options.paper));

  part->question = g_steal_pointer (&options.question);
  part->tag = g_steal_pointer (&options.tag);
  part->source = g_steal_pointer (&options.source);
  part->article = options.articles != NULL ? g_strjoinv (" ", options.articles) : NULL;
  part->conflicting = options.judged;
  gs_settings_save_filter ("export-part", gs_workspace_get_path (self->workspace), part);
}

static void
recall (GsExportChoices *self)
{
  g_autoptr (GsListFilter) part = gs_settings_load_filter ("export-part", gs_workspace_get_path (self->workspace));
  g_auto (GStrv) articles = g_strsplit (part != NULL && part->article != NULL ? part->article : "", " ", -1);

  for (guint i = 0; articles[i] != NULL; i++)
    {
      if (*articles[i] != '\0')
        add_article (self, articles[i]);
    }
  add_article (self, NULL);
  if (part == NULL)
    return;

  gs_picker_set_uuid (self->question, part->question);
  gs_picker_set_uuid (self->tag, part->tag);
  gs_picker_set_uuid (self->source, part->source);
  gtk_switch_set_active (self->judged, part->conflicting);
}

/**
 * gs_export_choices_set_workspace:
 * @self: the choices
 * @workspace: what to choose from; once
 */
void
gs_export_choices_set_workspace (GsExportChoices *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_EXPORT_CHOICES (self));
  g_return_if_fail (self->workspace == NULL && GS_IS_WORKSPACE (workspace));

  self->workspace = g_object_ref (workspace);
  gs_picker_set_workspace (self->question, workspace);
  gs_picker_set_workspace (self->tag, workspace);
  gs_picker_set_workspace (self->source, workspace);
  recall (self);
}

/* Making -------------------------------------------------------------------------------------- */

static void
format_toggled_cb (GtkCheckButton *button, GsExportChoices *self)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->format = g_object_get_data (G_OBJECT (button), "format");
  changed_cb (self);
}

static void
add_formats (GsExportChoices *self)
{
  g_autofree char *last = gs_settings_get_string ("export-format");
  GtkCheckButton *group = NULL;

  for (guint i = 0; i < gs_n_report_formats; i++)
    {
      const GsReportFormat *format = &gs_report_formats[i];
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (format->title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (format->summary));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
      g_object_set_data (G_OBJECT (button), "format", (gpointer) format);
      g_signal_connect (button, "toggled", G_CALLBACK (format_toggled_cb), self);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      /* The row would say it a second time. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (format->title), -1);
      adw_preferences_group_add (self->formats, row);

      if (i == 0 || g_str_equal (format->nick, last))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      group = GTK_CHECK_BUTTON (button);
    }
}

static void
add_orders (GsExportChoices *self)
{
  g_autofree char *last = gs_settings_get_string ("export-order");
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      gtk_string_list_append (list, _ (orders[i].label));
      if (g_strcmp0 (gs_word_to_nick (&gs_orders, orders[i].order), last) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->order, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->order, chosen);
}

static void
add_languages (GsExportChoices *self)
{
  g_autofree char *last = gs_settings_get_string ("export-language");
  const char *language = gs_i18n_find (last) != NULL ? gs_i18n_find (last) : gs_i18n_default ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; gs_i18n_languages[i] != NULL; i++)
    {
      g_autofree char *name = gs_label_language (gs_i18n_languages[i]);

      gtk_string_list_append (list, name);
      if (g_str_equal (gs_i18n_languages[i], language))
        chosen = i;
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->language, chosen);
}

static void
add_papers (GsExportChoices *self)
{
  g_autofree char *last = gs_settings_get_string ("export-paper");
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  int chosen = GS_PAPER_A4;

  gtk_string_list_append (list, "A4");
  /* Translators: the size of paper that is common in North America. */
  gtk_string_list_append (list, _ ("Letter"));
  gs_word_from_nick (&gs_papers, last, &chosen);
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->paper, (guint) chosen);
}

static void
gs_export_choices_dispose (GObject *object)
{
  GsExportChoices *self = GS_EXPORT_CHOICES (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_export_choices_parent_class)->dispose (object);
}

static void
gs_export_choices_finalize (GObject *object)
{
  g_ptr_array_unref (GS_EXPORT_CHOICES (object)->articles);

  G_OBJECT_CLASS (gs_export_choices_parent_class)->finalize (object);
}

static void
gs_export_choices_class_init (GsExportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_export_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_export_choices_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GS_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-export-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, box);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, formats);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, chosen);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, question);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, tag);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, source);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, judged);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, order);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, language);
  gtk_widget_class_bind_template_child (widget_class, GsExportChoices, paper);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
gs_export_choices_init (GsExportChoices *self)
{
  self->articles = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_formats (self);
  add_orders (self);
  add_languages (self);
  add_papers (self);
}
