/* gs-claim-factory.c: rows of the list of an article's claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-factory.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-drag-out.h"
#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-row.h"
#include "gs-swatch.h"
#include "gs-tooltip.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
append_part (GString *line, const char *part)
{
  g_autofree char *isolated = gs_isolate (part);

  if (!is_given (part))
    return;

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, isolated);
}

/* Everything but the summary. */
static char *
make_details (const GsClaimListing *claim)
{
  GString *line = g_string_new (NULL);
  g_autofree char *chain = gs_isolate_parts (claim->chain, GS_CHAIN_ARROW);

  if (claim->stance == GS_STANCE_DENIES)
    append_part (line, gs_label (&gs_stances, claim->stance));
  append_part (line, chain);
  append_part (line, claim->value);
  append_part (line, claim->tags);

  return g_string_free (line, FALSE);
}

/**
 * gs_claim_describe:
 * @claim: a claim as lists show it
 *
 * Returns: (transfer full): what it is in one line: summary, stance, who says it, tags
 */
char *
gs_claim_describe (const GsClaimListing *claim)
{
  g_autofree char *details = make_details (claim);

  return *details != '\0' ? gs_compose ("%s · %s", claim->summary, details) : g_strdup (claim->summary);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *swatch = gs_swatch_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), new_label (NULL));
  gtk_box_append (GTK_BOX (lines), new_label ("caption"));
  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_list_item_set_child (item, row);
  gs_drag_out_add_item (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const GsClaimListing *claim = gs_row_get_record (gtk_list_item_get_item (item));
  GtkWidget *swatch = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *lines = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  GtkWidget *details = gtk_widget_get_last_child (lines);
  g_autofree char *text = NULL;

  if (claim == NULL)
    return;

  text = make_details (claim);
  gs_swatch_set (swatch, claim->colour);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (lines)), claim->summary);
  gtk_label_set_text (GTK_LABEL (details), text);
  gtk_widget_set_visible (details, *text != '\0');
}

/**
 * gs_claim_factory_new:
 *
 * Returns: (transfer full): a factory for items that are #GsRow of #GsClaimListing
 */
GtkListItemFactory *
gs_claim_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
