/* gs-chain-row.c: one source of a chain: its name, and how it speaks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-chain-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-accessible.h"
#include "gs-completion-entry.h"
#include "gs-labels.h"
#include "gs-tooltip.h"

/* "Four sources" are some; a thousand are a slip of the keyboard. */
#define MOST_SOURCES 999

struct _GsChainRow
{
  GtkWidget parent_instance;

  GtkWidget *line; /* handle, entry, how, remove */
  GtkWidget *handle;
  GtkWidget *entry;
  GtkWidget *how;
  GtkWidget *remove;
  GtkWidget *said; /* what the popover says, and the cue */
  GtkWidget *act;
  GtkWidget *mode;
  GtkWidget *count;
  GtkWidget *up;
  GtkWidget *down;

  GsHopRecord *hop; /* what has no field of its own */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (GsChainRow, gs_chain_row, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  REMOVE_ME,
  MOVE_ME,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a source may do with what it says; any other word will do as well. */
static const char *const acts[] = { "says",  "reports", "claims",    "confirms", "denies", "admits",
                                    "warns", "accuses", "announces", "believes", NULL };

static void
show_how (GsChainRow *self)
{
  g_autofree char *act = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->act))));
  guint mode = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->mode));
  int count = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  g_autoptr (GString) line = g_string_new (NULL);

  if (self->hop->cue != NULL)
    {
      g_autofree char *cue = g_strdelimit (g_strdup (self->hop->cue), "\n", ' ');

      g_string_append_printf (line, "“%s”", cue);
    }
  if (*act != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", act);
  if (mode != GS_MODE_UNKNOWN)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", gs_label (&gs_hop_modes, (int) mode));
  if (count > 0)
    {
      g_autofree char *sources = g_strdup_printf (g_dngettext (NULL, "%d source", "%d sources", (gulong) count), count);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", sources);
    }
  gtk_label_set_text (GTK_LABEL (self->said), line->str);
  gtk_widget_set_visible (self->said, line->len > 0);
}

static void
changed_cb (GsChainRow *self)
{
  if (self->quiet)
    return;

  show_how (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (GsChainRow *self)
{
  g_signal_emit (self, signals[REMOVE_ME], 0);
}

static void
up_clicked_cb (GsChainRow *self)
{
  g_signal_emit (self, signals[MOVE_ME], 0, -1);
}

static void
down_clicked_cb (GsChainRow *self)
{
  g_signal_emit (self, signals[MOVE_ME], 0, 1);
}

static gboolean
moved_cb (GtkWidget *widget, GVariant *by, gpointer user_data)
{
  g_signal_emit (widget, signals[MOVE_ME], 0, g_variant_get_int32 (by));

  return TRUE;
}

/* Dragging ------------------------------------------------------------------- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GsChainRow *self)
{
  return gdk_content_provider_new_typed (GS_TYPE_CHAIN_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GsChainRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GsChainRow *self)
{
  GsChainRow *other = g_value_get_object (value);

  /* From another claim it would be another chain's. */
  if (other == NULL || other == self
      || gtk_widget_get_parent (GTK_WIDGET (other)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, other, y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);

  return TRUE;
}

static void
add_dragging (GsChainRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GS_TYPE_CHAIN_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Public ---------------------------------------------------------------------- */

/**
 * gs_chain_row_get_entry:
 * @self: a #GsChainRow
 *
 * Returns: (transfer none): the entry with the name
 */
GtkWidget *
gs_chain_row_get_entry (GsChainRow *self)
{
  g_return_val_if_fail (GS_IS_CHAIN_ROW (self), NULL);

  return self->entry;
}

/**
 * gs_chain_row_set:
 * @self: a #GsChainRow
 * @name: of the source
 * @hop: (nullable): how it speaks; copied
 *
 * Does not emit "changed".
 */
void
gs_chain_row_set (GsChainRow *self, const char *name, const GsHopRecord *hop)
{
  g_return_if_fail (GS_IS_CHAIN_ROW (self));

  self->quiet = TRUE;
  gs_record_free (&gs_hop_type, self->hop);
  self->hop = hop != NULL ? gs_record_copy (&gs_hop_type, hop) : gs_record_new (&gs_hop_type);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_editable_set_text (GTK_EDITABLE (self->act), self->hop->act != NULL ? self->hop->act : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->mode), (guint) self->hop->mode);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), (double) self->hop->count);
  show_how (self);
  self->quiet = FALSE;
}

/**
 * gs_chain_row_get_hop:
 * @self: a #GsChainRow
 *
 * Returns: (transfer full): how the source speaks, as typed; the source is not set
 */
GsHopRecord *
gs_chain_row_get_hop (GsChainRow *self)
{
  GsHopRecord *hop;
  g_autofree char *act = NULL;

  g_return_val_if_fail (GS_IS_CHAIN_ROW (self), NULL);

  act = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->act))));
  hop = gs_record_copy (&gs_hop_type, self->hop);
  g_free (hop->act);
  hop->act = *act != '\0' ? g_steal_pointer (&act) : NULL;
  hop->mode = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->mode));
  hop->count = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));

  return hop;
}

static void
set_label (GtkWidget *widget, const char *format, guint number)
{
  g_autofree char *label = g_strdup_printf (format, number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * gs_chain_row_set_number:
 * @self: a #GsChainRow
 * @number: its place in the chain, from 1
 * @total: how many there are
 */
void
gs_chain_row_set_number (GsChainRow *self, guint number, guint total)
{
  g_return_if_fail (GS_IS_CHAIN_ROW (self));

  set_label (self->entry, _ ("Said by %u"), number);
  set_label (self->how, _ ("How Source %u Speaks"), number);
  set_label (self->remove, _ ("Remove Source %u"), number);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), number == 1       ? _ ("Who published it")
                                                           : number == total ? _ ("Who said it")
                                                                             : _ ("Who passed it on"));
  gtk_widget_set_sensitive (self->up, number > 1);
  gtk_widget_set_sensitive (self->down, number < total);
  gtk_widget_set_visible (self->handle, total > 1);
}

/**
 * gs_chain_row_new:
 * @workspace: (nullable): whose sources the entry suggests
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
gs_chain_row_new (GsWorkspace *workspace)
{
  GsChainRow *self = g_object_new (GS_TYPE_CHAIN_ROW, NULL);

  gs_completion_entry_set_source (GS_COMPLETION_ENTRY (self->entry), workspace, &gs_source_listing_type);

  return GTK_WIDGET (self);
}

static GtkWidget *
new_field (const char *label, GtkWidget *field, GtkGrid *grid, int row)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 1.0f);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), field);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, field, 1, row, 1, 1);

  return field;
}

static GtkWidget *
new_move_buttons (GsChainRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->up = gtk_button_new_with_mnemonic (_ ("Move _Up"));
  gs_tooltip_set (self->up, _ ("Towards who published it (Alt+Up)"));
  g_signal_connect_swapped (self->up, "clicked", G_CALLBACK (up_clicked_cb), self);
  self->down = gtk_button_new_with_mnemonic (_ ("Move _Down"));
  gs_tooltip_set (self->down, _ ("Towards who said it (Alt+Down)"));
  g_signal_connect_swapped (self->down, "clicked", G_CALLBACK (down_clicked_cb), self);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), self->up);
  gtk_box_append (GTK_BOX (box), self->down);
  gs_accessible_name_once (box);

  return box;
}

static GtkWidget *
new_popover (GsChainRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  g_autofree const char **labels = gs_labels_of (&gs_hop_modes);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);

  self->act = gs_completion_entry_new ();
  gs_completion_entry_set_names (GS_COMPLETION_ENTRY (self->act), acts);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->act), 14);
  self->mode = gtk_drop_down_new_from_strings (labels);
  self->count = gtk_spin_button_new_with_range (0, MOST_SOURCES, 1);
  new_field (_ ("_Does"), self->act, GTK_GRID (grid), 0);
  new_field (_ ("_Mode"), self->mode, GTK_GRID (grid), 1);
  new_field (_ ("_Sources"), self->count, GTK_GRID (grid), 2);
  gs_tooltip_set (self->count, _ ("How many speak, as in “four sources”; 0 is not told"));
  gtk_grid_attach (GTK_GRID (grid), new_move_buttons (self), 0, 3, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);

  g_signal_connect_swapped (self->act, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->mode, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->count, "value-changed", G_CALLBACK (changed_cb), self);

  return popover;
}

static void
gs_chain_row_dispose (GObject *object)
{
  GsChainRow *self = GS_CHAIN_ROW (object);

  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->said, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_chain_row_parent_class)->dispose (object);
}

static void
gs_chain_row_finalize (GObject *object)
{
  gs_record_free (&gs_hop_type, GS_CHAIN_ROW (object)->hop);

  G_OBJECT_CLASS (gs_chain_row_parent_class)->finalize (object);
}

static void
gs_chain_row_class_init (GsChainRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = gs_chain_row_dispose;
  object_class->finalize = gs_chain_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, moved_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, moved_cb, "i", 1);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE_ME] = g_signal_new ("remove-me", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE_ME] = g_signal_new ("move-me", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   GS_TYPE_CHAIN_ROW, G_TYPE_BOOLEAN);
}

static void
gs_chain_row_init (GsChainRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->hop = gs_record_new (&gs_hop_type);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "drag-handle");
  gs_tooltip_set (self->handle, _ ("Drag to Reorder (Alt+Up, Alt+Down)"));
  gtk_box_append (GTK_BOX (self->line), self->handle);

  self->entry = gs_completion_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->entry);

  self->how = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->how), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->how), new_popover (self));
  gtk_widget_add_css_class (self->how, "flat");
  gs_tooltip_set (self->how, _ ("How It Speaks"));
  gtk_box_append (GTK_BOX (self->line), self->how);

  self->remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gs_tooltip_set (self->remove, _ ("Remove"));
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->remove);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->said = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->said), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (self->said), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (self->said);
  gtk_widget_set_margin_start (self->said, 34);
  gtk_widget_add_css_class (self->said, "caption");
  gtk_widget_add_css_class (self->said, "dim-label");
  gtk_widget_set_parent (self->said, GTK_WIDGET (self));
  gtk_widget_set_visible (self->said, FALSE);
  add_dragging (self);
}
