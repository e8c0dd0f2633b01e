/* gs-picture.c: the window as a picture.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-picture.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-examples.h"
#include "gs-questions-dialog.h"
#include "gs-window.h"

/* Milliseconds: between looks, without a new frame to be settled, at most. */
#define INTERVAL 100
#define QUIET 600
#define PATIENCE 20000

typedef struct
{
  GApplicationCommandLine *command_line;
  GsPictureFunc done;
  gpointer user_data;
  GsWindow *window;
  char *file;
  char *page;
  gint64 last_frame; /* monotonic, microseconds */
  gint64 began;
  guint look;     /* source */
  gboolean ready; /* the page to be drawn has been asked for */
} Picture;

static gboolean look_cb (gpointer data);

static void
picture_end (Picture *self, int status)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), self);
  g_signal_handlers_disconnect_by_data (self->window, self);
  self->done (status, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->window);
  g_object_unref (self->command_line);
  g_free (self->file);
  g_free (self->page);
  g_free (self);
}

/**
 * gs_picture_of:
 * @window: a mapped window
 *
 * Returns: (transfer full) (nullable): what it looks like, as if it had the focus;
 *   %NULL before it has been drawn
 */
GdkTexture *
gs_picture_of (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

/* The dialog that was opened, or else the window itself. */
static GtkWindow *
find_shown (Picture *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      /* The list of keys is always there, and seldom to be seen. */
      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return GTK_WINDOW (self->window);
}

static void
picture_draw (Picture *self)
{
  g_autoptr (GdkTexture) texture = gs_picture_of (find_shown (self));

  /* Between two frames there is nothing to be seen. */
  if (texture == NULL)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      self->look = g_timeout_add (INTERVAL, look_cb, self);
      return;
    }

  if (gdk_texture_save_to_png (texture, self->file))
    {
      picture_end (self, 0);
      return;
    }

  g_application_command_line_printerr (self->command_line, _ ("%s cannot be written.\n"), self->file);
  picture_end (self, 1);
}

static void
frame_drawn_cb (Picture *self)
{
  self->last_frame = g_get_monotonic_time ();
}

/* Settled: everything has been read, and nothing has moved for a while. */
static gboolean
look_cb (gpointer data)
{
  Picture *self = data;
  gint64 now = g_get_monotonic_time ();
  gboolean quiet = gs_window_is_settled (self->window) && now - self->last_frame > QUIET * 1000;

  if (!self->ready || (!quiet && now - self->began < PATIENCE * 1000))
    return G_SOURCE_CONTINUE;

  self->look = 0;
  picture_draw (self);

  return G_SOURCE_REMOVE;
}

static void
conflict_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Picture *self = user_data;
  g_autofree char *question = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (question != NULL && g_str_equal (self->page, "origins"))
    gs_window_show_origins (self->window, question);
  else if (question != NULL)
    gs_window_show_pair (self->window, question, NULL);
  else
    gs_window_show_page (self->window, "conflicts");
  self->last_frame = g_get_monotonic_time ();
  self->ready = TRUE;
}

/* What there is to be drawn, and what opens those that are windows of their own. */
static const struct
{
  const char *page;
  const char *action;
} pages[] = {
  { "welcome", NULL },
  { "articles", NULL },
  { "editor", NULL },
  { "claims", NULL },
  { "sources", NULL },
  { "relays", NULL },
  { "origins", NULL },
  { "conflicts", NULL },
  { "compare", NULL },
  { "timeline", NULL },
  { "questions", "win.show-questions" },
  { "matrix", "win.show-questions" },
  { "tags", "win.show-tags" },
  { "agreement", "win.show-agreement" },
  { "history", "win.show-history" },
  { "backups", "win.show-backups" },
  { "export", "win.export-report" },
  { "paste", "win.paste-article" },
  { "preferences", "app.preferences" },
};

static const char *
find_action (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].page, page))
        return pages[i].action;
    }

  return NULL;
}

static void
claim_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Picture *self = user_data;
  g_auto (GStrv) found = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (found != NULL)
    gs_window_edit_claim (self->window, found[0], found[1]);
  self->last_frame = g_get_monotonic_time ();
  self->ready = TRUE;
}

/* Of the dialog that has just been opened. */
static void
show_matrix (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GS_IS_QUESTIONS_DIALOG (window))
        gs_questions_dialog_show_tab (GS_QUESTIONS_DIALOG (window), "matrix");
    }
}

/* A screen that is too small for the window makes its dialogs small as well. */
static void
fit_dialogs (Picture *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  int most_width, most_height;

  gtk_window_get_default_size (GTK_WINDOW (self->window), &most_width, &most_height);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      int width, height;

      gtk_window_get_default_size (window, &width, &height);
      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->window))
        gtk_window_set_default_size (window, MIN (width, most_width), MIN (height, most_height));
    }
}

static void
opened_cb (Picture *self)
{
  const char *action = find_action (self->page);

  if (g_str_equal (self->page, "editor"))
    {
      gs_workspace_call_async (gs_window_get_workspace (self->window), gs_examples_find_claim, NULL, NULL,
                               (GDestroyNotify) g_strfreev, NULL, claim_found_cb, self);
      return;
    }
  if (g_str_equal (self->page, "compare") || g_str_equal (self->page, "origins"))
    {
      gs_workspace_call_async (gs_window_get_workspace (self->window), gs_examples_find_question, NULL, NULL, g_free,
                               NULL, conflict_found_cb, self);
      return;
    }

  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  else if (!gs_window_show_page (self->window, self->page))
    gs_window_show_sources (self->window, self->page);
  if (g_str_equal (self->page, "matrix"))
    show_matrix ();
  fit_dialogs (self);
  self->last_frame = g_get_monotonic_time ();
  self->ready = TRUE;
}

static void
failed_cb (Picture *self, const GError *error)
{
  g_application_command_line_printerr (self->command_line, "%s\n", error->message);
  picture_end (self, 3);
}

static gboolean
is_page (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].page, page))
        return TRUE;
    }

  return FALSE;
}

static void
tell_pages (GApplicationCommandLine *command_line)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", pages[i].page);

  g_application_command_line_printerr (command_line,
                                       _ ("A picture is of one of these pages: %s. It is at least 360 × 294 pixels, "
                                          "and its text has 50 to 400 per cent.\n"),
                                       names->str);
}

static void
set_look (const GsPictureOptions *options)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      options->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", (dpi > 0 ? dpi : 96 * 1024) * options->text / 100, NULL);
}

/**
 * gs_picture_take:
 * @application: gets the window
 * @options: copied
 *
 * Draws once the window has settled, closes it and calls the function in @options.
 *
 * Returns: 2 at once when the options make no sense, 0 otherwise
 */
int
gs_picture_take (GtkApplication *application, const GsPictureOptions *options)
{
  Picture *self;

  if (!is_page (options->page) || options->width < 360 || options->height < 294 || options->text < 50
      || options->text > 400)
    {
      tell_pages (options->command_line);
      return 2;
    }

  self = g_new0 (Picture, 1);
  self->command_line = g_object_ref (options->command_line);
  self->done = options->done;
  self->user_data = options->user_data;
  self->file = g_strdup (options->file);
  self->page = g_strdup (options->page);
  self->began = g_get_monotonic_time ();
  set_look (options);
  self->window = g_object_ref (gs_window_new (application, options->width, options->height));

  g_signal_connect_swapped (self->window, "workspace-opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->window, "open-failed", G_CALLBACK (failed_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  /* The frame that stands in for a shadow where there is no compositor. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), "solid-csd");
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                            G_CALLBACK (frame_drawn_cb), self);
  if (g_str_equal (options->page, "welcome"))
    self->ready = TRUE;
  else
    gs_window_open (self->window, options->workspace);
  self->look = g_timeout_add (INTERVAL, look_cb, self);

  return 0;
}
