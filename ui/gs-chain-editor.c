/* gs-chain-editor.c: who says it, through whom, as an ordered list of names.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-chain-editor.h"

#include <glib/gi18n.h>

#include "gs-completion-entry.h"

/* Deeper nesting does not occur in print. */
#define MOST_HOPS 16

struct _GsChainEditor
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GtkWidget *rows; /* a box of boxes: entry, up, remove */
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

static GtkWidget *
get_entry (GtkWidget *row)
{
  return gtk_widget_get_first_child (row);
}

static void
emit_changed (GsChainEditor *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Numbers, names for screen readers, and which buttons make sense. */
static void
number_rows (GsChainEditor *self)
{
  guint n = count_rows (self);
  guint i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *entry = get_entry (row);
      GtkWidget *up = gtk_widget_get_next_sibling (entry);
      GtkWidget *remove = gtk_widget_get_last_child (row);
      g_autofree char *label = g_strdup_printf (_ ("Said by %u"), i + 1);
      g_autofree char *up_label = g_strdup_printf (_ ("Move Source %u Up"), i + 1);
      g_autofree char *remove_label = g_strdup_printf (_ ("Remove Source %u"), i + 1);

      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (up), GTK_ACCESSIBLE_PROPERTY_LABEL, up_label, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), i == 0       ? _ ("Who published it")
                                                         : i + 1 == n ? _ ("Who said it")
                                                                      : _ ("Who passed it on"));
      gtk_widget_set_sensitive (up, i > 0);
      i++;
    }

  gtk_widget_set_sensitive (self->add, n < MOST_HOPS);
}

static void
remove_clicked_cb (GtkWidget *row)
{
  GsChainEditor *self = GS_CHAIN_EDITOR (gtk_widget_get_ancestor (row, GS_TYPE_CHAIN_EDITOR));
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  gtk_widget_grab_focus (next != NULL ? get_entry (next) : self->add);
  gtk_box_remove (GTK_BOX (self->rows), row);
  number_rows (self);
  emit_changed (self);
}

static void
up_clicked_cb (GtkWidget *row)
{
  GsChainEditor *self = GS_CHAIN_EDITOR (gtk_widget_get_ancestor (row, GS_TYPE_CHAIN_EDITOR));
  GtkWidget *previous = gtk_widget_get_prev_sibling (row);

  if (previous == NULL)
    return;

  gtk_box_reorder_child_after (GTK_BOX (self->rows), previous, row);
  number_rows (self);
  gtk_widget_grab_focus (get_entry (row));
  emit_changed (self);
}

static GtkWidget *
new_button (const char *icon, const char *tooltip, GCallback callback, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, row);

  return button;
}

static GtkWidget *
append_row (GsChainEditor *self, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gs_completion_entry_new ();

  gs_completion_entry_set_source (GS_COMPLETION_ENTRY (entry), self->workspace, &gs_source_listing_type);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  g_signal_connect_object (entry, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), new_button ("go-up-symbolic", _ ("Move Up"), G_CALLBACK (up_clicked_cb), row));
  gtk_box_append (GTK_BOX (row),
                  new_button ("list-remove-symbolic", _ ("Remove"), G_CALLBACK (remove_clicked_cb), row));
  gtk_box_append (GTK_BOX (self->rows), row);

  return entry;
}

static void
add_clicked_cb (GsChainEditor *self)
{
  GtkWidget *entry = append_row (self, "");

  number_rows (self);
  gtk_widget_grab_focus (entry);
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
 * gs_chain_editor_set_names:
 * @self: a #GsChainEditor
 * @names: (nullable) (array zero-terminated=1): names of sources, outermost (who
 *   published it) first; copied
 *
 * Does not emit "changed".
 */
void
gs_chain_editor_set_names (GsChainEditor *self, const char *const *names)
{
  GtkWidget *row;

  g_return_if_fail (GS_IS_CHAIN_EDITOR (self));

  self->quiet = TRUE;
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    append_row (self, names[i]);
  if (count_rows (self) == 0)
    append_row (self, "");
  number_rows (self);
  self->quiet = FALSE;
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
      char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_entry (row)))));

      if (*name != '\0')
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }

  return names;
}

static void
gs_chain_editor_dispose (GObject *object)
{
  GsChainEditor *self = GS_CHAIN_EDITOR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_chain_editor_parent_class)->dispose (object);
}

static void
gs_chain_editor_class_init (GsChainEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_chain_editor_dispose;
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
  self->add = gtk_button_new_with_mnemonic (_ ("_Add Source"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  gs_chain_editor_set_names (self, NULL);
}
