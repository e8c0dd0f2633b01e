/* gs-history-dialog.c: what was done in the workspace, by whom and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole audit trail, with what was undone, in a list that makes rows for
 * what is seen only.
 */

#include "config.h"

#include "gs-history-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-closing.h"
#include "gs-history-rows.h"
#include "gs-history-table.h"
#include "gs-notify.h"
#include "gs-row.h"
#include "gs-thread-task.h"

/* What stands, or does not. */
enum
{
  SHOW_ALL,
  SHOW_STANDING,
  SHOW_UNDONE,
};

struct _GsHistoryDialog
{
  AdwWindow parent_instance;

  GsWorkspace *workspace;
  GCancellable *cancellable;
  GListStore *steps; /* GsRow of GsHistoryListing, newest first */
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  char *wanted; /* (nullable): folded, what is searched for */

  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkEditable *search;
  GtkDropDown *who;
  GtkDropDown *state;
  GtkLabel *count;
  GtkWidget *export;
};

G_DEFINE_FINAL_TYPE (GsHistoryDialog, gs_history_dialog, ADW_TYPE_WINDOW)

/* What is shown ------------------------------------------------------------------------ */

static const char *
chosen_name (GsHistoryDialog *self)
{
  GtkStringObject *chosen =
    gtk_drop_down_get_selected (self->who) > 0 ? gtk_drop_down_get_selected_item (self->who) : NULL;

  return chosen != NULL ? gtk_string_object_get_string (chosen) : NULL;
}

static gboolean
contains (const char *text, const char *wanted)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, wanted) != NULL;
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  GsHistoryDialog *self = user_data;
  const GsHistoryListing *step = gs_row_get_record (item);
  const char *name = chosen_name (self);
  guint state = gtk_drop_down_get_selected (self->state);

  if (name != NULL && g_strcmp0 (step->annotator, name) != 0)
    return FALSE;
  if ((state == SHOW_STANDING && step->undone) || (state == SHOW_UNDONE && !step->undone))
    return FALSE;

  return self->wanted == NULL || contains (step->label, self->wanted) || contains (step->annotator, self->wanted)
         || contains (step->at, self->wanted);
}

static void
show_count (GsHistoryDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint of = g_list_model_get_n_items (G_LIST_MODEL (self->steps));
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%'u of %'u step", "%'u of %'u steps", of), n, of);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (self->export, n > 0);
  if (n > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  adw_status_page_set_title (self->nothing, of == 0 ? _ ("Nothing Has Been Done Yet") : _ ("No Such Step"));
  adw_status_page_set_description (self->nothing,
                                   of == 0 ? NULL : _ ("Search for something else, or show everything."));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
filter_cb (GsHistoryDialog *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_free (self->wanted);
  self->wanted = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

/* Reading ------------------------------------------------------------------------------- */

static gpointer
read_history (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_history (workspace, G_MAXUINT, error);
}

/* The names there are, in the order of who did something last. */
static void
fill_names (GsHistoryDialog *self, GPtrArray *history)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *before = g_strdup (chosen_name (self));
  guint selected = 0;

  gtk_string_list_append (names, _ ("Everybody"));
  for (guint i = 0; i < history->len; i++)
    {
      const GsHistoryListing *step = history->pdata[i];

      if (step->annotator == NULL || !g_hash_table_add (seen, step->annotator))
        continue;
      gtk_string_list_append (names, step->annotator);
      if (g_strcmp0 (step->annotator, before) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  gtk_drop_down_set_model (self->who, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->who, selected);
}

static void
fill (GsHistoryDialog *self, GPtrArray *history)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  fill_names (self, history);
  g_ptr_array_set_free_func (history, NULL);
  for (guint i = 0; i < history->len; i++)
    g_ptr_array_add (rows, gs_row_new (&gs_history_listing_type, history->pdata[i]));
  g_list_store_splice (self->steps, 0, g_list_model_get_n_items (G_LIST_MODEL (self->steps)), rows->pdata, rows->len);
  show_count (self);
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (gs_window_is_closed (self))
    return;

  if (history != NULL)
    fill (self, history);
  else
    gs_notify_error (GTK_WIDGET (self->stack), _ ("The history could not be read"), error);
}

static void
read_again (GsHistoryDialog *self)
{
  gs_workspace_call_async (self->workspace, read_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, history_read_cb, g_object_ref (self));
}

/* Exporting ------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *rows; /* GsRow */
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_ptr_array_unref (writing->rows);
  g_free (writing->path);
  g_free (writing);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  g_autoptr (GPtrArray) history = g_ptr_array_new ();
  g_autofree char *text = NULL;
  GError *error = NULL;

  for (guint i = 0; i < writing->rows->len; i++)
    g_ptr_array_add (history, (gpointer) gs_row_get_record (writing->rows->pdata[i]));
  text = g_str_has_suffix (writing->path, ".json") ? gs_history_to_json (history) : gs_history_to_csv (history);
  if (g_file_set_contents (writing->path, text, -1, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsHistoryDialog *self = GS_HISTORY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  gs_release_program ();
  if (gs_window_is_closed (self))
    return;

  if (written)
    gs_notify (GTK_WIDGET (self->stack), _ ("The history was exported"));
  else
    gs_notify_error (GTK_WIDGET (self->stack), _ ("The history was not exported"), error);
}

/**
 * gs_history_dialog_export:
 * @self: a dialog
 * @path: where to, in the encoding of file names; ".json" gives JSON, anything else CSV
 *
 * Writes what is shown. Returns at once.
 */
void
gs_history_dialog_export (GsHistoryDialog *self, const char *path)
{
  Writing *writing;

  g_return_if_fail (GS_IS_HISTORY_DIALOG (self) && path != NULL);

  writing = g_new0 (Writing, 1);
  writing->path = g_strdup (path);
  writing->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    g_ptr_array_add (writing->rows, g_list_model_get_item (G_LIST_MODEL (self->shown), i));
  gs_hold_program ();
  gs_thread_task_run (self, NULL, write_thread, writing, writing_free, written_cb, NULL);
}

static void
export_chosen_cb (GsHistoryDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      gs_history_dialog_export (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export History"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gboolean json = g_str_equal (g_variant_get_string (parameter, NULL), "json");

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), json ? _ ("History.json") : _ ("History.csv"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The window ------------------------------------------------------------------------------ */

static GtkWidget *
list_new (GsHistoryDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown =
    gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->steps)), GTK_FILTER (g_object_ref (self->filter)));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)))),
                            gs_history_rows_new ());
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was done, newest first"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

static void
gs_history_dialog_dispose (GObject *object)
{
  GsHistoryDialog *self = GS_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gs_history_dialog_parent_class)->dispose (object);
}

static void
gs_history_dialog_finalize (GObject *object)
{
  GsHistoryDialog *self = GS_HISTORY_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->steps);
  g_object_unref (self->shown);
  g_object_unref (self->filter);
  g_free (self->wanted);

  G_OBJECT_CLASS (gs_history_dialog_parent_class)->finalize (object);
}

static void
gs_history_dialog_class_init (GsHistoryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_history_dialog_dispose;
  object_class->finalize = gs_history_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "history.export", "s", export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
header_new (GsHistoryDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("As a _Table (CSV)…"), "history.export::csv");
  g_menu_append (menu, _ ("As _JSON…"), "history.export::json");
  self->export = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->export), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->export), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->export, _ ("Export what is shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export what is shown"), -1);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->export);

  return header;
}

static GtkDropDown *
drop_down_new (GsHistoryDialog *self, const char *const *choices, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (drop_down, TRUE);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);

  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
bar_new (GsHistoryDialog *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("What, who or when"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the history"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  self->who = drop_down_new (self, (const char *const[]){ _ ("Everybody"), NULL }, _ ("Who did it"));
  self->state =
    drop_down_new (self, (const char *const[]){ _ ("Everything"), _ ("What stands"), _ ("What was undone"), NULL },
                   _ ("What of it"));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0.0F);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->who));
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (bar), choices);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);

  return bar;
}

static void
gs_history_dialog_init (GsHistoryDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());

  self->cancellable = g_cancellable_new ();
  self->steps = g_list_store_new (GS_TYPE_ROW);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->nothing = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "reading");
  gtk_stack_add_named (self->stack, list_new (self), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_toast_overlay_set_child (toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (toasts));
  gtk_window_set_title (GTK_WINDOW (self), _ ("History"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * gs_history_dialog_new:
 * @parent: the window of the workspace
 * @workspace: a workspace
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_history_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GsHistoryDialog *self = g_object_new (GS_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);

  return GTK_WIDGET (self);
}

/**
 * gs_history_dialog_get_shown:
 * @self: a dialog
 *
 * Returns: (transfer none): what the filters leave, as #GsRow
 */
GListModel *
gs_history_dialog_get_shown (GsHistoryDialog *self)
{
  g_return_val_if_fail (GS_IS_HISTORY_DIALOG (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/**
 * gs_history_dialog_search:
 * @self: a dialog
 * @text: what to search for, as typed
 */
void
gs_history_dialog_search (GsHistoryDialog *self, const char *text)
{
  g_return_if_fail (GS_IS_HISTORY_DIALOG (self));

  gtk_editable_set_text (self->search, text);
  filter_cb (self);
}
