/* gs-chain-editor.c: who says it, through whom, as an ordered list of sources.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-chain-editor.h"

#include <glib/gi18n.h>

#include "gs-chain-row.h"
#include "gs-recents.h"

/* Deeper nesting does not occur in print. */
#define MOST_HOPS 16

struct _GsChainEditor
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GtkWidget *rows; /* a box of GsChainRow */
  GtkWidget *recents;
  GtkWidget *add;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (GsChainEditor, gs_chain_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_rows (GsChainEditor *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

static GtkEditable *
entry_of (GtkWidget *row)
{
  return GTK_EDITABLE (gs_chain_row_get_entry (GS_CHAIN_ROW (row)));
}

/* (transfer full): trimmed. */
static char *
name_of (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry_of (row))));
}

static void
emit_changed (GsChainEditor *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
number_rows (GsChainEditor *self)
{
  guint n = count_rows (self);
  guint i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    gs_chain_row_set_number (GS_CHAIN_ROW (row), ++i, n);
  gtk_widget_set_sensitive (self->add, n < MOST_HOPS);
}

static void
remove_row (GsChainEditor *self, GtkWidget *row)
{
  gtk_box_remove (GTK_BOX (self->rows), row);
  number_rows (self);
  emit_changed (self);
}

static void
remove_me_cb (GsChainEditor *self, GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (entry_of (next)) : self->add);
  remove_row (self, row);
}

static void
move_me_cb (GsChainEditor *self, int by, GtkWidget *row)
{
  GtkWidget *other = by < 0 ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);

  if (other == NULL)
    return;

  /* The popover of a row that is put elsewhere would point to where it was. */
  if (by < 0)
    gtk_box_reorder_child_after (GTK_BOX (self->rows), other, row);
  else
    gtk_box_reorder_child_after (GTK_BOX (self->rows), row, other);
  number_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (entry_of (row)));
  emit_changed (self);
}

static void
dropped_cb (GsChainEditor *self, GtkWidget *other, gboolean below, GtkWidget *row)
{
  GtkWidget *after = below ? row : gtk_widget_get_prev_sibling (row);

  if (after == other)
    return;

  gtk_box_reorder_child_after (GTK_BOX (self->rows), other, after);
  number_rows (self);
  emit_changed (self);
}

static GtkWidget *
append_row (GsChainEditor *self, const char *name, const GsHopRecord *hop)
{
  GtkWidget *row = gs_chain_row_new (self->workspace);

  gs_chain_row_set (GS_CHAIN_ROW (row), name, hop);
  g_signal_connect_object (row, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove-me", G_CALLBACK (remove_me_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move-me", G_CALLBACK (move_me_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gs_recents_add_entry (GS_RECENTS (self->recents), GTK_WIDGET (entry_of (row)));
  gtk_box_append (GTK_BOX (self->rows), row);

  return row;
}

static void
add_clicked_cb (GsChainEditor *self)
{
  GtkWidget *row = append_row (self, "", NULL);

  number_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (entry_of (row)));
}

/* Into the entry that has the key, or at the end of the chain. */
static void
recent_picked_cb (GsChainEditor *self, const char *name, GtkWidget *entry)
{
  if (entry == NULL)
    {
      gs_chain_editor_add (self, name, NULL);
      emit_changed (self);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

/**
 * gs_chain_editor_set_workspace:
 * @self: a #GsChainEditor
 * @workspace: (nullable): whose sources the entries suggest
 */
void
gs_chain_editor_set_workspace (GsChainEditor *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_CHAIN_EDITOR (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * gs_chain_editor_read_recent:
 * @self: a #GsChainEditor
 *
 * Reads anew which sources were used lately; returns at once.
 */
void
gs_chain_editor_read_recent (GsChainEditor *self)
{
  g_return_if_fail (GS_IS_CHAIN_EDITOR (self));

  gs_recents_read (GS_RECENTS (self->recents), self->workspace);
}

/**
 * gs_chain_editor_set_hops:
 * @self: a #GsChainEditor
 * @names: (nullable) (array zero-terminated=1): names of sources, outermost (who
 *   published it) first; copied
 * @hops: (nullable) (element-type GsHopRecord): how each of them speaks; copied
 *
 * Does not emit "changed".
 */
void
gs_chain_editor_set_hops (GsChainEditor *self, const char *const *names, const GPtrArray *hops)
{
  GtkWidget *row;

  g_return_if_fail (GS_IS_CHAIN_EDITOR (self));

  self->quiet = TRUE;
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    append_row (self, names[i], hops != NULL && i < hops->len ? hops->pdata[i] : NULL);
  if (count_rows (self) == 0)
    append_row (self, "", NULL);
  number_rows (self);
  self->quiet = FALSE;
}

/**
 * gs_chain_editor_set_names:
 * @self: a #GsChainEditor
 * @names: (nullable) (array zero-terminated=1): names of sources, outermost first; copied
 *
 * Does not emit "changed".
 */
void
gs_chain_editor_set_names (GsChainEditor *self, const char *const *names)
{
  gs_chain_editor_set_hops (self, names, NULL);
}

/**
 * gs_chain_editor_add:
 * @self: a #GsChainEditor
 * @name: of a source
 * @hop: (nullable): how it speaks; copied
 *
 * Adds a source at the inner end of the chain. Does not emit "changed".
 */
void
gs_chain_editor_add (GsChainEditor *self, const char *name, const GsHopRecord *hop)
{
  GtkWidget *last;
  g_autofree char *there = NULL;

  g_return_if_fail (GS_IS_CHAIN_EDITOR (self));

  last = gtk_widget_get_last_child (self->rows);
  there = last != NULL ? name_of (last) : NULL;
  self->quiet = TRUE;
  if (there != NULL && *there == '\0')
    gs_chain_row_set (GS_CHAIN_ROW (last), name, hop);
  else if (count_rows (self) < MOST_HOPS)
    append_row (self, name, hop);
  number_rows (self);
  self->quiet = FALSE;
}

/**
 * gs_chain_editor_remove:
 * @self: a #GsChainEditor
 * @name: of a source
 *
 * Takes the innermost source of that name away. Does not emit "changed".
 *
 * Returns: whether it was there
 */
gboolean
gs_chain_editor_remove (GsChainEditor *self, const char *name)
{
  g_return_val_if_fail (GS_IS_CHAIN_EDITOR (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_last_child (self->rows); row != NULL; row = gtk_widget_get_prev_sibling (row))
    {
      g_autofree char *there = name_of (row);

      if (g_strcmp0 (there, name) != 0)
        continue;
      self->quiet = TRUE;
      if (count_rows (self) > 1)
        remove_row (self, row);
      else
        gs_chain_row_set (GS_CHAIN_ROW (row), "", NULL);
      self->quiet = FALSE;

      return TRUE;
    }

  return FALSE;
}

/**
 * gs_chain_editor_get_names:
 * @self: a #GsChainEditor
 *
 * Returns: (transfer full) (element-type utf8): the names, outermost first, trimmed and
 *   without empty ones
 */
GPtrArray *
gs_chain_editor_get_names (GsChainEditor *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GS_IS_CHAIN_EDITOR (self), names);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      char *name = name_of (row);

      if (*name != '\0')
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }

  return names;
}

/**
 * gs_chain_editor_get_hops:
 * @self: a #GsChainEditor
 *
 * Returns: (transfer full) (element-type GsHopRecord): how the sources of
 *   gs_chain_editor_get_names() speak, one each
 */
GPtrArray *
gs_chain_editor_get_hops (GsChainEditor *self)
{
  GPtrArray *hops = gs_record_array_new (&gs_hop_type);

  g_return_val_if_fail (GS_IS_CHAIN_EDITOR (self), hops);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *name = name_of (row);

      if (*name != '\0')
        g_ptr_array_add (hops, gs_chain_row_get_hop (GS_CHAIN_ROW (row)));
    }

  return hops;
}

static gboolean
gs_chain_editor_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_child_focus (GS_CHAIN_EDITOR (widget)->rows, GTK_DIR_TAB_FORWARD);
}

static void
gs_chain_editor_dispose (GObject *object)
{
  GsChainEditor *self = GS_CHAIN_EDITOR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->recents, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_chain_editor_parent_class)->dispose (object);
}

static void
gs_chain_editor_class_init (GsChainEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_chain_editor_dispose;
  GTK_WIDGET_CLASS (klass)->mnemonic_activate = gs_chain_editor_mnemonic_activate;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gs_chain_editor_init (GsChainEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->recents = gs_recents_new (GS_RECENTS_SOURCES);
  g_signal_connect_swapped (self->recents, "picked", G_CALLBACK (recent_picked_cb), self);
  gtk_widget_set_parent (self->recents, GTK_WIDGET (self));
  self->add = gtk_button_new_with_mnemonic (_ ("Add Sou_rce"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  gs_chain_editor_set_names (self, NULL);
}
