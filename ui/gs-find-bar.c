/* gs-find-bar.c: finding words in the article that is being read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-find-bar.h"

#include <glib/gi18n.h>

/* Nobody steps through more. */
#define MOST_MATCHES 10000

struct _GsFindBar
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;

  GsReaderView *view;
  char *text;
  GArray *matches; /* gint64 offsets */
  glong length;    /* of what was looked for, code points */
  int current;     /* -1 none */
};

G_DEFINE_FINAL_TYPE (GsFindBar, gs_find_bar, GTK_TYPE_WIDGET)

static gunichar
fold (gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  if (c == 0xA0)
    return ' ';
  if (g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 1)
    c = base[0];

  return g_unichar_tolower (c);
}

static gunichar *
fold_text (const char *text, glong *length)
{
  gunichar *chars = g_utf8_to_ucs4_fast (text, -1, length);

  for (glong i = 0; i < *length; i++)
    chars[i] = fold (chars[i]);

  return chars;
}

/**
 * gs_find_all:
 * @text: UTF-8
 * @needle: UTF-8
 * @limit: how many places at most
 *
 * Case and accents do not matter.
 *
 * Returns: (transfer full) (element-type gint64): code-point offsets, not overlapping;
 *   none for an empty @needle
 */
GArray *
gs_find_all (const char *text, const char *needle, guint limit)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (gint64));
  glong length = 0;
  glong needle_length = 0;
  g_autofree gunichar *chars = fold_text (text, &length);
  g_autofree gunichar *wanted = fold_text (needle, &needle_length);

  if (needle_length == 0)
    return matches;

  for (gint64 i = 0; i + needle_length <= length && matches->len < limit;)
    {
      glong n = 0;

      while (n < needle_length && chars[i + n] == wanted[n])
        n++;
      if (n == needle_length)
        g_array_append_val (matches, i);
      i += n == needle_length ? n : 1;
    }

  return matches;
}

static void
show_current (GsFindBar *self)
{
  g_autofree char *count = NULL;
  gint64 at;

  if (*gtk_editable_get_text (self->entry) == '\0')
    count = g_strdup ("");
  else if (self->matches->len == 0)
    count = g_strdup (_ ("Not found"));
  else
    count = g_strdup_printf (_ ("%d of %u"), self->current + 1, self->matches->len);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);

  if (self->matches->len == 0 || self->current < 0)
    return;

  at = g_array_index (self->matches, gint64, self->current);
  gs_reader_view_select (self->view, at, at + self->length);
  gs_reader_view_scroll_to (self->view, at, at + self->length);
}

static void
search_changed_cb (GsFindBar *self)
{
  const char *needle = gtk_editable_get_text (self->entry);
  gint64 caret;

  if (self->view == NULL)
    return;

  if (self->text == NULL)
    self->text = gs_reader_view_get_quote (self->view, 0, gs_reader_view_get_length (self->view));
  g_array_unref (self->matches);
  self->matches = gs_find_all (self->text != NULL ? self->text : "", needle, MOST_MATCHES);
  self->length = g_utf8_strlen (needle, -1);

  /* From where the analyst is reading. */
  caret = gs_reader_view_get_caret (self->view);
  self->current = self->matches->len > 0 ? 0 : -1;
  for (guint i = 0; i < self->matches->len; i++)
    {
      if (g_array_index (self->matches, gint64, i) >= caret)
        {
          self->current = (int) i;
          break;
        }
    }
  show_current (self);
}

static void
step (GsFindBar *self, int by)
{
  int n = (int) self->matches->len;

  if (n == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  self->current = (self->current + by + n) % n;
  show_current (self);
}

static void
next_cb (GsFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (GsFindBar *self)
{
  step (self, -1);
}

static void
stop_cb (GsFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * gs_find_bar_set_view:
 * @self: a #GsFindBar
 * @view: (nullable) (transfer none): where to look; must outlive the bar
 */
void
gs_find_bar_set_view (GsFindBar *self, GsReaderView *view)
{
  g_return_if_fail (GS_IS_FIND_BAR (self));

  self->view = view;
}

/**
 * gs_find_bar_open:
 * @self: a #GsFindBar
 *
 * Shows the bar, with the focus on what was looked for last.
 */
void
gs_find_bar_open (GsFindBar *self)
{
  g_return_if_fail (GS_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * gs_find_bar_reset:
 * @self: a #GsFindBar
 *
 * Forgets what was found and hides the bar: the view has another text.
 */
void
gs_find_bar_reset (GsFindBar *self)
{
  g_return_if_fail (GS_IS_FIND_BAR (self));

  g_clear_pointer (&self->text, g_free);
  g_array_set_size (self->matches, 0);
  self->current = -1;
  gtk_label_set_text (self->count, "");
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

static void
gs_find_bar_dispose (GObject *object)
{
  GsFindBar *self = GS_FIND_BAR (object);

  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_find_bar_parent_class)->dispose (object);
}

static void
gs_find_bar_finalize (GObject *object)
{
  GsFindBar *self = GS_FIND_BAR (object);

  g_free (self->text);
  g_array_unref (self->matches);

  G_OBJECT_CLASS (gs_find_bar_parent_class)->finalize (object);
}

static void
gs_find_bar_class_init (GsFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_find_bar_dispose;
  object_class->finalize = gs_find_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GsFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, GsFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, GsFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

/* GTK 4.8 gives its own button a picture and no name. */
static void
name_close_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "close"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close (Escape)"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
gs_find_bar_init (GsFindBar *self)
{
  self->matches = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
  name_close_button (GTK_WIDGET (self->bar));
}
