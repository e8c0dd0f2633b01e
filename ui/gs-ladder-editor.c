/* gs-ladder-editor.c: the stages of a question, lowest first.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Interest, negotiating, contract, delivered": who says a later stage denies
 * none of those before it. They are put in order by dragging and by Alt+Up and
 * Alt+Down.
 */

#include "config.h"

#include "gs-ladder-editor.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-tooltip.h"

#define MOST_STAGES 20

struct _GsLadderEditor
{
  GtkWidget parent_instance;

  GtkWidget *rows; /* a box of boxes: handle, entry, remove */
  GtkWidget *add;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (GsLadderEditor, gs_ladder_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkEditable *
entry_of (GtkWidget *row)
{
  return GTK_EDITABLE (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row)));
}

static GtkWidget *
row_at (GsLadderEditor *self, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL && n-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static guint
index_of (GtkWidget *row)
{
  guint n = 0;

  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    n++;

  return n;
}

static void
emit_changed (GsLadderEditor *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
number_rows (GsLadderEditor *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *stage = g_strdup_printf (_ ("Stage %u"), ++n);
      g_autofree char *remove = g_strdup_printf (_ ("Remove Stage %u"), n);

      gtk_accessible_update_property (GTK_ACCESSIBLE (entry_of (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, stage, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      remove, -1);
    }
  gtk_widget_set_sensitive (self->add, n < MOST_STAGES);
}

static GsLadderEditor *
self_of (GtkWidget *row)
{
  return GS_LADDER_EDITOR (gtk_widget_get_ancestor (row, GS_TYPE_LADDER_EDITOR));
}

static void
remove_clicked_cb (GtkWidget *row)
{
  GsLadderEditor *self = self_of (row);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (entry_of (next)) : self->add);
  gtk_box_remove (GTK_BOX (self->rows), row);
  number_rows (self);
  emit_changed (self);
}

/**
 * gs_ladder_editor_move:
 * @self: a #GsLadderEditor
 * @from: place of a stage, from 0
 * @to: where it is to be
 *
 * Emits "changed", since only the analyst moves stages.
 */
void
gs_ladder_editor_move (GsLadderEditor *self, guint from, guint to)
{
  GtkWidget *row;
  GtkWidget *other;

  g_return_if_fail (GS_IS_LADDER_EDITOR (self));

  row = row_at (self, from);
  other = row_at (self, to);
  if (row == NULL || other == NULL || row == other)
    return;

  gtk_box_reorder_child_after (GTK_BOX (self->rows), row, from < to ? other : gtk_widget_get_prev_sibling (other));
  number_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (entry_of (row)));
  emit_changed (self);
}

static gboolean
moved_cb (GtkWidget *widget, GVariant *by, gpointer user_data)
{
  GsLadderEditor *self = GS_LADDER_EDITOR (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);
  int at = row != NULL ? (int) index_of (row) + g_variant_get_int32 (by) : -1;

  if (at < 0)
    return FALSE;
  gs_ladder_editor_move (self, index_of (row), (guint) at);

  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_BOX, row);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  GtkWidget *other = g_value_get_object (value);

  if (other == NULL || other == row || gtk_widget_get_parent (other) != gtk_widget_get_parent (row))
    return FALSE;
  gs_ladder_editor_move (self_of (row), index_of (other), index_of (row));

  return TRUE;
}

static GtkWidget *
append_row (GsLadderEditor *self, const char *stage)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_BOX, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (handle, "drag-handle");
  gs_tooltip_set (handle, _ ("Drag to Reorder (Alt+Up, Alt+Down)"));
  gtk_editable_set_text (GTK_EDITABLE (entry), stage);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (remove, "flat");
  gs_tooltip_set (remove, _ ("Remove"));
  gtk_box_append (GTK_BOX (row), handle);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->rows), row);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), row);
  g_signal_connect_object (entry, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_clicked_cb (GsLadderEditor *self)
{
  GtkWidget *row = append_row (self, "");

  number_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (entry_of (row)));
}

/**
 * gs_ladder_editor_set_stages:
 * @self: a #GsLadderEditor
 * @stages: (nullable) (element-type utf8): lowest first; copied
 *
 * Does not emit "changed".
 */
void
gs_ladder_editor_set_stages (GsLadderEditor *self, const GPtrArray *stages)
{
  GtkWidget *row;

  g_return_if_fail (GS_IS_LADDER_EDITOR (self));

  self->quiet = TRUE;
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; stages != NULL && i < stages->len; i++)
    append_row (self, stages->pdata[i]);
  number_rows (self);
  self->quiet = FALSE;
}

/**
 * gs_ladder_editor_get_stages:
 * @self: a #GsLadderEditor
 *
 * Returns: (transfer full) (element-type utf8): the stages, lowest first, trimmed and
 *   without empty ones
 */
GPtrArray *
gs_ladder_editor_get_stages (GsLadderEditor *self)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GS_IS_LADDER_EDITOR (self), stages);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      char *stage = g_strstrip (g_strdup (gtk_editable_get_text (entry_of (row))));

      if (*stage != '\0')
        g_ptr_array_add (stages, stage);
      else
        g_free (stage);
    }

  return stages;
}

/**
 * gs_ladder_editor_new:
 *
 * Returns: (transfer floating): an editor without stages
 */
GtkWidget *
gs_ladder_editor_new (void)
{
  return g_object_new (GS_TYPE_LADDER_EDITOR, NULL);
}

static void
gs_ladder_editor_dispose (GObject *object)
{
  GsLadderEditor *self = GS_LADDER_EDITOR (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_ladder_editor_parent_class)->dispose (object);
}

static void
gs_ladder_editor_class_init (GsLadderEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_ladder_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, moved_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, moved_cb, "i", 1);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gs_ladder_editor_init (GsLadderEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->add = gtk_button_new_with_mnemonic (_ ("_Add Stage"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gs_accessible_name_once (self->add);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}
