/* gs-window-tour.c: what the window shows while newcomers are led around.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include "gs-examples.h"
#include "gs-sample.h"

/* What was looked up, and for which step. */
typedef struct
{
  GsWindow *window;
  const char *step; /* static */
} Wanted;

static void
question_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (GsWindow) self = wanted->window;
  g_autofree char *question = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (question == NULL || GS_WORKSPACE (source) != self->workspace)
    return;

  if (g_str_equal (wanted->step, "origins"))
    gs_window_show_origins (self, question);
  else
    gs_window_show_pair (self, question, NULL);
}

static void
claim_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (GsWindow) self = wanted->window;
  g_auto (GStrv) found = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (found != NULL && GS_WORKSPACE (source) == self->workspace)
    gs_window_edit_claim (self, found[0], found[1]);
}

static void
look_up (GsWindow *self, const char *step, GsWorkspaceFunc func, GDestroyNotify free, GAsyncReadyCallback callback)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->window = g_object_ref (self);
  wanted->step = step;
  gs_workspace_call_async (self->workspace, func, NULL, NULL, free, NULL, callback, wanted);
}

static void
step_cb (GsWindow *self, const char *step)
{
  if (self->workspace == NULL)
    return;

  if (g_str_equal (step, "editor"))
    look_up (self, "editor", gs_examples_find_claim, (GDestroyNotify) g_strfreev, claim_found_cb);
  else if (g_str_equal (step, "origins"))
    look_up (self, "origins", gs_examples_find_question, g_free, question_found_cb);
  else if (g_str_equal (step, "compare"))
    look_up (self, "compare", gs_examples_find_question, g_free, question_found_cb);
  else if (g_str_equal (step, "conflicts"))
    {
      gtk_stack_set_visible_child_name (self->conflicts_stack, "board");
      gs_window_show_page (self, step);
    }
  else
    gs_window_show_page (self, g_str_equal (step, "end") ? "articles" : step);
}

static void
start (GsWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, start, NULL);
  if (self->tour == NULL)
    {
      GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->stack));

      self->tour = g_object_new (GS_TYPE_TOUR_BAR, NULL);
      gtk_box_insert_child_after (GTK_BOX (box), GTK_WIDGET (self->tour), GTK_WIDGET (self->stack));
      g_signal_connect_object (self->tour, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
    }
  gs_tour_bar_start (self->tour);
}

/* The window that shows the sample dossier, or is about to. */
static GsWindow *
find_sample (GsWindow *self)
{
  g_autofree char *path = gs_sample_path ();
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (GS_IS_WINDOW (l->data) && g_strcmp0 (GS_WINDOW (l->data)->path, path) == 0)
        return l->data;
    }

  return self;
}

static void
take_tour (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsWindow *window;

  gs_window_open_sample (GS_WINDOW (widget));
  window = find_sample (GS_WINDOW (widget));
  if (window->workspace != NULL)
    start (window);
  else
    g_signal_connect (window, "workspace-opened", G_CALLBACK (start), NULL);
}

/**
 * gs_window_class_install_tour:
 * @widget_class: class of the window
 */
void
gs_window_class_install_tour (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.take-tour", NULL, take_tour);
}
