/* test-notify.c: which of several messages is to be read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-notify.h"

#include "gs-test.h"
#include "gs-ui-test.h"

#define SECONDS 10

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  GtkWidget *overlay;
  const char *awaited;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), self->page);
  self->window = gs_ui_test_show (self->overlay, 400, 300);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (self->window);
}

static gboolean
says_it (gpointer data)
{
  Fixture *self = data;
  GtkWidget *label = gs_ui_test_find (self->overlay, GTK_TYPE_LABEL);

  return label != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), self->awaited);
}

static void
wait_for (Fixture *self, const char *message)
{
  self->awaited = message;
  gs_test_pump_until (says_it, self, SECONDS);
}

static GtkWidget *
close_button (Fixture *self)
{
  GtkWidget *label = gs_ui_test_find (self->overlay, GTK_TYPE_LABEL);
  GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget")));

  g_assert_true (GTK_IS_BUTTON (button));

  return button;
}

/* Each would wait five seconds for the one before it. */
static void
test_newest (Fixture *self, gconstpointer data)
{
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *message = g_strdup_printf ("Undone <%u>", i);

      gs_notify (self->page, message);
    }

  wait_for (self, "Undone <10>");
}

typedef struct
{
  Fixture *fixture;
  guint left;
} Hasty;

static gboolean
take_back (gpointer data)
{
  Hasty *hasty = data;
  g_autofree char *message = g_strdup_printf ("Undone <%u>", hasty->left);

  gs_notify (hasty->fixture->page, message);

  return hasty->left-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Faster than a toast is shown: libadwaita 1.2 shows on what it has freed. */
static void
test_hasty (Fixture *self, gconstpointer data)
{
  Hasty hasty = { self, 60 };
  GtkSettings *settings = gtk_widget_get_settings (self->page);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_timeout_add (50, take_back, &hasty);
  wait_for (self, "Undone <0>");
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

/* What went wrong is not taken away by what went well, nor by what else went wrong. */
static void
test_errors (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) disk = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
  g_autoptr (GError) rights = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "it may only be read");

  gs_notify_error (self->page, NULL, disk);
  gs_notify_error (self->page, "Not saved", rights);
  gs_notify (self->page, "Copied");
  wait_for (self, "Not saved: it may only be read");
  gs_ui_test_settle ();
  g_assert_true (says_it (self));

  g_signal_emit_by_name (close_button (self), "clicked");
  wait_for (self, "the disk is full");
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  g_test_add ("/ui/notify/newest", Fixture, NULL, set_up, test_newest, tear_down);
  g_test_add ("/ui/notify/hasty", Fixture, NULL, set_up, test_hasty, tear_down);
  g_test_add ("/ui/notify/errors", Fixture, NULL, set_up, test_errors, tear_down);

  return g_test_run ();
}
