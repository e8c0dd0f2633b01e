/* gs-compare-grid.c: what two claims say, slot by slot.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-grid.h"

#include <glib/gi18n.h>

#include "gs-compare-words.h"
#include "gs-isolate.h"
#include "gs-labels.h"

/* Characters of the name of a field that stand on one line in any case. */
#define LONGEST_NAME 15

struct _GsCompareGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkSizeGroup *values; /* both sides are equally wide */
  GString *same;        /* what both say, on one line at the end */
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

/* Not torn apart where there is little room: a word as long as “Zusammenfassung” stays whole. */
static GtkWidget *
new_name (const char *name)
{
  GtkWidget *label = new_label (name, "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (name, -1), LONGEST_NAME));
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);

  return label;
}

static GtkWidget *
new_value (GsCompareGrid *self, const char *text)
{
  GtkWidget *label = new_label (*text != '\0' ? text : "–", "differs");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_size_group_add_widget (self->values, label);

  return label;
}

/* Not a colour alone: a sign that has a name. */
static GtkWidget *
new_sign (const char *sign, const char *tooltip, const char *name)
{
  GtkWidget *label = new_label (sign, "differs");

  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return label;
}

/* What differs has a row; what both say goes to the last one. A slot that
 * neither claim fills is left out. */
static void
add_row (GsCompareGrid *self, const char *name, const char *a, const char *b)
{
  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  if (*a == '\0' && *b == '\0')
    return;

  if (g_str_equal (a, b))
    {
      /* Translators: name of a field and what stands in it. */
      g_autofree char *both = gs_compose (_ ("%s: %s"), name, a);

      if (self->same->len > 0)
        g_string_append (self->same, " · ");
      g_string_append (self->same, both);
      return;
    }

  gtk_grid_attach (self->grid, new_name (name), 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_value (self, a), 1, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_sign ("≠", _ ("Differs"), _ ("differs from")), 2, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_value (self, b), 3, self->n_rows, 1, 1);
  self->n_rows++;
}

static void
add_same (GsCompareGrid *self)
{
  if (self->same->len == 0)
    return;

  gtk_grid_attach (self->grid, new_label (_ ("The same"), "dim-label"), 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, new_label (self->same->str, "dim-label"), 1, self->n_rows, 3, 1);
  self->n_rows++;
}

/* A row of what @describe makes of either claim. */
static void
add_words (GsCompareGrid *self,
           const char *name,
           char *(*describe) (const GsClaimRecord *claim),
           const GsClaimDetails *a,
           const GsClaimDetails *b)
{
  g_autofree char *a_words = describe (a->claim);
  g_autofree char *b_words = describe (b->claim);

  add_row (self, name, a_words, b_words);
}

/* Hop by hop from the publisher inwards; the innermost ones, on which all
 * depends, stand beside each other however long the chains are. */
static void
add_chains (GsCompareGrid *self, const GsClaimDetails *a, const GsClaimDetails *b)
{
  g_autoptr (GPtrArray) a_hops = gs_compare_describe_hops (a);
  g_autoptr (GPtrArray) b_hops = gs_compare_describe_hops (b);
  guint a_outer = a_hops->len > 0 ? a_hops->len - 1 : 0;
  guint b_outer = b_hops->len > 0 ? b_hops->len - 1 : 0;

  for (guint i = 0; i < MAX (a_outer, b_outer); i++)
    add_row (self, i == 0 ? _ ("Printed by") : _ ("Quoting"), i < a_outer ? a_hops->pdata[i] : NULL,
             i < b_outer ? b_hops->pdata[i] : NULL);
  add_row (self, _ ("Origin"), a_hops->len > 0 ? a_hops->pdata[a_outer] : NULL,
           b_hops->len > 0 ? b_hops->pdata[b_outer] : NULL);
}

static gboolean
is_earlier (const GPtrArray *slots, guint before, const char *name)
{
  for (guint i = 0; i < before; i++)
    {
      if (g_strcmp0 (((const GsSlotRecord *) slots->pdata[i])->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_slot (GsCompareGrid *self, const char *name, const GsClaimDetails *a, const GsClaimDetails *b)
{
  g_autofree char *a_words = gs_compare_describe_slot (a->claim, name);
  g_autofree char *b_words = gs_compare_describe_slot (b->claim, name);

  add_row (self, gs_compare_label_slot (name), a_words, b_words);
}

/* In the order of the first claim, then what only the second one has. */
static void
add_slots (GsCompareGrid *self, const GsClaimDetails *a, const GsClaimDetails *b)
{
  const GPtrArray *first = a->claim->slots;
  const GPtrArray *second = b->claim->slots;

  for (guint i = 0; i < first->len; i++)
    {
      const GsSlotRecord *slot = first->pdata[i];

      if (!is_earlier (first, i, slot->name))
        add_slot (self, slot->name, a, b);
    }
  for (guint i = 0; i < second->len; i++)
    {
      const GsSlotRecord *slot = second->pdata[i];

      if (!is_earlier (second, i, slot->name) && !is_earlier (first, first->len, slot->name))
        add_slot (self, slot->name, a, b);
    }
}

static void
clear (GsCompareGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_string_truncate (self->same, 0);
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
  g_return_if_fail (GS_IS_COMPARE_GRID (self));

  clear (self);
  if (a == NULL || b == NULL)
    return;

  /* The heading says what both answer; here only where they differ in it. */
  if (g_strcmp0 (a->claim->question, b->claim->question) != 0)
    add_row (self, _ ("Question"), a->question != NULL ? a->question->text : NULL,
             b->question != NULL ? b->question->text : NULL);
  add_row (self, _ ("Summary"), a->claim->summary, b->claim->summary);
  add_row (self, _ ("Stance"), gs_label (&gs_stances, a->claim->stance), gs_label (&gs_stances, b->claim->stance));
  add_row (self, _ ("Answer"), a->claim->value, b->claim->value);
  add_chains (self, a, b);
  add_words (self, _ ("Uttered"), gs_compare_describe_utterance, a, b);
  add_row (self, _ ("Certainty"), gs_label (&gs_certainties, a->claim->certainty),
           gs_label (&gs_certainties, b->claim->certainty));
  add_row (self, _ ("Status"), gs_label (&gs_statuses, a->claim->status), gs_label (&gs_statuses, b->claim->status));
  add_words (self, _ ("Stage"), gs_compare_describe_stage, a, b);
  add_words (self, _ ("Time"), gs_compare_describe_times, a, b);
  add_words (self, _ ("Quantity"), gs_claim_format_quantities, a, b);
  add_slots (self, a, b);
  add_row (self, _ ("Scope"), a->claim->scope, b->claim->scope);
  add_same (self);
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
gs_compare_grid_finalize (GObject *object)
{
  g_string_free (GS_COMPARE_GRID (object)->same, TRUE);

  G_OBJECT_CLASS (gs_compare_grid_parent_class)->finalize (object);
}

static void
gs_compare_grid_class_init (GsCompareGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_compare_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_compare_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gs_compare_grid_init (GsCompareGrid *self)
{
  self->same = g_string_new (NULL);
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comparison"), -1);
}
