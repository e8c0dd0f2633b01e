/* gs-compare-side.c: one of two claims that are compared, in its article.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-side.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"

struct _GsCompareSide
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *origin;
  GtkWidget *open;
  GsReaderView *view;

  char *article;
  char *claim;
};

G_DEFINE_FINAL_TYPE (GsCompareSide, gs_compare_side, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_part (GString *line, const char *part)
{
  g_autofree char *isolated = gs_isolate (part);

  if (part == NULL || *part == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, isolated);
}

/* Outlet, date, language and the page of the quote: where this is from. */
static char *
make_origin (const GsArticleRecord *article, const GsSpanRecord *quote)
{
  GString *line = g_string_new (NULL);
  g_autofree char *dates = gs_label_dates (article->published_lo, article->published_hi);
  g_autofree char *language = article->language != NULL ? gs_label_language (article->language) : NULL;
  g_autofree char *page = quote != NULL && !quote->orphaned ? gs_label_page (article, quote->start) : NULL;

  append_part (line, article->outlet);
  append_part (line, article->agency);
  append_part (line, dates);
  append_part (line, language);
  if (article->machine_translated)
    append_part (line, _ ("machine translated"));
  append_part (line, page);

  return g_string_free (line, FALSE);
}

/* The tags' colours are for telling claims apart; here there is only one, and
 * it has the accent. */
static void
show_claim (GsCompareSide *self, const GsClaimDetails *details)
{
  const GsSpanRecord *quote = gs_claim_record_quote (details->claim);
  GsClaimListing listing = { .uuid = details->claim->uuid };
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (quote != NULL && !quote->orphaned)
    {
      listing.start = quote->start;
      listing.end = quote->end;
      g_ptr_array_add (claims, &listing);
    }
  gs_reader_view_set_claims (self->view, claims);
  gs_reader_view_set_active (self->view, details->claim->uuid);

  if (claims->len > 0 && g_strcmp0 (self->claim, details->claim->uuid) != 0)
    {
      gs_reader_view_place_caret (self->view, listing.start);
      gs_reader_view_scroll_to (self->view, listing.start, listing.end);
    }
}

static void
forget (GsCompareSide *self)
{
  g_clear_pointer (&self->article, g_free);
  g_clear_pointer (&self->claim, g_free);
  gs_reader_view_set_text (self->view, "", NULL);
  gtk_label_set_text (self->title, "");
  gtk_label_set_text (self->origin, "");
}

/**
 * gs_compare_side_show:
 * @self: a #GsCompareSide
 * @details: (nullable): a claim; %NULL for nothing
 * @load: (nullable): its article, with the text
 *
 * Scrolls to the quote, unless that claim is shown already.
 */
void
gs_compare_side_show (GsCompareSide *self, const GsClaimDetails *details, const GsArticleLoad *load)
{
  const GsArticleRecord *article;
  g_autofree char *origin = NULL;

  g_return_if_fail (GS_IS_COMPARE_SIDE (self));

  if (details == NULL)
    {
      forget (self);
      return;
    }

  article = load->article;
  origin = make_origin (article, gs_claim_record_quote (details->claim));
  gtk_label_set_text (self->title, article->title != NULL ? article->title : _ ("Untitled article"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), article->title);
  gtk_label_set_text (self->origin, origin);

  if (g_strcmp0 (self->article, article->uuid) != 0)
    {
      gs_article_load_show (load, self->view);
      g_free (self->article);
      self->article = g_strdup (article->uuid);
      g_clear_pointer (&self->claim, g_free);
    }

  show_claim (self, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  details->claim->summary != NULL ? details->claim->summary : "", -1);
  g_free (self->claim);
  self->claim = g_strdup (details->claim->uuid);
}

/**
 * gs_compare_side_set_name:
 * @self: a #GsCompareSide
 * @name: of the text, for screen readers: "First article"
 */
void
gs_compare_side_set_name (GsCompareSide *self, const char *name)
{
  g_autofree char *open = NULL;

  g_return_if_fail (GS_IS_COMPARE_SIDE (self));

  open = gs_compose (_ ("Open in Reader: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
}

static void
open_clicked_cb (GsCompareSide *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
gs_compare_side_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gs_compare_side_parent_class)->dispose (object);
}

static void
gs_compare_side_finalize (GObject *object)
{
  GsCompareSide *self = GS_COMPARE_SIDE (object);

  g_free (self->article);
  g_free (self->claim);

  G_OBJECT_CLASS (gs_compare_side_parent_class)->finalize (object);
}

static void
gs_compare_side_class_init (GsCompareSideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_compare_side_dispose;
  object_class->finalize = gs_compare_side_finalize;
  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GS_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-compare-side.ui");
  gtk_widget_class_bind_template_child (widget_class, GsCompareSide, title);
  gtk_widget_class_bind_template_child (widget_class, GsCompareSide, origin);
  gtk_widget_class_bind_template_child (widget_class, GsCompareSide, open);
  gtk_widget_class_bind_template_child (widget_class, GsCompareSide, view);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
gs_compare_side_init (GsCompareSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
