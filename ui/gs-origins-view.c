/* gs-origins-view.c: from how many independent origins the claims on a question come.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origins-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-notify.h"
#include "gs-origin-rows.h"
#include "gs-origins.h"
#include "gs-perform.h"
#include "gs-picker.h"
#include "gs-tooltip.h"

struct _GsOriginsView
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GCancellable *reading;
  GsOrigins *origins; /* as they are shown */
  gboolean outdated;  /* to be read when it comes into view */

  GtkWidget *box;
  GsPicker *question;
  GtkDropDown *stance;
  GtkStack *stack;
  GtkLabel *bounds;
  GtkLabel *warnings;
  GtkListBox *list;
  GtkListBox *reasons;
  GtkWidget *reasons_box;
  GtkWidget *word;
  GtkDropDown *first;
  GtkDropDown *second;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (GsOriginsView, gs_origins_view, GTK_TYPE_WIDGET)

typedef struct
{
  char *question;
  int stance; /* -1 for any */
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->question);
  g_free (data);
}

static void
free_origins (gpointer data)
{
  gs_origins_free (data);
}

static gpointer
read_origins (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return wanted->stance < 0 ? gs_origins_on_question (workspace, wanted->question, error)
                            : gs_origins_of_position (workspace, wanted->question, wanted->stance, NULL, error);
}

static void
fill_choices (GsOriginsView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->origins->origins->len; i++)
    gtk_string_list_append (names, ((GsOrigin *) self->origins->origins->pdata[i])->name);
  gtk_drop_down_set_model (self->first, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->second, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->second, 1);
  gtk_widget_set_visible (self->word, self->origins->origins->len > 1 && !gs_workspace_is_read_only (self->workspace));
}

static void
show_origins (GsOriginsView *self)
{
  g_autofree char *bounds = gs_origins_describe (self->origins->lower, self->origins->upper, self->origins->outlets);
  g_autofree char *warnings = gs_origin_rows_warn (self->origins);

  gtk_label_set_label (self->bounds, bounds);
  gtk_label_set_label (self->warnings, warnings != NULL ? warnings : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings != NULL);
  gs_origin_rows_fill (self->list, self->origins);
  gs_origin_rows_fill_reasons (self->reasons, self->origins);
  gtk_widget_set_visible (self->reasons_box, self->origins->unions->len > 0);
  fill_choices (self);
  gtk_stack_set_visible_child_name (self->stack, self->origins->origins->len > 0 ? "origins" : "nothing");
}

static void
origins_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsOriginsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsOrigins) origins = gs_workspace_read_aside_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->reading);
  if (origins == NULL)
    {
      gs_notify_error (GTK_WIDGET (self), _ ("The origins could not be counted"), error);
      return;
    }
  g_clear_pointer (&self->origins, gs_origins_free);
  self->origins = g_steal_pointer (&origins);
  show_origins (self);
}

static void
read_anew (GsOriginsView *self)
{
  Wanted *wanted;
  const char *question;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->workspace == NULL || self->outdated)
    return;
  question = gs_picker_get_uuid (self->question);
  if (question == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }

  wanted = g_new0 (Wanted, 1);
  wanted->question = g_strdup (question);
  wanted->stance = (int) gtk_drop_down_get_selected (self->stance) - 1;
  self->reading = g_cancellable_new ();
  gs_workspace_read_aside_async (self->workspace, read_origins, wanted, wanted_free, free_origins, self->reading,
                                 origins_read_cb, g_object_ref (self));
}

/* What the analyst says of two origins is said of the first claim of each. */
static void
assert_link (GsOriginsView *self, int kind, const char *label, const char *message)
{
  guint a = gtk_drop_down_get_selected (self->first), b = gtk_drop_down_get_selected (self->second);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_autoptr (GsLinkRecord) link = NULL;
  g_autoptr (GsAction) action = NULL;

  if (self->origins == NULL || a >= self->origins->origins->len || b >= self->origins->origins->len)
    return;
  if (a == b)
    {
      gs_notify (GTK_WIDGET (self), _ ("Choose two different origins."));
      return;
    }
  if (*reason == '\0')
    {
      gs_notify (GTK_WIDGET (self), _ ("Say why, so that others can check it."));
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }

  link = gs_record_new (&gs_link_type);
  link->a = g_strdup (((GsOrigin *) self->origins->origins->pdata[a])->claim);
  link->b = g_strdup (((GsOrigin *) self->origins->origins->pdata[b])->claim);
  link->kind = kind;
  link->origin = GS_LINK_BY_ANALYST;
  link->reason = g_steal_pointer (&reason);
  action = gs_action_new (label);
  gs_action_save (action, &gs_link_type, link);
  gs_perform (GTK_WIDGET (self), self->workspace, g_steal_pointer (&action), message);
  gtk_editable_set_text (self->reason, "");
}

static void
assert_same (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  assert_link (GS_ORIGINS_VIEW (widget), GS_LINK_SAME_ORIGIN, _ ("Assert the same origin"), _ ("Same origin asserted"));
}

static void
assert_independent (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  assert_link (GS_ORIGINS_VIEW (widget), GS_LINK_INDEPENDENT_ORIGIN, _ ("Assert independent origins"),
               _ ("Independent origins asserted"));
}

/* Only what is looked at is read. */
static void
gs_origins_view_map (GtkWidget *widget)
{
  GsOriginsView *self = GS_ORIGINS_VIEW (widget);

  GTK_WIDGET_CLASS (gs_origins_view_parent_class)->map (widget);
  if (self->outdated)
    read_anew (self);
}

static void
gs_origins_view_dispose (GObject *object)
{
  GsOriginsView *self = GS_ORIGINS_VIEW (object);

  if (self->box != NULL)
    gs_origins_view_set_workspace (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_origins_view_parent_class)->dispose (object);
}

static void
gs_origins_view_class_init (GsOriginsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_origins_view_dispose;
  widget_class->map = gs_origins_view_map;
  g_type_ensure (GS_TYPE_PICKER);
  gtk_widget_class_install_action (widget_class, "origins.same", NULL, assert_same);
  gtk_widget_class_install_action (widget_class, "origins.independent", NULL, assert_independent);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-origins-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, box);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, question);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, stance);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, bounds);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, warnings);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, list);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, reasons);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, reasons_box);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, word);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, first);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, second);
  gtk_widget_class_bind_template_child (widget_class, GsOriginsView, reason);
  gtk_widget_class_bind_template_callback (widget_class, read_anew);
}

static void
gs_origins_view_init (GsOriginsView *self)
{
  g_autoptr (GtkStringList) stances = gtk_string_list_new (NULL);
  g_autofree const char **labels = gs_labels_of (&gs_stances);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (stances, _ ("Any stance"));
  gtk_string_list_splice (stances, 1, 0, (const char *const *) labels);
  gtk_drop_down_set_model (self->stance, G_LIST_MODEL (stances));
  gs_tooltip_let_cut (self->box);
}

/**
 * gs_origins_view_set_workspace:
 * @self: a #GsOriginsView
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_origins_view_set_workspace (GsOriginsView *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_ORIGINS_VIEW (self));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, read_anew, self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->origins, gs_origins_free);
  g_set_object (&self->workspace, workspace);
  gs_picker_set_workspace (self->question, workspace);
  gs_picker_set_uuid (self->question, NULL);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
}

/**
 * gs_origins_view_show:
 * @self: a #GsOriginsView
 * @question: (nullable): UUID
 *
 * Returns at once; the origins are counted aside.
 */
void
gs_origins_view_show (GsOriginsView *self, const char *question)
{
  g_return_if_fail (GS_IS_ORIGINS_VIEW (self));

  gs_picker_set_uuid (self->question, question);
  read_anew (self);
}

/**
 * gs_origins_view_is_settled:
 * @self: a #GsOriginsView
 *
 * Returns: whether what is to be seen has been counted
 */
gboolean
gs_origins_view_is_settled (GsOriginsView *self)
{
  g_return_val_if_fail (GS_IS_ORIGINS_VIEW (self), FALSE);

  return self->reading == NULL;
}
