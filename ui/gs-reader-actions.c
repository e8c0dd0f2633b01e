/* gs-reader-actions.c: what the reader's keys and buttons do.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-private.h"

#include <glib/gi18n.h>

#include "gs-citation.h"
#include "gs-notify.h"
#include "gs-passage.h"
#include "gs-row.h"
#include "gs-settings.h"

#define ZOOM_STEP 1.15

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  const char *claim = gs_reader_view_find_next (self->view, g_str_equal (name, "reader.previous-claim"));

  if (claim == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  gs_reader_go_to_claim (self, claim);
  g_signal_emit_by_name (self, "claim-reached", claim);
}

/* Moves one end of the active claim's quote by a word. It is shown at once, and
 * stored when the analyst pauses. */
static void
resize_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  const char *claim = gs_reader_view_get_active (self->view);
  gboolean move_start = g_str_has_suffix (name, "-start");
  /* To extend is forward for the end and back for the start. */
  gboolean forward = g_str_has_prefix (name, "reader.extend") != move_start;
  guint at = gs_reader_find_claim (self, claim);
  g_autoptr (GsRow) row = NULL;
  gint64 start;
  gint64 end;

  if (at == GTK_INVALID_LIST_POSITION)
    return;

  row = g_list_model_get_item (G_LIST_MODEL (self->claims), at);
  gs_claim_resize_get (self->resize, gs_row_get_record (row), &start, &end);
  if (end > start && move_start)
    start = gs_reader_view_step_start (self->view, start, forward);
  else if (end > start)
    end = gs_reader_view_step_end (self->view, end, forward);
  if (end <= start)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  gs_reader_view_move_claim (self->view, gs_row_get_record (row), start, end);
  gs_claim_resize_to (self->resize, self->workspace, gs_row_get_record (row), start, end);
}

static void
make_claim_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  gint64 start;
  gint64 end;

  if (gs_reader_get_selection (self, &start, &end))
    gs_reader_make_claim (self, start, end);
}

/* What is selected, or else the active claim's quote. */
static gboolean
find_passage (GsReader *self, gint64 *start, gint64 *end)
{
  guint at;
  g_autoptr (GsRow) row = NULL;

  if (gs_reader_view_get_selection (self->view, start, end))
    return TRUE;
  if ((at = gs_reader_find_claim (self, gs_reader_view_get_active (self->view))) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  row = g_list_model_get_item (G_LIST_MODEL (self->claims), at);
  gs_claim_resize_get (self->resize, gs_row_get_record (row), start, end);

  return *end > *start;
}

static gpointer
quote_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GsPassage *passage = data;
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, passage->article, error);

  return article != NULL ? gs_citation_quote (article, passage->start, passage->end) : NULL;
}

static void
quoted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *quotation = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (quotation != NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), quotation);
      gs_notify (widget, _ ("Quotation copied, with where it is from"));
    }
  else if (error != NULL)
    gs_notify_error (widget, _ ("The quotation was not copied"), error);
}

static void
copy_quotation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  gint64 start;
  gint64 end;

  if (!self->shown || !find_passage (self, &start, &end))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  gs_workspace_call_async (self->workspace, quote_func, gs_passage_new (self->article, start, end), gs_passage_free,
                           g_free, NULL, quoted_cb, g_object_ref (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gs_find_bar_open (GS_READER (widget)->find);
}

static void
selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReaderView *view = GS_READER (widget)->view;

  if (g_str_equal (name, "reader.select-sentence"))
    gs_reader_view_select_sentence (view);
  else if (g_str_equal (name, "reader.grow-selection"))
    gs_reader_view_grow_selection (view);
  else
    gs_reader_view_shrink_selection (view);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReaderView *view = GS_READER (widget)->view;
  double zoom = gs_reader_view_get_zoom (view);

  if (g_str_equal (name, "reader.zoom-normal"))
    zoom = 1.0;
  else
    zoom = g_str_equal (name, "reader.zoom-in") ? zoom * ZOOM_STEP : zoom / ZOOM_STEP;
  gs_reader_view_set_zoom (view, zoom);
  if (gs_settings_get () != NULL)
    g_settings_set_double (gs_settings_get (), "article-zoom", gs_reader_view_get_zoom (view));
}

static void
show_claims_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  gboolean reveal = !gtk_revealer_get_reveal_child (self->revealer);

  gtk_revealer_set_reveal_child (self->revealer, reveal);
  gtk_widget_grab_focus (reveal ? GTK_WIDGET (self->list) : GTK_WIDGET (self->view));
}

void
gs_reader_class_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const zones[] = { "title", "subhead", "body", "caption", "credit", "teaser", "boilerplate" };
  const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "reader.next-claim", step_action, GDK_KEY_Down, GDK_ALT_MASK },
    { "reader.previous-claim", step_action, GDK_KEY_Up, GDK_ALT_MASK },
    { "reader.find", find_action, GDK_KEY_f, GDK_CONTROL_MASK },
    { "reader.copy-quotation", copy_quotation_action, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "reader.make-claim", make_claim_action, 0, 0 },
    { "reader.select-sentence", selection_action, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "reader.grow-selection", selection_action, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK },
    { "reader.shrink-selection", selection_action, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK },
    { "reader.extend-end", resize_action, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK },
    { "reader.reduce-end", resize_action, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK },
    { "reader.extend-start", resize_action, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK },
    { "reader.reduce-start", resize_action, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK },
    { "reader.show-claims", show_claims_action, 0, 0 },
    { "reader.zoom-in", zoom_action, GDK_KEY_plus, GDK_CONTROL_MASK },
    { "reader.zoom-out", zoom_action, GDK_KEY_minus, GDK_CONTROL_MASK },
    { "reader.zoom-normal", zoom_action, GDK_KEY_0, GDK_CONTROL_MASK },
  };

  gtk_widget_class_install_action (widget_class, "reader.mark-zone", "s", gs_reader_mark_zone);
  gtk_widget_class_install_action (widget_class, "reader.place-claim", NULL, gs_reader_place_claim);
  gtk_widget_class_install_action (widget_class, "reader.reextract", NULL, gs_reader_reextract);
  gtk_widget_class_install_action (widget_class, "reader.next-orphan", NULL, gs_reader_next_orphan);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK | GDK_ALT_MASK,
                                         "reader.mark-zone", "s", zones[i]);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
}
