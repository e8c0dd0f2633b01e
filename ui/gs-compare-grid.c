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
  GtkSizeGroup *values; /* both sides are equally wide */
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
new_value (GsCompareGrid *self, const char *text, gboolean differs)
{
  GtkWidget *label = new_label (*text != '\0' ? text : "–", differs ? "differs" : "dim-label");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_size_group_add_widget (self->values, label);

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

  sign = new_label (differs ? "≠" : "=", differs ? "differs" : "dim-label");
  gtk_widget_set_tooltip_text (sign, differs ? _ ("Differs") : _ ("Same"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  differs ? _ ("differs from") : _ ("same as"), -1);

  gtk_grid_attach (self->grid, new_label (name, "dim-label"), 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_value (self, a, differs), 1, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, sign, 2, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_value (self, b, differs), 3, self->n_rows, 1, 1);
  self->n_rows++;
}

/* In words, where the editor has what is typed. */
static char *
label_times (const GsClaimRecord *claim)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < claim->times->len; i++)
    {
      const GsTimeRecord *time = claim->times->pdata[i];
      const char *hi = time->end_hi != NULL ? time->end_hi : time->start_hi;
      g_autofree char *dates = gs_label_dates (time->start_lo, time->kind == GS_TIME_ONSET ? time->start_hi : hi);

      if (line->len > 0)
        g_string_append (line, "; ");
      if (time->kind != GS_TIME_EVENT)
        g_string_append_printf (line, *dates != '\0' ? "%s: " : "%s", gs_label (&gs_time_kinds, time->kind));
      g_string_append (line, dates);
    }

  return g_string_free (line, FALSE);
}

static void
clear (GsCompareGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
}

/**
 * gs_compare_grid_show:
 * @self: a #GsCompareGrid
 * @a: (nullable): a claim
 * @b: (nullable): the other
 *
 * Shows the fields of both side by side; nothing where either is %NULL.
 */
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
  a_times = label_times (a->claim);
  b_times = label_times (b->claim);
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

  g_clear_object (&self->values);
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
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comparison"), -1);
}
