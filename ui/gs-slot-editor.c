/* gs-slot-editor.c: who did what to whom, where: the slots of a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-slot-editor.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-completion-entry.h"
#include "gs-tooltip.h"

/* Slots beyond which a claim should be several. */
#define MOST_SLOTS 24

struct _GsSlotEditor
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GtkWidget *rows; /* a box of boxes: name, entity, remove */
  GtkWidget *add;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (GsSlotEditor, gs_slot_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The names that rules and reports know; they are stored as they are. */
static const char *const names[] = { "actor",   "action", "object",      "recipient", "place",   "route", "instrument",
                                     "purpose", "target", "designation", "extent",    "outcome", "trend", NULL };

static void
emit_changed (GsSlotEditor *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
name_of (GtkWidget *row)
{
  return gtk_widget_get_first_child (row);
}

static GtkWidget *
entity_of (GtkWidget *row)
{
  return gtk_widget_get_next_sibling (name_of (row));
}

static void
number_rows (GsSlotEditor *self)
{
  guint i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *name = g_strdup_printf (_ ("Role %u"), ++i);
      g_autofree char *entity = g_strdup_printf (_ ("Who or What %u"), i);
      g_autofree char *remove = g_strdup_printf (_ ("Remove Role %u"), i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (name_of (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entity_of (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, entity, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      remove, -1);
    }
  gtk_widget_set_sensitive (self->add, i < MOST_SLOTS);
}

static void
remove_clicked_cb (GtkWidget *row)
{
  GsSlotEditor *self = GS_SLOT_EDITOR (gtk_widget_get_ancestor (row, GS_TYPE_SLOT_EDITOR));
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  gtk_widget_grab_focus (next != NULL ? name_of (next) : self->add);
  gtk_box_remove (GTK_BOX (self->rows), row);
  number_rows (self);
  emit_changed (self);
}

static GtkWidget *
new_entry (GsSlotEditor *self, const char *text, const char *placeholder, int width)
{
  GtkWidget *entry = gs_completion_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  g_signal_connect_object (entry, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
append_row (GsSlotEditor *self, const GsSlotRecord *slot)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = new_entry (self, slot->name, _ ("actor"), 7);
  GtkWidget *entity = new_entry (self, slot->entity != NULL ? slot->entity : slot->text, _ ("who or what"), 8);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gs_completion_entry_set_names (GS_COMPLETION_ENTRY (name), names);
  gs_completion_entry_set_source (GS_COMPLETION_ENTRY (entity), self->workspace, &gs_slot_type);
  gtk_widget_set_hexpand (entity, TRUE);
  gtk_widget_set_margin_start (entity, 6);
  gtk_widget_add_css_class (remove, "flat");
  gs_tooltip_set (remove, _ ("Remove"));
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), row);
  g_object_set_data_full (G_OBJECT (row), "slot", gs_record_copy (&gs_slot_type, slot),
                          (GDestroyNotify) gs_slot_type.free);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), entity);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->rows), row);

  return row;
}

/* The next one of the usual names that has no row yet. */
static const char *
next_name (GsSlotEditor *self)
{
  for (guint i = 0; i < 5; i++)
    {
      gboolean taken = FALSE;

      for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        taken |= g_str_equal (gtk_editable_get_text (GTK_EDITABLE (name_of (row))), names[i]);
      if (!taken)
        return names[i];
    }

  return "";
}

static void
add_clicked_cb (GsSlotEditor *self)
{
  GsSlotRecord slot = { .name = (char *) next_name (self) };
  GtkWidget *row = append_row (self, &slot);

  number_rows (self);
  gtk_widget_grab_focus (*slot.name != '\0' ? entity_of (row) : name_of (row));
}

/**
 * gs_slot_editor_set_workspace:
 * @self: a #GsSlotEditor
 * @workspace: (nullable): whose entities the entries suggest
 */
void
gs_slot_editor_set_workspace (GsSlotEditor *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_SLOT_EDITOR (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * gs_slot_editor_set_slots:
 * @self: a #GsSlotEditor
 * @slots: (nullable) (element-type GsSlotRecord): what to show; copied
 *
 * Does not emit "changed".
 */
void
gs_slot_editor_set_slots (GsSlotEditor *self, const GPtrArray *slots)
{
  GtkWidget *row;

  g_return_if_fail (GS_IS_SLOT_EDITOR (self));

  self->quiet = TRUE;
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    append_row (self, slots->pdata[i]);
  number_rows (self);
  self->quiet = FALSE;
}

/* What the article calls it stays while the entity does. */
static GsSlotRecord *
read_row (GtkWidget *row)
{
  const GsSlotRecord *old = g_object_get_data (G_OBJECT (row), "slot");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (name_of (row)))));
  g_autofree char *entity = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entity_of (row)))));
  GsSlotRecord *slot;

  if (*name == '\0' || *entity == '\0')
    return NULL;
  if (g_strcmp0 (old->name, name) == 0 && g_strcmp0 (old->entity != NULL ? old->entity : old->text, entity) == 0)
    return gs_record_copy (&gs_slot_type, old);

  slot = gs_record_new (&gs_slot_type);
  slot->name = g_steal_pointer (&name);
  slot->entity = g_steal_pointer (&entity);

  return slot;
}

/**
 * gs_slot_editor_get_slots:
 * @self: a #GsSlotEditor
 *
 * Returns: (transfer full) (element-type GsSlotRecord): those with a name and an entity
 */
GPtrArray *
gs_slot_editor_get_slots (GsSlotEditor *self)
{
  GPtrArray *slots = gs_record_array_new (&gs_slot_type);

  g_return_val_if_fail (GS_IS_SLOT_EDITOR (self), slots);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GsSlotRecord *slot = read_row (row);

      if (slot != NULL)
        g_ptr_array_add (slots, slot);
    }

  return slots;
}

static void
gs_slot_editor_dispose (GObject *object)
{
  GsSlotEditor *self = GS_SLOT_EDITOR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_slot_editor_parent_class)->dispose (object);
}

static void
gs_slot_editor_class_init (GsSlotEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_slot_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gs_slot_editor_init (GsSlotEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->add = gtk_button_new_with_mnemonic (_ ("Add _Role"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gs_accessible_name_once (self->add);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}
