/* gs-pair-list-triage.c: what keys and buttons do to the chosen pair.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-pair-list-private.h"

#include <glib/gi18n.h>

#include "gs-judge.h"

/* What one key does to the chosen pair. */
static const struct
{
  guint key;
  const char *action;
  const char *label;
  gboolean writes;
} verdicts[] = {
  { GDK_KEY_c, "pairs.confirm", N_ ("Confirm"), TRUE },
  { GDK_KEY_t, "pairs.tension", N_ ("Tension"), TRUE },
  { GDK_KEY_d, "pairs.dismiss", N_ ("Dismiss…"), TRUE },
  { GDK_KEY_n, "pairs.note", N_ ("Note…"), TRUE },
  { GDK_KEY_s, "pairs.skip", N_ ("Skip"), FALSE },
  { GDK_KEY_u, "pairs.next-undecided", N_ ("Next Undecided"), FALSE },
};

void
gs_pair_list_update_actions (GsPairList *self)
{
  gboolean chosen = gs_pair_list_get_chosen (self) >= 0;
  gboolean writable = chosen && self->workspace != NULL && !gs_workspace_is_read_only (self->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), verdicts[i].action, verdicts[i].writes ? writable : chosen);
}

/* The next open pair behind @after, then the first one; −1 if there is none. */
static int
find_open (GsPairList *self, int after)
{
  guint n = self->pairs->len;

  for (guint i = 1; i <= n; i++)
    {
      guint index = (guint) (after + (int) i + (int) n) % n;

      if ((int) index != after && gs_pair_is_open (self->pairs->pdata[index]))
        return (int) index;
    }

  return -1;
}

/**
 * gs_pair_list_choose_next:
 * @self: a #GsPairList
 *
 * Chooses the next pair without a verdict and takes the focus.
 */
void
gs_pair_list_choose_next (GsPairList *self)
{
  int index;

  g_return_if_fail (GS_IS_PAIR_LIST (self));

  self->next_wanted = self->reading != NULL;
  if (self->reading != NULL)
    return;

  index = find_open (self, gs_pair_list_get_chosen (self));
  if (index < 0 && gs_pair_list_get_pair (self) != NULL && gs_pair_is_open (gs_pair_list_get_pair (self)))
    index = gs_pair_list_get_chosen (self);
  if (index >= 0)
    gs_pair_list_choose (self, index, TRUE);
  else if (self->more)
    {
      self->next_wanted = TRUE;
      gs_pair_list_read_more (self);
    }
  else
    g_signal_emit_by_name (self, "exhausted");
}

/* What is judged moves on to the next one by itself, once it is stored. */
static void
want_next (GsPairList *self)
{
  int index = find_open (self, gs_pair_list_get_chosen (self));

  g_clear_pointer (&self->wanted, g_free);
  if (index >= 0)
    self->wanted = g_strdup (((const GsPair *) self->pairs->pdata[index])->link);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsPairList *self = GS_PAIR_LIST (widget);
  const GsPair *pair = gs_pair_list_get_pair (self);
  int kind = g_str_equal (name, "pairs.tension") ? GS_LINK_TENSION : GS_LINK_CONTRADICTS;

  want_next (self);
  gs_judge_confirm (widget, self->workspace, pair, kind, pair->note);
}

static void
ask (GsPairList *self, GsAskPopover *popover, const char *text)
{
  gs_ask_popover_ask (popover, GTK_WIDGET (gtk_list_box_get_selected_row (self->list)), text);
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsPairList *self = GS_PAIR_LIST (widget);

  ask (self, self->dismissal, gs_pair_list_get_pair (self)->reason);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsPairList *self = GS_PAIR_LIST (widget);

  ask (self, self->annotation, gs_pair_list_get_pair (self)->note);
}

void
gs_pair_list_dismissed_cb (GsPairList *self, const char *reason)
{
  const GsPair *pair = gs_pair_list_get_pair (self);

  if (pair == NULL)
    return;

  gs_pair_list_choose (self, gs_pair_list_get_chosen (self), TRUE);
  want_next (self);
  gs_judge_dismiss (GTK_WIDGET (self), self->workspace, pair, reason, pair->note);
}

void
gs_pair_list_noted_cb (GsPairList *self, const char *note)
{
  const GsPair *pair = gs_pair_list_get_pair (self);

  if (pair == NULL)
    return;

  gs_pair_list_choose (self, gs_pair_list_get_chosen (self), TRUE);
  gs_judge_note (GTK_WIDGET (self), self->workspace, pair, note);
  /* A verdict may follow before the pairs have been read anew; the note stays. */
  gs_pair_list_remember_note (self, note);
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsPairList *self = GS_PAIR_LIST (widget);

  gs_pair_list_choose (self, gs_pair_list_get_chosen (self) + 1, TRUE);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gs_pair_list_choose_next (GS_PAIR_LIST (widget));
}

/* Single letters, as side by side. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GsPairList *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      if (verdicts[i].key == gdk_keyval_to_lower (keyval))
        {
          gtk_widget_activate_action (GTK_WIDGET (self), verdicts[i].action, NULL);
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

/* A button says which key does the same. */
static void
add_tool (GsPairList *self, guint key, const char *action, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *letter = g_strdup_printf ("%c", g_ascii_toupper ((char) key));
  GtkWidget *cap = gtk_label_new (letter);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, letter, -1);
  gtk_flow_box_append (self->tools, button);
  /* The button is the stop of the keyboard, not its cell. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

void
gs_pair_list_class_install_triage (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pairs.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "pairs.tension", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "pairs.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "pairs.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "pairs.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "pairs.next-undecided", NULL, next_action);
}

/* Buttons and keys, once the template has been made. */
void
gs_pair_list_init_triage (GsPairList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    add_tool (self, verdicts[i].key, verdicts[i].action, _ (verdicts[i].label));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
