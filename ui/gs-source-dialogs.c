/* gs-source-dialogs.c: who is who: two sources are one, or one is two.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-dialogs.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-message.h"
#include "gs-notify.h"
#include "gs-perform.h"
#include "gs-picker.h"
#include "gs-source-merge.h"

/* Claims offered to be split off; of more, the first. */
#define MAX_CLAIMS 500

typedef struct
{
  GtkWidget *widget; /* where it was asked for */
  GsWorkspace *workspace;
  char *source;
  GtkWidget *dialog; /* not owned */
  GsPicker *picker;  /* of a merge */
  GtkEditable *name; /* of a split */
  GtkListBox *names;
  GtkListBox *claims;
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->workspace);
  g_free (self->source);
  g_free (self);
}

static void
asking_done (gpointer data, GObject *dialog)
{
  asking_free (data);
}

static Asking *
asking_new (GtkWidget *widget,
            GsWorkspace *workspace,
            const GsSourceRecord *source,
            const char *heading,
            const char *body,
            const char *response,
            const char *label)
{
  Asking *self = g_new0 (Asking, 1);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  self->widget = g_object_ref (widget);
  self->workspace = g_object_ref (workspace);
  self->source = g_strdup (source->uuid);
  self->dialog = gs_message_new (window, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"), response, label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), response, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), response);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), response, FALSE);
  g_object_weak_ref (G_OBJECT (self->dialog), asking_done, self);

  return self;
}

/* Merging ----------------------------------------------------------------------------- */

typedef struct
{
  char *source;
  GPtrArray *others;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *self = data;

  g_free (self->source);
  g_ptr_array_unref (self->others);
  g_free (self);
}

static GsAction *
build_merge (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Merge *merge = data;

  return gs_source_merge_to_action (workspace, merge->source, merge->others, error);
}

static void
merge_answered_cb (Asking *self, const char *response)
{
  const char *other = gs_picker_get_uuid (self->picker);
  Merge *merge;

  if (!g_str_equal (response, "merge") || other == NULL)
    return;

  merge = g_new0 (Merge, 1);
  merge->source = g_strdup (self->source);
  merge->others = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (merge->others, g_strdup (other));
  gs_perform_built (self->widget, self->workspace, build_merge, merge, merge_free, _ ("Sources merged"));
}

static void
other_chosen_cb (Asking *self)
{
  const char *other = gs_picker_get_uuid (self->picker);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "merge",
                                           other != NULL && !g_str_equal (other, self->source));
}

/**
 * gs_source_merge_dialog_present:
 * @widget: where it is asked for
 * @workspace: a workspace
 * @source: the source that remains
 */
void
gs_source_merge_dialog_present (GtkWidget *widget, GsWorkspace *workspace, const GsSourceRecord *source)
{
  g_autofree char *heading = gs_compose (_ ("Merge into “%s”"), source->name != NULL ? source->name : "");
  Asking *self = asking_new (widget, workspace, source, heading,
                             _ ("What the other source said, its names, affiliations and ratings become this one's. "
                                "It can be undone."),
                             "merge", _ ("_Merge"));
  GtkWidget *picker = gs_picker_new ("party");

  gs_picker_set_workspace (GS_PICKER (picker), workspace);
  gtk_widget_set_halign (picker, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The Other Source"), -1);
  self->picker = GS_PICKER (picker);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), picker);
  g_signal_connect_swapped (picker, "notify::uuid", G_CALLBACK (other_chosen_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (merge_answered_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* Splitting --------------------------------------------------------------------------- */

static GsAction *
build_split (GsWorkspace *workspace, gpointer data, GError **error)
{
  return gs_source_split_to_action (workspace, data, NULL, error);
}

static void
free_split (gpointer data)
{
  gs_source_split_free (data);
}

static void
add_checked (GtkListBox *box, GPtrArray *texts)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    {
      GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "check");

      if (check != NULL && gtk_check_button_get_active (check))
        g_ptr_array_add (texts, g_strdup (g_object_get_data (G_OBJECT (row), "text")));
    }
}

static void
split_answered_cb (Asking *self, const char *response)
{
  GsSourceSplit *split;

  if (!g_str_equal (response, "split"))
    return;

  split = gs_source_split_new (self->source, gtk_editable_get_text (self->name));
  add_checked (self->names, split->aliases);
  add_checked (self->claims, split->claims);
  gs_perform_built (self->widget, self->workspace, build_split, split, free_split, _ ("Source split"));
}

static void
name_edited_cb (Asking *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "split", *name != '\0');
}

static void
add_check (GtkListBox *box, const char *text, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *escaped = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (escaped != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (text), g_free);
  gtk_list_box_append (box, row);
}

static gpointer
read_claims (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);

  filter->source = g_strdup (data);

  return gs_workspace_list_page (workspace, &gs_claim_listing_type, filter, 0, MAX_CLAIMS, error);
}

static void
claims_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkListBox) box = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (claims == NULL)
    {
      gs_notify_error (GTK_WIDGET (box), _ ("The claims could not be read"), error);
      return;
    }

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimListing *claim = claims->pdata[i];

      add_check (box, claim->uuid, claim->summary, claim->article_title);
    }
}

static GtkListBox *
add_list (GtkWidget *box, const char *title)
{
  GtkWidget *list = gtk_list_box_new (), *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);

  return GTK_LIST_BOX (list);
}

static GtkWidget *
new_split_form (Asking *self, const GsSourceRecord *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *name = gtk_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_entry_set_placeholder_text (GTK_ENTRY (name), _ ("Name of the new source"));
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the New Source"),
                                  -1);
  self->name = GTK_EDITABLE (name);
  g_signal_connect_swapped (name, "changed", G_CALLBACK (name_edited_cb), self);
  gtk_box_append (GTK_BOX (box), name);

  self->names = add_list (lists, _ ("Names it takes along"));
  gtk_widget_set_visible (GTK_WIDGET (self->names), source->aliases->len > 0);
  gtk_widget_set_visible (gtk_widget_get_first_child (lists), source->aliases->len > 0);
  for (guint i = 0; i < source->aliases->len; i++)
    {
      const GsAliasRecord *alias = source->aliases->pdata[i];

      add_check (self->names, alias->name, alias->name, alias->language);
    }
  self->claims = add_list (lists, _ ("Claims it takes along"));
  gtk_widget_set_margin_start (lists, 3);
  gtk_widget_set_margin_end (lists, 3);
  gtk_widget_set_margin_bottom (lists, 3);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), lists);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_box_append (GTK_BOX (box), scrolled);

  return box;
}

/**
 * gs_source_split_dialog_present:
 * @widget: where it is asked for
 * @workspace: a workspace
 * @source: the source that is two
 */
void
gs_source_split_dialog_present (GtkWidget *widget, GsWorkspace *workspace, const GsSourceRecord *source)
{
  g_autofree char *heading = gs_compose (_ ("Split “%s”"), source->name != NULL ? source->name : "");
  Asking *self = asking_new (widget, workspace, source, heading,
                             _ ("The new source takes along what is ticked. It can be undone."), "split", _ ("_Split"));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), new_split_form (self, source));
  gs_workspace_call_async (workspace, read_claims, g_strdup (source->uuid), g_free, (GDestroyNotify) g_ptr_array_unref,
                           NULL, claims_read_cb, g_object_ref (self->claims));
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (split_answered_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
