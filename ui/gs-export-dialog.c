/* gs-export-dialog.c: a report of the workspace, or of a part, as a file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-export-dialog.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-i18n.h"
#include "gs-labels.h"
#include "gs-notify.h"
#include "gs-picker.h"
#include "gs-report.h"
#include "gs-settings.h"

struct _GsExportDialog
{
  AdwWindow parent_instance;

  GsWorkspace *workspace;
  const GsReportFormat *format;
  GCancellable *cancellable; /* of the export under way */
  char *path;
  guint pulse;

  GtkWidget *choices;
  AdwPreferencesGroup *formats;
  GsPicker *question;
  GsPicker *tag;
  GsPicker *source;
  GtkSwitch *judged;
  AdwComboRow *order;
  AdwComboRow *language;
  AdwComboRow *paper;
  GtkProgressBar *progress;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsExportDialog, gs_export_dialog, ADW_TYPE_WINDOW)

/* Where to tell what became of it: the dialog itself is about to close. */
static GtkWidget *
inside_parent (GsExportDialog *self)
{
  GtkWidget *overlay =
    adw_application_window_get_content (ADW_APPLICATION_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))));

  return adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (GS_EXPORT_DIALOG (data)->progress);

  return G_SOURCE_CONTINUE;
}

static void
set_busy (GsExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->choices, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", !busy);
  if (busy)
    self->pulse = g_timeout_add (100, pulse_cb, self);
  else
    g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
tell_written (GsExportDialog *self)
{
  GtkWidget *inside = inside_parent (self);
  GtkWidget *overlay = gtk_widget_get_ancestor (inside, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = adw_toast_new (_ ("Report saved"));

  adw_toast_set_button_label (toast, _ ("Open _Folder"));
  adw_toast_set_action_name (toast, "app.show-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_bytestring (self->path));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = gs_report_export_finish (result, &error);

  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (gtk_window_get_transient_for (GTK_WINDOW (self)) == NULL)
    return;

  if (written)
    tell_written (self);
  else
    gs_notify_error (inside_parent (self), _ ("The report was not saved"), error);
  g_signal_emit (self, signals[FINISHED], 0, written);
  if (written)
    gtk_window_close (GTK_WINDOW (self));
}

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
remember (GsExportDialog *self, const GsReportOptions *options)
{
  gs_settings_set_string ("export-format", self->format->nick);
  gs_settings_set_string ("export-order", gs_word_to_nick (&gs_orders, options->order));
  gs_settings_set_string ("export-language", options->language);
  gs_settings_set_string ("export-paper", gs_word_to_nick (&gs_papers, options->paper));
}

/**
 * gs_export_dialog_export:
 * @self: a #GsExportDialog
 * @path: the file to write, in the file system's encoding
 *
 * Writes what the dialog says, as its Export button does after the analyst has chosen a
 * file; does nothing while an export is under way. Returns at once; "finished" follows.
 */
void
gs_export_dialog_export (GsExportDialog *self, const char *path)
{
  GsReportOptions options = { 0 };

  g_return_if_fail (GS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->cancellable != NULL)
    return;

  options.question = (char *) gs_picker_get_uuid (self->question);
  options.tag = (char *) gs_picker_get_uuid (self->tag);
  g_free (self->path);
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  options.source = (char *) gs_picker_get_uuid (self->source);
  options.judged = gtk_switch_get_active (self->judged);
  options.order = orders[adw_combo_row_get_selected (self->order)].order;
  options.language = (char *) gs_i18n_languages[adw_combo_row_get_selected (self->language)];
  options.paper = (int) adw_combo_row_get_selected (self->paper);
  remember (self, &options);
  gs_report_export_async (gs_workspace_get_path (self->workspace), self->format, &options, path, self->cancellable,
                          exported_cb, g_object_ref (self));
}

static void
chosen_cb (GsExportDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      gs_export_dialog_export (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

static char *
suggest_name (GsExportDialog *self)
{
  g_autofree char *base = g_path_get_basename (gs_workspace_get_path (self->workspace));
  g_autofree char *name = NULL;

  if (g_str_has_suffix (base, ".gainsay"))
    base[strlen (base) - strlen (".gainsay")] = '\0';
  name = g_filename_display_name (base);

  return g_strconcat (name, self->format->extension, NULL);
}

static void
choose (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsExportDialog *self = GS_EXPORT_DIALOG (widget);
  g_autofree char *name = suggest_name (self);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export Report"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
format_toggled_cb (GtkCheckButton *button, GsExportDialog *self)
{
  if (gtk_check_button_get_active (button))
    self->format = g_object_get_data (G_OBJECT (button), "format");
}

static void
add_formats (GsExportDialog *self)
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
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (format->title), -1);
      g_object_set_data (G_OBJECT (button), "format", (gpointer) format);
      g_signal_connect (button, "toggled", G_CALLBACK (format_toggled_cb), self);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (self->formats, row);

      if (i == 0 || g_str_equal (format->nick, last))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      group = GTK_CHECK_BUTTON (button);
    }
}

static void
add_orders (GsExportDialog *self)
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
add_languages (GsExportDialog *self)
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
add_papers (GsExportDialog *self)
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

/* Closing the dialog cancels what it is doing. */
static gboolean
gs_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (GS_EXPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (gs_export_dialog_parent_class)->close_request (window);
}

static void
gs_export_dialog_dispose (GObject *object)
{
  GsExportDialog *self = GS_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (gs_export_dialog_parent_class)->dispose (object);
}

static void
gs_export_dialog_class_init (GsExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gs_export_dialog_close_request;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (GS_TYPE_PICKER);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, question);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, tag);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, source);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, judged);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, order);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, progress);
}

static void
gs_export_dialog_init (GsExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_accessible_name_once (GTK_WIDGET (self));
  add_formats (self);
  add_orders (self);
  add_languages (self);
  add_papers (self);
}

/**
 * gs_export_dialog_new:
 * @parent: the window of the workspace, whose content is an AdwToastOverlay
 * @workspace: what to export
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_export_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GsExportDialog *self = g_object_new (GS_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  gs_picker_set_workspace (self->question, workspace);
  gs_picker_set_workspace (self->tag, workspace);
  gs_picker_set_workspace (self->source, workspace);

  return GTK_WIDGET (self);
}
