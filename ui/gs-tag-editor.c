/* gs-tag-editor.c: the tags of a claim as chips, and an entry for more.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-tag-editor.h"

#include <glib/gi18n.h>

#include "gs-completion-entry.h"
#include "gs-isolate.h"
#include "gs-recents.h"
#include "gs-tag-colour.h"
#include "gs-tooltip.h"

struct _GsTagEditor
{
  GtkWidget parent_instance;

  GtkWidget *chips; /* GtkFlowBox */
  GtkWidget *entry;
  GtkWidget *recents;
  GsWorkspace *workspace;
  GPtrArray *paths; /* char *, in the order of the chips */
  GCancellable *looking;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (GsTagEditor, gs_tag_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_chips (GsTagEditor *self);
static void look_up (GsTagEditor *self);

static void
emit_changed (GsTagEditor *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A path as it will be stored: no empty components, no stray spaces. */
static char *
clean_path (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  GString *path = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (path->len > 0)
        g_string_append_c (path, '/');
      g_string_append (path, parts[i]);
    }

  return g_string_free (path, FALSE);
}

static void
add_path (GPtrArray *paths, const char *text)
{
  char *path = clean_path (text);

  if (*path != '\0' && !g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
    g_ptr_array_add (paths, path);
  else
    g_free (path);
}

/* Several may be typed at once, separated by commas. */
static void
add_typed (GPtrArray *paths, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_path (paths, parts[i]);
}

static void
remove_clicked_cb (GtkWidget *button, GsTagEditor *self)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  guint at;

  if (!g_ptr_array_find_with_equal_func (self->paths, path, g_str_equal, &at))
    return;

  g_ptr_array_remove_index (self->paths, at);
  show_chips (self);
  gtk_widget_grab_focus (self->entry);
  emit_changed (self);
}

static GtkWidget *
new_chip (GsTagEditor *self, const char *path)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (path);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tooltip = gs_compose (_ ("Remove Tag %s"), path);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_START);
  gs_tooltip_when_cut (label);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gs_tooltip_set (remove, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (remove), "path", g_strdup (path), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_widget_add_css_class (chip, "tag-chip");
  gtk_box_append (GTK_BOX (chip), gs_tag_colour_new ());
  gtk_widget_set_visible (gtk_widget_get_first_child (chip), FALSE);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);

  return chip;
}

static void
show_chips (GsTagEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);

  for (guint i = 0; i < self->paths->len; i++)
    {
      GtkWidget *holder = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (holder), new_chip (self, self->paths->pdata[i]));
      gtk_widget_set_focusable (holder, FALSE);
      gtk_widget_set_halign (holder, GTK_ALIGN_START);
      gtk_flow_box_append (GTK_FLOW_BOX (self->chips), holder);
    }
  gtk_widget_set_visible (self->chips, self->paths->len > 0);
  look_up (self);
}

/* Colours --------------------------------------------------------------------- */

/* Of tags that are there already; the others are made with the claim. */
static gpointer
read_tags (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GPtrArray *paths = data;
  GPtrArray *tags = gs_record_array_new (&gs_tag_listing_type);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *uuid = gs_workspace_resolve (workspace, &gs_tag_type, paths->pdata[i], NULL);
      GsTagListing *tag = uuid != NULL ? gs_workspace_list_row (workspace, &gs_tag_listing_type, uuid, NULL) : NULL;

      if (tag != NULL)
        g_ptr_array_add (tags, tag);
    }

  return tags;
}

static const GsTagListing *
find_tag (const GPtrArray *tags, const char *path)
{
  for (guint i = 0; i < tags->len; i++)
    {
      if (g_strcmp0 (((GsTagListing *) tags->pdata[i])->path, path) == 0)
        return tags->pdata[i];
    }

  return NULL;
}

static void
tags_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsTagEditor) self = user_data;
  g_autoptr (GPtrArray) tags = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);
  GtkFlowBoxChild *holder;

  if (tags == NULL || self->paths == NULL || GS_WORKSPACE (source) != self->workspace)
    return;

  for (int i = 0; (holder = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->chips), i)) != NULL; i++)
    {
      GtkWidget *colour = gtk_widget_get_first_child (gtk_flow_box_child_get_child (holder));
      const GsTagListing *tag = (guint) i < self->paths->len ? find_tag (tags, self->paths->pdata[i]) : NULL;

      gs_tag_colour_show (GS_TAG_COLOUR (colour), self->workspace, tag);
      gtk_widget_set_visible (colour, tag != NULL);
    }
}

static void
look_up (GsTagEditor *self)
{
  GPtrArray *paths;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->workspace == NULL || self->paths->len == 0)
    return;

  paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->paths->len; i++)
    g_ptr_array_add (paths, g_strdup (self->paths->pdata[i]));
  self->looking = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_tags, paths, (GDestroyNotify) g_ptr_array_unref,
                           (GDestroyNotify) g_ptr_array_unref, self->looking, tags_read_cb, g_object_ref (self));
}

static void
take_entry (GsTagEditor *self)
{
  add_typed (self->paths, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->quiet = FALSE;
  show_chips (self);
  emit_changed (self);
}

/**
 * gs_tag_editor_set_workspace:
 * @self: a #GsTagEditor
 * @workspace: (nullable): whose tags the entry suggests
 */
void
gs_tag_editor_set_workspace (GsTagEditor *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_TAG_EDITOR (self));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, look_up, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (look_up), self, G_CONNECT_SWAPPED);
  gs_completion_entry_set_source (GS_COMPLETION_ENTRY (self->entry), workspace, &gs_tag_listing_type);
}

/**
 * gs_tag_editor_set_paths:
 * @self: a #GsTagEditor
 * @paths: (nullable) (array zero-terminated=1): "object/drone"; copied
 *
 * Does not emit "changed".
 */
void
gs_tag_editor_set_paths (GsTagEditor *self, const char *const *paths)
{
  g_return_if_fail (GS_IS_TAG_EDITOR (self));

  self->quiet = TRUE;
  g_ptr_array_set_size (self->paths, 0);
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    add_path (self->paths, paths[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_chips (self);
  self->quiet = FALSE;
}

/**
 * gs_tag_editor_get_paths:
 * @self: a #GsTagEditor
 *
 * Returns: (transfer full) (element-type utf8): the paths, with what stands in the
 *   entry
 */
GPtrArray *
gs_tag_editor_get_paths (GsTagEditor *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (GS_IS_TAG_EDITOR (self), paths);

  for (guint i = 0; i < self->paths->len; i++)
    add_path (paths, self->paths->pdata[i]);
  add_typed (paths, gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return paths;
}

/**
 * gs_tag_editor_read_recent:
 * @self: a #GsTagEditor
 *
 * Reads anew which tags were used lately; returns at once.
 */
void
gs_tag_editor_read_recent (GsTagEditor *self)
{
  g_return_if_fail (GS_IS_TAG_EDITOR (self));

  gs_recents_read (GS_RECENTS (self->recents), self->workspace);
}

static void
recent_picked_cb (GsTagEditor *self, const char *path)
{
  add_path (self->paths, path);
  show_chips (self);
  emit_changed (self);
}

/**
 * gs_tag_editor_focus:
 * @self: a #GsTagEditor
 */
void
gs_tag_editor_focus (GsTagEditor *self)
{
  g_return_if_fail (GS_IS_TAG_EDITOR (self));

  gtk_widget_grab_focus (self->entry);
}

static gboolean
gs_tag_editor_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_grab_focus (GS_TAG_EDITOR (widget)->entry);
}

static void
gs_tag_editor_dispose (GObject *object)
{
  GsTagEditor *self = GS_TAG_EDITOR (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->chips, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->recents, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->paths, g_ptr_array_unref);

  G_OBJECT_CLASS (gs_tag_editor_parent_class)->dispose (object);
}

static void
gs_tag_editor_class_init (GsTagEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_tag_editor_dispose;
  widget_class->mnemonic_activate = gs_tag_editor_mnemonic_activate;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gs_tag_editor_init (GsTagEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->chips = gtk_flow_box_new ();
  gtk_widget_add_css_class (self->chips, "tag-chips");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->chips), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), 12);
  gtk_widget_set_visible (self->chips, FALSE);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));

  self->entry = gs_completion_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("object/drone, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take_entry), self);
  g_signal_connect_swapped (self->entry, "picked", G_CALLBACK (take_entry), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (emit_changed), self);

  self->recents = gs_recents_new (GS_RECENTS_TAGS);
  gs_recents_add_entry (GS_RECENTS (self->recents), self->entry);
  g_signal_connect_swapped (self->recents, "picked", G_CALLBACK (recent_picked_cb), self);
  gtk_widget_set_parent (self->recents, GTK_WIDGET (self));
}
