/* gs-welcome-page.c: what is shown before a workspace is open.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-welcome-page.h"

#include <adwaita.h>

#include "gs-settings.h"
#include "gs-workspace.h"

struct _GsWelcomePage
{
  GtkWidget parent_instance;

  GPtrArray *rows;

  GtkWidget *page;
  AdwPreferencesGroup *recent;
};

G_DEFINE_FINAL_TYPE (GsWelcomePage, gs_welcome_page, GTK_TYPE_WIDGET)

static GtkWidget *
recent_row_new (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = gs_workspace_name (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (folder, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);

  return row;
}

/* The list is made anew whenever the page comes into view: workspaces come
 * and go between. */
static void
gs_welcome_page_map (GtkWidget *widget)
{
  GsWelcomePage *self = GS_WELCOME_PAGE (widget);
  g_auto (GStrv) recent = gs_settings_get_recent ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; recent[i] != NULL; i++)
    {
      GtkWidget *row = recent_row_new (recent[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->recent, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);

  GTK_WIDGET_CLASS (gs_welcome_page_parent_class)->map (widget);
}

static void
gs_welcome_page_dispose (GObject *object)
{
  GsWelcomePage *self = GS_WELCOME_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->page, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_welcome_page_parent_class)->dispose (object);
}

static void
gs_welcome_page_class_init (GsWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_welcome_page_dispose;
  widget_class->map = gs_welcome_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsWelcomePage, page);
  gtk_widget_class_bind_template_child (widget_class, GsWelcomePage, recent);
}

static void
gs_welcome_page_init (GsWelcomePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gs_welcome_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
gs_welcome_page_new (void)
{
  return g_object_new (GS_TYPE_WELCOME_PAGE, NULL);
}
