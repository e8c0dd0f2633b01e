/* gs-completion-entry.c: an entry that offers names the workspace knows.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkEntryCompletion is on its way out of GTK; this is the part of it that is
 * needed: a popover below the entry that never takes the focus.
 */

#include "config.h"

#include "gs-completion-entry.h"

#include <string.h>

#include "gs-tooltip.h"

#define MOST_NAMES 20000
#define MOST_SUGGESTIONS 8

struct _GsCompletionEntry
{
  GtkEntry parent_instance;

  GsWorkspace *workspace;
  const GsRecordType *listing;
  GCancellable *cancellable;
  GPtrArray *names;  /* char *, as the listing has them */
  GPtrArray *folded; /* char *, for comparison */

  GtkWidget *popover;
  GtkListView *list;
  GtkStringList *suggestions;
  GtkSingleSelection *selection;
  gboolean quiet; /* the text is being set, not typed */
};

G_DEFINE_FINAL_TYPE (GsCompletionEntry, gs_completion_entry, GTK_TYPE_ENTRY)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gs_completion_entry_new:
 *
 * Returns: (transfer floating): an entry that suggests nothing yet
 */
GtkWidget *
gs_completion_entry_new (void)
{
  return g_object_new (GS_TYPE_COMPLETION_ENTRY, NULL);
}

static char *
fold_name (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

static void
take_names (GsCompletionEntry *self, GPtrArray *names)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = names;
  g_ptr_array_set_size (self->folded, 0);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->folded, fold_name (names->pdata[i]));
}

static const char *
name_of (const GsRecordType *listing, gconstpointer record)
{
  if (listing == &gs_tag_listing_type)
    return ((const GsTagListing *) record)->path;
  if (listing == &gs_source_listing_type)
    return ((const GsSourceListing *) record)->name;

  return ((const GsQuestionListing *) record)->text;
}

static gpointer
read_names (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GsRecordType *listing = data;
  GsListFilter filter = { .order = GS_ORDER_TEXT };
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *names;

  if (listing == &gs_slot_type)
    return gs_workspace_slot_entities (workspace, MOST_NAMES, error);

  rows = gs_workspace_list_page (workspace, listing, &filter, 0, MOST_NAMES, error);

  if (rows == NULL)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (names, g_strdup (name_of (listing, rows->pdata[i])));

  return names;
}

static void
names_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsCompletionEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *names = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  /* Without names there are no suggestions, and typing goes on as before. */
  if (names == NULL)
    return;

  take_names (self, names);
  g_clear_object (&self->cancellable);
}

static void
read_again (GsCompletionEntry *self)
{
  if (self->workspace == NULL || self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_names, (gpointer) self->listing, NULL,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, names_read_cb, g_object_ref (self));
}

static void
hide (GsCompletionEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
is_open (GsCompletionEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

/* Names that begin with what was typed, then those that contain it. */
static void
collect (GsCompletionEntry *self, const char *folded, gboolean beginning, GPtrArray *found)
{
  for (guint i = 0; i < self->names->len && found->len < MOST_SUGGESTIONS; i++)
    {
      const char *at = strstr (self->folded->pdata[i], folded);

      if (at != NULL && (at == self->folded->pdata[i]) == beginning)
        g_ptr_array_add (found, self->names->pdata[i]);
    }
}

static void
suggest (GsCompletionEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *folded = fold_name (text);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (*folded != '\0')
    {
      collect (self, folded, TRUE, found);
      collect (self, folded, FALSE, found);
    }

  /* The one name that is there already needs no suggesting. */
  if (found->len == 0 || (found->len == 1 && strcmp (found->pdata[0], text) == 0))
    {
      hide (self);
      return;
    }

  g_ptr_array_add (found, NULL);
  gtk_string_list_splice (self->suggestions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->suggestions)),
                          (const char *const *) found->pdata);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), gtk_widget_get_width (GTK_WIDGET (self)) - 24, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
changed_cb (GsCompletionEntry *self)
{
  if (!self->quiet && gtk_widget_is_visible (GTK_WIDGET (self))
      && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    suggest (self);
}

static void
pick (GsCompletionEntry *self, guint position)
{
  g_autofree char *name = g_strdup (gtk_string_list_get_string (self->suggestions, position));

  if (name == NULL)
    return;

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->quiet = FALSE;
  hide (self);
  g_signal_emit (self, signals[PICKED], 0, name);
}

static void
move_selection (GsCompletionEntry *self, int by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->suggestions));
  guint selected = gtk_single_selection_get_selected (self->selection);
  int at = selected == GTK_INVALID_LIST_POSITION ? (by > 0 ? 0 : n - 1) : (int) selected + by;

  gtk_single_selection_set_selected (self->selection, at < 0 || at >= n ? GTK_INVALID_LIST_POSITION : (guint) at);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GsCompletionEntry *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (!is_open (self))
    {
      if (keyval != GDK_KEY_Down)
        return GDK_EVENT_PROPAGATE;
      suggest (self);
      return is_open (self);
    }

  switch (keyval)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      hide (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected == GTK_INVALID_LIST_POSITION)
        {
          hide (self);
          return GDK_EVENT_PROPAGATE;
        }
      pick (self, selected);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (GsCompletionEntry *self, guint position)
{
  pick (self, position);
}

static void
focus_enter_cb (GsCompletionEntry *self)
{
  read_again (self);
}

static void
focus_leave_cb (GsCompletionEntry *self)
{
  hide (self);
}

/**
 * gs_completion_entry_set_source:
 * @self: a #GsCompletionEntry
 * @workspace: (nullable): whose names to suggest; read when the entry gets the focus
 * @listing: gs_tag_listing_type, gs_source_listing_type or gs_question_listing_type
 */
void
gs_completion_entry_set_source (GsCompletionEntry *self, GsWorkspace *workspace, const GsRecordType *listing)
{
  g_return_if_fail (GS_IS_COMPLETION_ENTRY (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->workspace, workspace);
  self->listing = listing;
  take_names (self, g_ptr_array_new_with_free_func (g_free));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    read_again (self);
}

/**
 * gs_completion_entry_set_names:
 * @self: a #GsCompletionEntry
 * @names: (array zero-terminated=1): copied; suggested instead of a workspace's
 */
void
gs_completion_entry_set_names (GsCompletionEntry *self, const char *const *names)
{
  GPtrArray *copy;

  g_return_if_fail (GS_IS_COMPLETION_ENTRY (self));

  copy = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (names[i]));
  take_names (self, copy);
}

/**
 * gs_completion_entry_find:
 * @self: a #GsCompletionEntry
 * @name: what may be typed
 *
 * Returns: (transfer none) (nullable): how the listing spells it, good until the names
 *   are read again; %NULL if it is not known
 */
const char *
gs_completion_entry_find (GsCompletionEntry *self, const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (GS_IS_COMPLETION_ENTRY (self), NULL);

  folded = fold_name (name);
  for (guint i = 0; i < self->names->len; i++)
    {
      if (strcmp (self->folded->pdata[i], folded) == 0)
        return self->names->pdata[i];
    }

  return NULL;
}

static void
gs_completion_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (gs_completion_entry_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_popover_present (GTK_POPOVER (GS_COMPLETION_ENTRY (widget)->popover));
}

static void
gs_completion_entry_dispose (GObject *object)
{
  GsCompletionEntry *self = GS_COMPLETION_ENTRY (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_completion_entry_parent_class)->dispose (object);
}

static void
gs_completion_entry_finalize (GObject *object)
{
  GsCompletionEntry *self = GS_COMPLETION_ENTRY (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->folded, g_ptr_array_unref);

  G_OBJECT_CLASS (gs_completion_entry_parent_class)->finalize (object);
}

static void
gs_completion_entry_class_init (GsCompletionEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gs_completion_entry_dispose;
  object_class->finalize = gs_completion_entry_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = gs_completion_entry_size_allocate;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  gtk_list_item_set_child (item, label);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
make_popover (GsCompletionEntry *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  self->suggestions = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->suggestions));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
gs_completion_entry_init (GsCompletionEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  make_popover (self);

  /* Before the text widget inside takes the arrow keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}
