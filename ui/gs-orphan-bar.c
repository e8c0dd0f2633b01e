/* gs-orphan-bar.c: claims of an article that have lost their place in it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-orphan-bar.h"

#include <glib/gi18n.h>

#include "gs-tooltip.h"

struct _GsOrphanBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *heading;
  GtkLabel *quote;
  GtkWidget *next;

  GPtrArray *claims; /* GsClaimListing, orphaned ones */
  guint at;
};

G_DEFINE_FINAL_TYPE (GsOrphanBar, gs_orphan_bar, GTK_TYPE_WIDGET)

static void
listing_free (gpointer listing)
{
  gs_record_free (&gs_claim_listing_type, listing);
}

static const GsClaimListing *
current (GsOrphanBar *self)
{
  return self->at < self->claims->len ? self->claims->pdata[self->at] : NULL;
}

static void
update (GsOrphanBar *self)
{
  const GsClaimListing *claim = current (self);
  g_autofree char *heading = NULL;
  g_autofree char *quote = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), claim != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), claim != NULL);
  if (claim == NULL)
    return;

  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A claim has lost its place in this text",
                                          "Claim %u of %u that have lost their place in this text", self->claims->len),
                             self->at + 1, self->claims->len);
  quote = g_strdup_printf (_ ("“%s”"), claim->quote != NULL ? claim->quote : claim->summary);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->quote, quote);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quote), claim->summary);
  gtk_widget_set_visible (self->next, self->claims->len > 1);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_button (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
gs_orphan_bar_dispose (GObject *object)
{
  GsOrphanBar *self = GS_ORPHAN_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_orphan_bar_parent_class)->dispose (object);
}

static void
gs_orphan_bar_finalize (GObject *object)
{
  GsOrphanBar *self = GS_ORPHAN_BAR (object);

  g_ptr_array_unref (self->claims);

  G_OBJECT_CLASS (gs_orphan_bar_parent_class)->finalize (object);
}

static void
gs_orphan_bar_class_init (GsOrphanBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_orphan_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_orphan_bar_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gs_orphan_bar_init (GsOrphanBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *place =
    make_button (_ ("P_lace Here"), _ ("The selected text is what the claim quotes now"), "reader.place-claim");

  self->claims = g_ptr_array_new_with_free_func (listing_free);
  self->heading = GTK_LABEL (make_label ("heading"));
  self->quote = GTK_LABEL (make_label ("dim-label"));
  self->next = make_button (_ ("Ne_xt"), _ ("Leave this one and show the next"), "reader.next-orphan");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->quote));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_widget_add_css_class (box, "toolbar");

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * gs_orphan_bar_set_claims:
 * @self: a #GsOrphanBar
 * @claims: (element-type GsClaimListing): all claims of the article; copied as needed
 */
void
gs_orphan_bar_set_claims (GsOrphanBar *self, const GPtrArray *claims)
{
  g_autofree char *before = NULL;
  guint at;

  g_return_if_fail (GS_IS_ORPHAN_BAR (self) && claims != NULL);

  before = g_strdup (gs_orphan_bar_get_claim (self));
  at = self->at;
  g_ptr_array_set_size (self->claims, 0);
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimListing *claim = claims->pdata[i];

      if (claim->orphaned)
        g_ptr_array_add (self->claims, gs_record_copy (&gs_claim_listing_type, claim));
    }
  self->at = at < self->claims->len ? at : 0;
  if (before == NULL || !gs_orphan_bar_show_claim (self, before))
    update (self);
}

/**
 * gs_orphan_bar_show_claim:
 * @self: a #GsOrphanBar
 * @claim: (nullable): UUID
 *
 * Returns: whether that claim is orphaned, and shown now
 */
gboolean
gs_orphan_bar_show_claim (GsOrphanBar *self, const char *claim)
{
  g_return_val_if_fail (GS_IS_ORPHAN_BAR (self), FALSE);

  for (guint i = 0; i < self->claims->len; i++)
    {
      const GsClaimListing *listing = self->claims->pdata[i];

      if (g_strcmp0 (listing->uuid, claim) == 0)
        {
          self->at = i;
          update (self);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * gs_orphan_bar_go_on:
 * @self: a #GsOrphanBar
 *
 * Shows the next claim, after the last the first.
 */
void
gs_orphan_bar_go_on (GsOrphanBar *self)
{
  g_return_if_fail (GS_IS_ORPHAN_BAR (self));

  self->at = self->claims->len > 0 ? (self->at + 1) % self->claims->len : 0;
  update (self);
}

/**
 * gs_orphan_bar_get_claim:
 * @self: a #GsOrphanBar
 *
 * Returns: (transfer none) (nullable): UUID of the claim it shows
 */
const char *
gs_orphan_bar_get_claim (GsOrphanBar *self)
{
  g_return_val_if_fail (GS_IS_ORPHAN_BAR (self), NULL);

  return current (self) != NULL ? current (self)->uuid : NULL;
}
