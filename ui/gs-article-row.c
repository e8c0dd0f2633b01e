/* gs-article-row.c: one article in the library.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-article-row.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-tooltip.h"

struct _GsArticleRow
{
  GtkWidget parent_instance;

  GsRow *row;
  GtkWidget *menu;

  GtkLabel *title;
  GtkLabel *origin;
  GtkLabel *language;
  GtkLabel *claims;
};

G_DEFINE_FINAL_TYPE (GsArticleRow, gs_article_row, GTK_TYPE_WIDGET)

static char *
describe_origin (const GsArticleListing *article)
{
  const char *outlet = article->outlet != NULL ? article->outlet : article->agency;
  g_autofree char *dates = gs_label_dates (article->published_lo, article->published_hi);

  if (outlet != NULL && *dates != '\0')
    return gs_compose ("%s · %s", outlet, dates);
  if (outlet != NULL)
    return g_strdup (outlet);
  if (*dates != '\0')
    return g_steal_pointer (&dates);

  /* The folder would push the name, which tells articles apart, out of sight. */
  return article->path != NULL ? g_path_get_basename (article->path) : g_strdup (_ ("No outlet or date"));
}

static void
set_badge (GtkLabel *badge, const char *text, const char *meaning)
{
  gtk_label_set_label (badge, text);
  gtk_widget_set_visible (GTK_WIDGET (badge), *text != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (badge), meaning);
}

/* As it begins, it is aligned, whichever way the window runs. */
static void
set_title (GtkLabel *label, const char *title)
{
  GtkTextDirection direction = gs_begins_right_to_left (title) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_label_set_label (label, title);
  gtk_widget_set_direction (GTK_WIDGET (label), direction);
}

static void
gs_article_row_update (GsArticleRow *self)
{
  const GsArticleListing *article = self->row != NULL ? gs_row_get_record (self->row) : NULL;
  g_autofree char *origin = article != NULL ? describe_origin (article) : g_strdup ("");
  g_autofree char *count = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *language = NULL;

  set_title (self->title, article != NULL ? article->title : "");
  gtk_label_set_label (self->origin, origin);
  if (article == NULL)
    {
      set_badge (self->language, "", NULL);
      set_badge (self->claims, "", NULL);
      return;
    }

  language = gs_label_language (article->language);
  set_badge (self->language, article->language != NULL ? article->language : "", language);

  count = article->claims > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, article->claims) : g_strdup ("");
  counted = g_strdup_printf (g_dngettext (NULL, "%'lu claim", "%'lu claims", (gulong) article->claims),
                             (gulong) article->claims);
  set_badge (self->claims, count, counted);
}

/* The menu is made when it is asked for: most rows never are. */
static void
menu_asked_cb (GsArticleRow *self, int n_press, double x, double y)
{
  g_autoptr (GMenu) model = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Remove Article"), NULL);
  const char *uuid = self->row != NULL ? gs_row_get_uuid (self->row) : NULL;

  if (uuid == NULL)
    return;

  g_menu_item_set_action_and_target (item, "library.remove-article", "s", uuid);
  g_menu_append_item (model, item);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
gs_article_row_dispose (GObject *object)
{
  GsArticleRow *self = GS_ARTICLE_ROW (object);
  GtkWidget *child;

  gs_article_row_set_row (self, NULL);
  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gs_article_row_parent_class)->dispose (object);
}

static void
gs_article_row_class_init (GsArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_article_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GsArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, GsArticleRow, origin);
  gtk_widget_class_bind_template_child (widget_class, GsArticleRow, language);
  gtk_widget_class_bind_template_child (widget_class, GsArticleRow, claims);
  gtk_widget_class_bind_template_callback (widget_class, menu_asked_cb);
}

static void
gs_article_row_init (GsArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_tooltip_when_cut (GTK_WIDGET (self));
}

/**
 * gs_article_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
gs_article_row_new (void)
{
  return g_object_new (GS_TYPE_ARTICLE_ROW, NULL);
}

/**
 * gs_article_row_set_row:
 * @self: a #GsArticleRow
 * @row: (nullable): a row of #GsArticleListing; followed as its record comes and
 *   changes
 */
void
gs_article_row_set_row (GsArticleRow *self, GsRow *row)
{
  g_return_if_fail (GS_IS_ARTICLE_ROW (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, gs_article_row_update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    {
      g_signal_connect_object (row, "notify::loaded", G_CALLBACK (gs_article_row_update), self, G_CONNECT_SWAPPED);
      gs_article_row_update (self);
    }
}
