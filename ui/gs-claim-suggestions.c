/* gs-claim-suggestions.c: what was found in a passage, to accept or reject.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-suggestions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-quantity.h"
#include "gs-time.h"
#include "gs-tooltip.h"

struct _GsClaimSuggestions
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *list; /* GtkListBox */
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (GsClaimSuggestions, gs_claim_suggestions, GTK_TYPE_WIDGET)

enum
{
  REJECTED,
  ACCEPTED,
  SHOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const GsSuggestion *
suggestion_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "suggestion");
}

/**
 * gs_suggestion_format:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): its value in words
 */
char *
gs_suggestion_format (const GsSuggestion *suggestion)
{
  switch (suggestion->kind)
    {
    case GS_SUGGEST_HOP:
      return g_strdup (suggestion->name);
    case GS_SUGGEST_STANCE:
      return g_strdup (gs_label (&gs_stances, suggestion->value));
    case GS_SUGGEST_CERTAINTY:
      return g_strdup (gs_label (&gs_certainties, suggestion->value));
    case GS_SUGGEST_STATUS:
      return g_strdup (gs_label (&gs_statuses, suggestion->value));
    case GS_SUGGEST_QUANTITY:
      return gs_quantity_format (suggestion->quantity);
    case GS_SUGGEST_TIME:
    default:
      return gs_time_format (suggestion->time);
    }
}

/* (transfer full): as people read it, where the field is for typing. */
static char *
describe (const GsSuggestion *suggestion)
{
  const GsTimeRecord *when = suggestion->time;
  g_autofree char *dates = NULL;

  if (suggestion->kind != GS_SUGGEST_TIME)
    return gs_suggestion_format (suggestion);

  dates = gs_label_dates (when->start_lo, when->kind == GS_TIME_ONSET ? when->start_hi : when->end_hi);
  if (when->kind == GS_TIME_EVENT)
    return g_steal_pointer (&dates);

  return gs_compose ("%s · %s", *dates != '\0' ? dates : _ ("Time not known"), gs_label (&gs_time_kinds, when->kind));
}

static const char *
kind_label (const GsSuggestion *suggestion)
{
  switch (suggestion->kind)
    {
    case GS_SUGGEST_HOP:
      return _ ("Said by");
    case GS_SUGGEST_STANCE:
      return _ ("Stance");
    case GS_SUGGEST_CERTAINTY:
      return _ ("Certainty");
    case GS_SUGGEST_STATUS:
      return _ ("Status");
    case GS_SUGGEST_QUANTITY:
      return _ ("Quantity");
    case GS_SUGGEST_TIME:
    default:
      return _ ("Time");
    }
}

static void
update (GsClaimSuggestions *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->list) != NULL);
}

static void
settle (GsClaimSuggestions *self, GtkWidget *row, guint signal)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  g_autoptr (GsSuggestion) suggestion = gs_suggestion_copy (suggestion_of (row));

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  update (self);
  g_signal_emit (self, signals[signal], 0, suggestion);
}

static GsClaimSuggestions *
self_of (GtkWidget *row)
{
  return GS_CLAIM_SUGGESTIONS (gtk_widget_get_ancestor (row, GS_TYPE_CLAIM_SUGGESTIONS));
}

static void
accept_clicked_cb (GtkWidget *row)
{
  settle (self_of (row), row, ACCEPTED);
}

static void
reject_clicked_cb (GtkWidget *row)
{
  settle (self_of (row), row, REJECTED);
}

static void
show (GsClaimSuggestions *self, GtkWidget *row)
{
  const GsSuggestion *suggestion = suggestion_of (row);

  if (suggestion->end > suggestion->start)
    g_signal_emit (self, signals[SHOW], 0, suggestion->start, suggestion->end);
}

static void
row_activated_cb (GsClaimSuggestions *self, GtkListBoxRow *row)
{
  show (self, GTK_WIDGET (row));
}

static gboolean
key_pressed_cb (GsClaimSuggestions *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  /* Only on the row itself: its buttons have their own keys. */
  if (row == NULL || !gtk_widget_is_focus (row)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      settle (self, row, REJECTED);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      settle (self, row, ACCEPTED);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      show (self, row);
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkWidget *
new_button (const char *icon, const char *tooltip, const char *value, GCallback callback, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *spoken = gs_compose ("%s: %s", tooltip, value);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gs_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_swapped (button, "clicked", callback, row);

  return button;
}

static char *
format_origin (const GsSuggestion *suggestion)
{
  g_autofree char *text = suggestion->text != NULL ? g_strdelimit (g_strdup (suggestion->text), "\n", ' ') : NULL;

  if (text == NULL)
    return gs_compose ("%s · %s", kind_label (suggestion), _ ("publisher of the article"));

  /* Translators: what is suggested (“Quantity”), then the words in the article that say so */
  return gs_compose (_ ("%s · from “%s”"), kind_label (suggestion), text);
}

static GtkWidget *
new_row (const GsSuggestion *suggestion)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value = describe (suggestion);
  g_autofree char *origin = format_origin (suggestion);
  g_autofree char *spoken = gs_compose ("%s, %s", value, origin);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), suggestion->end > 0);
  g_object_set_data_full (G_OBJECT (row), "suggestion", gs_suggestion_copy (suggestion),
                          (GDestroyNotify) gs_suggestion_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("object-select-symbolic", _ ("Accept (Enter)"), value,
                                                               G_CALLBACK (accept_clicked_cb), row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("window-close-symbolic", _ ("Reject (Delete)"), value,
                                                               G_CALLBACK (reject_clicked_cb), row));

  return row;
}

/**
 * gs_claim_suggestions_set:
 * @self: a #GsClaimSuggestions
 * @found: (nullable) (element-type GsSuggestion): what to show; copied
 */
void
gs_claim_suggestions_set (GsClaimSuggestions *self, const GPtrArray *found)
{
  GtkWidget *row;

  g_return_if_fail (GS_IS_CLAIM_SUGGESTIONS (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; found != NULL && i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (found->pdata[i]));
  update (self);
}

/**
 * gs_claim_suggestions_size:
 * @self: a #GsClaimSuggestions
 *
 * Returns: how many wait
 */
guint
gs_claim_suggestions_size (GsClaimSuggestions *self)
{
  guint n = 0;

  g_return_val_if_fail (GS_IS_CLAIM_SUGGESTIONS (self), 0);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

/**
 * gs_claim_suggestions_focus:
 * @self: a #GsClaimSuggestions
 *
 * Moves the focus to the first, if there is one.
 */
void
gs_claim_suggestions_focus (GsClaimSuggestions *self)
{
  GtkWidget *row;

  g_return_if_fail (GS_IS_CLAIM_SUGGESTIONS (self));

  row = gtk_widget_get_first_child (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static gboolean
gs_claim_suggestions_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  gs_claim_suggestions_focus (GS_CLAIM_SUGGESTIONS (widget));

  return TRUE;
}

static void
gs_claim_suggestions_dispose (GObject *object)
{
  GsClaimSuggestions *self = GS_CLAIM_SUGGESTIONS (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_claim_suggestions_parent_class)->dispose (object);
}

static void
gs_claim_suggestions_class_init (GsClaimSuggestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_claim_suggestions_dispose;
  widget_class->mnemonic_activate = gs_claim_suggestions_mnemonic_activate;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[REJECTED] = g_signal_new ("rejected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SHOW] = g_signal_new ("show-place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
gs_claim_suggestions_init (GsClaimSuggestions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->heading = gtk_label_new_with_mnemonic (_ ("_Found in the Text"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->heading), GTK_WIDGET (self));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0.0f);
  gtk_widget_add_css_class (self->heading, "field-label");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "suggestions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Found in the text"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  self->hint = gtk_label_new (_ ("Filled in already. Enter keeps it, Delete takes it out, Space shows the place."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0.0f);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  update (self);
}
