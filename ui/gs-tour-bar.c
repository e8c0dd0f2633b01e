/* gs-tour-bar.c: a walk through the window for newcomers, step by step.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar below the pages says what is to be seen; the pages are the real ones, and
 * can be used meanwhile. Whoever has enough leaves at any step.
 */

#include "config.h"

#include "gs-tour-bar.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *title;
  const char *text;
} Step;

static const Step steps[] = {
  { "articles", N_ ("Articles"),
    N_ ("Eight articles on one affair, in three languages. Coloured passages are claims: what somebody says. Select a "
        "passage and press Enter to make one.") },
  { "editor", N_ ("A Claim"),
    N_ ("Who says it, through whom, how surely, and which question it answers. Claims on the same question are what "
        "can be compared.") },
  { "claims", N_ ("All Claims"),
    N_ ("Every claim of the workspace. Filter them, sort them by a heading, choose several to tag them at once.") },
  { "origins", N_ ("Where It Comes From"),
    N_ ("Four outlets may have one source between them. Here it is counted how many independent origins an answer "
        "has.") },
  { "conflicts", N_ ("Conflicts"),
    N_ ("Questions on which accounts oppose each other, found by rules that say why. No guessing, and nothing leaves "
        "your computer.") },
  { "compare", N_ ("Side by Side"),
    N_ ("Both passages in their articles, and what differs. You decide: a contradiction, a tension, or neither.") },
  { "end", N_ ("Your Turn"),
    N_ ("Change what you like: Undo takes every step back. Reports are exported from the main menu, and F1 opens the "
        "guide.") },
};

struct _GsTourBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *place;
  GtkWidget *back;
  GtkWidget *next;
  guint at;
  gboolean on;
};

G_DEFINE_FINAL_TYPE (GsTourBar, gs_tour_bar, GTK_TYPE_WIDGET)

enum
{
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_step (GsTourBar *self)
{
  const Step *step = &steps[self->at];
  gboolean last = self->at + 1 == G_N_ELEMENTS (steps);
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), self->at + 1, (guint) G_N_ELEMENTS (steps));

  gtk_label_set_text (self->title, _ (step->title));
  gtk_label_set_text (self->text, _ (step->text));
  gtk_label_set_text (self->place, place);
  gtk_widget_set_sensitive (self->back, self->at > 0);
  gtk_button_set_label (GTK_BUTTON (self->next), last ? _ ("_Done") : _ ("_Next"));
  /* Who cannot see the bar hears it where the focus is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (step->text), -1);
  g_signal_emit (self, signals[STEP], 0, step->name);
  gtk_widget_grab_focus (self->next);
}

static void
next_cb (GsTourBar *self)
{
  if (self->at + 1 == G_N_ELEMENTS (steps))
    {
      gs_tour_bar_stop (self);
      return;
    }
  self->at++;
  show_step (self);
}

static void
back_cb (GsTourBar *self)
{
  if (self->at == 0)
    return;

  self->at--;
  show_step (self);
}

static void
gs_tour_bar_dispose (GObject *object)
{
  GsTourBar *self = GS_TOUR_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gs_tour_bar_parent_class)->dispose (object);
}

static void
gs_tour_bar_class_init (GsTourBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_tour_bar_dispose;
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-tour-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GsTourBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GsTourBar, title);
  gtk_widget_class_bind_template_child (widget_class, GsTourBar, text);
  gtk_widget_class_bind_template_child (widget_class, GsTourBar, place);
  gtk_widget_class_bind_template_child (widget_class, GsTourBar, back);
  gtk_widget_class_bind_template_child (widget_class, GsTourBar, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, gs_tour_bar_stop);
}

static void
gs_tour_bar_init (GsTourBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gs_tour_bar_start:
 * @self: a #GsTourBar
 *
 * Shows the first step, also where the tour has begun already.
 */
void
gs_tour_bar_start (GsTourBar *self)
{
  g_return_if_fail (GS_IS_TOUR_BAR (self));

  self->on = TRUE;
  self->at = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  show_step (self);
}

/**
 * gs_tour_bar_stop:
 * @self: a #GsTourBar
 *
 * Takes the bar away; the page stays.
 */
void
gs_tour_bar_stop (GsTourBar *self)
{
  g_return_if_fail (GS_IS_TOUR_BAR (self));

  self->on = FALSE;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * gs_tour_bar_is_on:
 * @self: a #GsTourBar
 *
 * Returns: whether a step is being shown
 */
gboolean
gs_tour_bar_is_on (GsTourBar *self)
{
  g_return_val_if_fail (GS_IS_TOUR_BAR (self), FALSE);

  return self->on;
}
