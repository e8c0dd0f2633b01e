/* gs-import-bar.c: progress of an import, below the pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-import-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "gs-notify.h"
#include "gs-refused-dialog.h"
#include "gs-settings.h"

typedef struct
{
  GPtrArray *paths;
  GBytes *text;
  char *title;
} Order;

struct _GsImportBar
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GQueue orders;
  GCancellable *cancellable; /* of the import under way, NULL for none */
  GPtrArray *refused;        /* GsRefusedFile */
  GsImportProgress progress;
  char *first_article;
  GsImporter *importer;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *bar;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsImportBar, gs_import_bar, GTK_TYPE_WIDGET)

static void gs_import_bar_begin_next (GsImportBar *self);

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->paths, g_ptr_array_unref);
  g_clear_pointer (&order->text, g_bytes_unref);
  g_free (order->title);
  g_free (order);
}

static char *
describe_remaining (double seconds)
{
  if (isnan (seconds) || seconds < 1.0)
    return g_strdup ("");
  if (seconds < 90.0)
    /* Translators: remaining time of an import, appended to a sentence. */
    return g_strdup_printf (g_dngettext (NULL, " · %.0f second left", " · %.0f seconds left", (gulong) seconds),
                            seconds);

  return g_strdup_printf (g_dngettext (NULL, " · %.0f minute left", " · %.0f minutes left", (gulong) (seconds / 60.0)),
                          seconds / 60.0);
}

static void
show_progress (GsImportBar *self)
{
  const GsImportProgress *progress = &self->progress;
  g_autofree char *remaining = describe_remaining (progress->remaining);
  g_autofree char *text = g_strdup_printf (_ ("Importing %'u of %'u · %.0f per second%s"), progress->done,
                                           progress->total, progress->rate, remaining);

  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, progress->total > 0 ? (double) progress->done / progress->total : 0.0);
}

static void
progressed_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  GsImportBar *self = GS_IMPORT_BAR (user_data);

  self->progress = *progress;
  if (result != NULL && result->status == GS_IMPORT_REFUSED)
    g_ptr_array_add (self->refused, gs_refused_file_new (result->display_path, result->reason));
  else if (result != NULL && self->first_article == NULL)
    self->first_article = g_strdup (result->article);
  /* What a project of another program holds that has no place here. */
  for (guint i = 0; result != NULL && result->remarks != NULL && result->remarks[i] != NULL; i++)
    g_ptr_array_add (self->refused, gs_refused_file_new (result->display_path, result->remarks[i]));

  show_progress (self);
}

/* "3 articles imported, 1 was there already, 2 files refused" */
static char *
summarise (const GsImportProgress *progress)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (progress->imported > 0 || progress->duplicates + progress->refused + progress->revised == 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%'u article imported", "%'u articles imported",
                                                          progress->imported),
                                             progress->imported));
  if (progress->revised > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%'u article updated", "%'u articles updated",
                                                          progress->revised),
                                             progress->revised));
  if (progress->duplicates > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (NULL, "%'u was there already", "%'u were there already",
                                                          progress->duplicates),
                                             progress->duplicates));
  if (progress->refused > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (g_dngettext (NULL, "%'u file refused", "%'u files refused", progress->refused),
                                      progress->refused));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
tell_result (GsImportBar *self)
{
  g_autofree char *summary = summarise (&self->progress);

  if (self->refused->len > 0)
    gs_notify_offer (GTK_WIDGET (self), summary, self->progress.refused > 0 ? _ ("_Why?") : _ ("_Left Out"),
                     "win.show-refused", NULL, 0);
  else
    gs_notify (GTK_WIDGET (self), summary);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsImportBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *article = NULL;
  gboolean done = gs_importer_run_finish (self->importer, result, &error);

  g_clear_pointer (&self->importer, gs_importer_free);
  g_clear_object (&self->cancellable);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (self->workspace == NULL)
    return;

  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gs_notify_error (GTK_WIDGET (self), _ ("The import stopped"), error);
  else
    tell_result (self);

  article = g_steal_pointer (&self->first_article);
  g_signal_emit (self, signals[FINISHED], 0, article);
  gs_import_bar_begin_next (self);
}

/* Paths are absolute, so that none looks like an address. */
static void
add_input (GsImporter *importer, const char *path)
{
  if (g_str_has_prefix (path, "https://") || g_str_has_prefix (path, "http://"))
    gs_importer_add_url (importer, path);
  else
    gs_importer_add_path (importer, path);
}

static void
gs_import_bar_begin_next (GsImportBar *self)
{
  g_autofree char *language = NULL;
  Order *order;

  if (self->cancellable != NULL || self->workspace == NULL || (order = g_queue_pop_head (&self->orders)) == NULL)
    return;

  self->importer = gs_importer_new (self->workspace);
  gs_importer_set_recursive (self->importer, TRUE);
  language = gs_settings_get_string ("article-language");
  gs_importer_set_language (self->importer, *language != '\0' ? language : NULL);
  for (guint i = 0; order->paths != NULL && i < order->paths->len; i++)
    add_input (self->importer, g_ptr_array_index (order->paths, i));
  if (order->text != NULL)
    gs_importer_add_bytes (self->importer, order->text, order->title);
  order_free (order);

  g_ptr_array_set_size (self->refused, 0);
  self->progress = (GsImportProgress){ .remaining = NAN };
  g_clear_pointer (&self->first_article, g_free);
  show_progress (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);

  self->cancellable = g_cancellable_new ();
  gs_importer_run_async (self->importer, progressed_cb, self, self->cancellable, imported_cb, g_object_ref (self));
}

static void
gs_import_bar_dispose (GObject *object)
{
  GsImportBar *self = GS_IMPORT_BAR (object);

  if (self->workspace != NULL)
    gs_import_bar_set_workspace (self, NULL);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_import_bar_parent_class)->dispose (object);
}

static void
gs_import_bar_finalize (GObject *object)
{
  GsImportBar *self = GS_IMPORT_BAR (object);

  g_queue_clear_full (&self->orders, order_free);
  g_ptr_array_unref (self->refused);
  g_free (self->first_article);

  G_OBJECT_CLASS (gs_import_bar_parent_class)->finalize (object);
}

static void
gs_import_bar_class_init (GsImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_import_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_import_bar_finalize;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GsImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GsImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, GsImportBar, bar);
  gtk_widget_class_bind_template_callback (widget_class, gs_import_bar_cancel);
}

static void
gs_import_bar_init (GsImportBar *self)
{
  g_queue_init (&self->orders);
  self->refused = g_ptr_array_new_with_free_func (gs_refused_file_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gs_import_bar_set_workspace:
 * @self: a #GsImportBar
 * @workspace: (nullable): where to import from now on; what is under way is cancelled
 */
void
gs_import_bar_set_workspace (GsImportBar *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_IMPORT_BAR (self));

  gs_import_bar_cancel (self);
  g_set_object (&self->workspace, workspace);
}

/**
 * gs_import_bar_import:
 * @self: a #GsImportBar
 * @paths: (nullable) (element-type filename): files and folders; copied
 * @text: (nullable): text or HTML
 * @title: (nullable): title of @text to fall back on
 *
 * Returns at once; waits for its turn while another import is under way, and "finished"
 * follows.
 */
void
gs_import_bar_import (GsImportBar *self, GPtrArray *paths, GBytes *text, const char *title)
{
  Order *order;

  g_return_if_fail (GS_IS_IMPORT_BAR (self));
  g_return_if_fail (self->workspace != NULL);

  order = g_new0 (Order, 1);
  order->title = g_strdup (title);
  order->text = text != NULL ? g_bytes_ref (text) : NULL;
  if (paths != NULL)
    {
      order->paths = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < paths->len; i++)
        g_ptr_array_add (order->paths, g_strdup (g_ptr_array_index (paths, i)));
    }

  g_queue_push_tail (&self->orders, order);
  gs_import_bar_begin_next (self);
}

/**
 * gs_import_bar_cancel:
 * @self: an import bar
 *
 * Stops the import under way, which keeps what it has imported, and forgets
 * those that wait.
 */
void
gs_import_bar_cancel (GsImportBar *self)
{
  g_return_if_fail (GS_IS_IMPORT_BAR (self));

  g_queue_clear_full (&self->orders, order_free);
  g_cancellable_cancel (self->cancellable);
}

/**
 * gs_import_bar_is_active:
 * @self: a #GsImportBar
 *
 * Returns: whether an import is under way
 */
gboolean
gs_import_bar_is_active (GsImportBar *self)
{
  g_return_val_if_fail (GS_IS_IMPORT_BAR (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * gs_import_bar_get_progress:
 * @self: a #GsImportBar
 *
 * Returns: (transfer none): how far the import under way is, or how the last one ended
 */
const GsImportProgress *
gs_import_bar_get_progress (GsImportBar *self)
{
  g_return_val_if_fail (GS_IS_IMPORT_BAR (self), NULL);

  return &self->progress;
}

/**
 * gs_import_bar_show_refused:
 * @self: a #GsImportBar
 *
 * Shows a dialog with the files that the last import refused, and why; nothing if it
 * refused none.
 */
void
gs_import_bar_show_refused (GsImportBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (GS_IS_IMPORT_BAR (self));

  if (self->refused->len > 0)
    gtk_window_present (GTK_WINDOW (gs_refused_dialog_new (GTK_WINDOW (root), self->refused)));
}
