/* gs-merge-dialog.c: the workspace of another analyst, looked at and taken in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-merge-dialog.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-closing.h"
#include "gs-field-words.h"
#include "gs-instant.h"
#include "gs-isolate.h"
#include "gs-merge.h"
#include "gs-notify.h"
#include "gs-thread-task.h"

/* More are decided by the choice for all. */
#define MAX_SHOWN 200

struct _GsMergeDialog
{
  AdwWindow parent_instance;

  GsWorkspace *workspace;
  GsMerge *merge;
  GCancellable *cancellable;
  GtkStack *stack;
  AdwStatusPage *failure;
  AdwPreferencesPage *page;
  GtkWidget *apply;
  GPtrArray *checks; /* GtkCheckButton of “theirs”, one for each difference shown */
};

G_DEFINE_FINAL_TYPE (GsMergeDialog, gs_merge_dialog, ADW_TYPE_WINDOW)

/* What comes in -------------------------------------------------------------------------- */

static const char *
plural_of (const GsRecordType *type)
{
  return type == &gs_annotator_type  ? _ ("Annotators")
         : type == &gs_tag_type      ? _ ("Tags")
         : type == &gs_source_type   ? _ ("Sources")
         : type == &gs_question_type ? _ ("Questions")
         : type == &gs_article_type  ? _ ("Articles")
         : type == &gs_claim_type    ? _ ("Claims")
                                     : _ ("Links");
}

static void
add_part (GPtrArray *parts, guint n, const char *format)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, n));
}

static char *
describe_count (const GsMergeCount *count)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, count->added, g_dngettext (NULL, "%'u is new", "%'u are new", count->added));
  add_part (parts, count->taken,
            g_dngettext (NULL, "%'u was changed there only", "%'u were changed there only", count->taken));
  add_part (parts, count->united, g_dngettext (NULL, "%'u has the same name", "%'u have the same name", count->united));
  add_part (parts, count->deleted, g_dngettext (NULL, "%'u stays deleted", "%'u stay deleted", count->deleted));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_counts (GsMergeDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  gboolean any = FALSE;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What Comes In"));
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      g_autofree char *text = describe_count (gs_merge_get_count (self->merge, gs_workspace_types[i]));
      GtkWidget *row;

      if (*text == '\0')
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plural_of (gs_workspace_types[i]));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      any = TRUE;
    }
  if (!any)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("The other workspace has nothing that is not here."));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

/* What both have changed ------------------------------------------------------------------ */

static char *
describe_maker (const char *side, const char *name, const char *time)
{
  g_autofree char *at = gs_instant_format (time, "%x %R");

  return g_strjoin (" · ", side, name != NULL && *name != '\0' ? name : _ ("unknown"), at, NULL);
}

static void
theirs_toggled_cb (GtkCheckButton *check, GParamSpec *pspec, gpointer user_data)
{
  GsMergeDifference *difference = user_data;

  difference->take_theirs = gtk_check_button_get_active (check);
}

static GtkWidget *
side_row_new (const char *value, const char *maker, GtkWidget *check)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (*value != '\0' ? value : _ ("(nothing)"), -1);
  g_autofree char *subtitle = g_markup_escape_text (maker, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static void
show_difference (GsMergeDialog *self, GsMergeDifference *difference)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *ours = gtk_check_button_new (), *theirs = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (difference->name, -1);
  g_autofree char *our_maker = describe_maker (_ ("Here"), difference->our_name, difference->our_time);
  g_autofree char *their_maker = describe_maker (_ ("There"), difference->their_name, difference->their_time);
  g_autofree char *description =
    g_strconcat (plural_of (difference->type), " · ", gs_field_words (difference->field), NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (difference->take_theirs ? theirs : ours), TRUE);
  g_signal_connect (theirs, "notify::active", G_CALLBACK (theirs_toggled_cb), difference);
  g_object_set_data (G_OBJECT (theirs), "ours", ours);
  g_ptr_array_add (self->checks, g_object_ref (theirs));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), side_row_new (difference->ours, our_maker, ours));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), side_row_new (difference->theirs, their_maker, theirs));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
choose_all (GsMergeDialog *self, GsMergePreference preference)
{
  GPtrArray *differences = gs_merge_get_differences (self->merge);

  for (guint i = 0; i < differences->len; i++)
    {
      GsMergeDifference *difference = differences->pdata[i];
      gboolean newer = g_strcmp0 (difference->their_time, difference->our_time) > 0;

      difference->take_theirs = preference == GS_MERGE_THEIRS || (preference == GS_MERGE_NEWER && newer);
      if (i < self->checks->len && difference->take_theirs)
        gtk_check_button_set_active (self->checks->pdata[i], TRUE);
      else if (i < self->checks->len && gtk_check_button_get_active (self->checks->pdata[i]))
        {
          /* The other of the two is what the row of ours holds. */
          gtk_check_button_set_active (g_object_get_data (self->checks->pdata[i], "ours"), TRUE);
        }
    }
}

static void
all_chosen_cb (AdwComboRow *row, GParamSpec *pspec, GsMergeDialog *self)
{
  choose_all (self, adw_combo_row_get_selected (row));
}

static void
show_differences (GsMergeDialog *self)
{
  GPtrArray *differences = gs_merge_get_differences (self->merge);
  g_autoptr (GtkStringList) choices = NULL;
  g_autofree char *text = NULL;
  GtkWidget *group, *all;

  if (differences->len == 0)
    return;

  group = adw_preferences_group_new ();
  all = adw_combo_row_new ();
  choices = gtk_string_list_new (NULL);
  text = g_strdup_printf (g_dngettext (NULL, "%'u thing was changed both here and there.",
                                       "%'u things were changed both here and there.", differences->len),
                          differences->len);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Changed on Both Sides"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  gtk_string_list_append (choices, _ ("What is here"));
  gtk_string_list_append (choices, _ ("What is there"));
  gtk_string_list_append (choices, _ ("What is newer"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (all), _ ("Keep for all"));
  adw_combo_row_set_model (ADW_COMBO_ROW (all), G_LIST_MODEL (choices));
  g_signal_connect_object (all, "notify::selected", G_CALLBACK (all_chosen_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), all);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  for (guint i = 0; i < MIN (differences->len, MAX_SHOWN); i++)
    show_difference (self, differences->pdata[i]);
}

/* In a thread ------------------------------------------------------------------------------- */

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GsMergeDialog *self = source;
  GError *error = NULL;
  g_autoptr (GsWorkspace) theirs = gs_merge_open_theirs (data, &error);
  GsMerge *merge =
    theirs != NULL ? gs_merge_compare (self->workspace, theirs, GS_MERGE_OURS, cancellable, &error) : NULL;

  if (merge != NULL)
    g_task_return_pointer (task, merge, (GDestroyNotify) gs_merge_free);
  else
    g_task_return_error (task, error);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsMergeDialog *self = GS_MERGE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GsMerge *merge = g_task_propagate_pointer (G_TASK (result), &error);

  self->merge = merge;
  if (gs_window_is_closed (self))
    return;

  if (merge == NULL)
    {
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }

  show_counts (self);
  show_differences (self);
  gtk_stack_set_visible_child_name (self->stack, "merge");
  gtk_widget_set_sensitive (self->apply, TRUE);
  gtk_widget_grab_focus (self->apply);
}

static void
perform_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GsMergeDialog *self = source;
  GError *error = NULL;
  guint n_changed = 0;

  if (gs_merge_perform (self->merge, &n_changed, &error))
    g_task_return_int (task, n_changed);
  else
    g_task_return_error (task, error);
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsMergeDialog *self = GS_MERGE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gssize n_changed = g_task_propagate_int (G_TASK (result), &error);
  g_autofree char *said = NULL;

  gs_release_program ();
  if (gs_window_is_closed (self))
    return;

  if (error != NULL)
    {
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }

  said = g_strdup_printf (g_dngettext (NULL, "%'u record was added or changed", "%'u records were added or changed",
                                       (gulong) n_changed),
                          (guint) n_changed);
  if (parent != NULL && n_changed > 0)
    gs_notify_undo (gtk_window_get_focus (parent) != NULL ? gtk_window_get_focus (parent) : GTK_WIDGET (parent),
                    self->workspace, gs_merge_get_label (self->merge), said);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
apply_cb (GsMergeDialog *self)
{
  gtk_widget_set_sensitive (self->apply, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gs_hold_program ();
  gs_thread_task_run (self, NULL, perform_thread, NULL, NULL, performed_cb, NULL);
}

/* The window -------------------------------------------------------------------------------- */

static void
gs_merge_dialog_dispose (GObject *object)
{
  GsMergeDialog *self = GS_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (gs_merge_dialog_parent_class)->dispose (object);
}

static void
gs_merge_dialog_finalize (GObject *object)
{
  GsMergeDialog *self = GS_MERGE_DIALOG (object);

  g_clear_pointer (&self->merge, gs_merge_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (gs_merge_dialog_parent_class)->finalize (object);
}

static void
gs_merge_dialog_class_init (GsMergeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gs_merge_dialog_dispose;
  object_class->finalize = gs_merge_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
header_new (GsMergeDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->apply = gtk_button_new_with_mnemonic (_ ("_Merge"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_sensitive (self->apply, FALSE);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply);

  return header;
}

static void
gs_merge_dialog_init (GsMergeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *busy = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->failure = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->failure, _ ("Nothing Was Merged"));
  adw_status_page_set_icon_name (self->failure, "dialog-warning-symbolic");
  gtk_spinner_start (GTK_SPINNER (busy));
  gtk_widget_set_halign (busy, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (busy, 32, 32);
  gtk_stack_add_named (self->stack, busy, "busy");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "merge");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failure), "failure");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gs_accessible_name_once (box);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * gs_merge_dialog_new:
 * @parent: the window of the workspace
 * @workspace: the workspace that will change
 * @path: the other workspace, in the encoding of file names
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_merge_dialog_new (GtkWindow *parent, GsWorkspace *workspace, const char *path)
{
  GsMergeDialog *self = g_object_new (GS_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = gs_compose (_ ("Merge “%s”"), name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->workspace = g_object_ref (workspace);
  gs_thread_task_run (self, self->cancellable, compare_thread, g_strdup (path), g_free, compared_cb, NULL);

  return GTK_WIDGET (self);
}
