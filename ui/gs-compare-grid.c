/* gs-compare-grid.c: what two claims say, slot by slot.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-grid.h"

#include <glib/gi18n.h>

#include "gs-labels.h"

struct _GsCompareGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  int n_rows;
};

G_DEFINE_FINAL_TYPE (GsCompareGrid, gs_compare_grid, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_value (const char *text, gboolean differs)
{
  GtkWidget *label = new_label (*text != '\0' ? text : "–", differs ? "heading" : "dim-label");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);

  return label;
}

/* A difference is a sign and a weight, not a colour alone. A slot that neither
 * claim fills is left out. */
static void
add_row (GsCompareGrid *self, const char *name, const char *a, const char *b)
{
  gboolean differs = g_strcmp0 (a, b) != 0;
  GtkWidget *sign;

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  if (*a == '\0' && *b == '\0')
    return;

  sign = new_label (differs ? "≠" : "=", differs ? "heading" : "dim-label");
  gtk_widget_set_tooltip_text (sign, differs ? _ ("Differs") : _ ("Same"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  differs ? _ ("differs from") : _ ("same as"), -1);

  gtk_grid_attach (self->grid, new_label (name, "dim-label"), 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_value (a, differs), 1, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, sign, 2, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_value (b, differs), 3, self->n_rows, 1, 1);
  self->n_rows++;
}

static void
clear (GsCompareGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
}

void
gs_compare_grid_show (GsCompareGrid *self, const GsClaimDetails *a, const GsClaimDetails *b)
{
  g_autofree char *a_chain = NULL;
  g_autofree char *b_chain = NULL;
  g_autofree char *a_times = NULL;
  g_autofree char *b_times = NULL;
  g_autofree char *a_quantities = NULL;
  g_autofree char *b_quantities = NULL;

  g_return_if_fail (GS_IS_COMPARE_GRID (self));

  clear (self);
  if (a == NULL || b == NULL)
    return;

  a_chain = g_strjoinv (" › ", (char **) a->sources->pdata);
  b_chain = g_strjoinv (" › ", (char **) b->sources->pdata);
  a_times = gs_claim_format_times (a->claim);
  b_times = gs_claim_format_times (b->claim);
  a_quantities = gs_claim_format_quantities (a->claim);
  b_quantities = gs_claim_format_quantities (b->claim);

  add_row (self, _ ("Question"), a->question != NULL ? a->question->text : NULL,
           b->question != NULL ? b->question->text : NULL);
  add_row (self, _ ("Summary"), a->claim->summary, b->claim->summary);
  add_row (self, _ ("Stance"), gs_label (&gs_stances, a->claim->stance), gs_label (&gs_stances, b->claim->stance));
  add_row (self, _ ("Answer"), a->claim->value, b->claim->value);
  add_row (self, _ ("Said by"), a_chain, b_chain);
  add_row (self, _ ("Certainty"), gs_label (&gs_certainties, a->claim->certainty),
           gs_label (&gs_certainties, b->claim->certainty));
  add_row (self, _ ("Status"), gs_label (&gs_statuses, a->claim->status), gs_label (&gs_statuses, b->claim->status));
  add_row (self, _ ("Time"), a_times, b_times);
  add_row (self, _ ("Quantity"), a_quantities, b_quantities);
  add_row (self, _ ("Scope"), a->claim->scope, b->claim->scope);
}

static void
gs_compare_grid_dispose (GObject *object)
{
  GsCompareGrid *self = GS_COMPARE_GRID (object);

  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_compare_grid_parent_class)->dispose (object);
}

static void
gs_compare_grid_class_init (GsCompareGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_compare_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gs_compare_grid_init (GsCompareGrid *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comparison"), -1);
}
