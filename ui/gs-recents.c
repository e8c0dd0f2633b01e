/* gs-recents.c: names used lately, each a number key away.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-recents.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-isolate.h"
#include "gs-settings.h"
#include "gs-tooltip.h"

#define MOST 9
/* Claims that are looked at, the last changed first. */
#define CLAIMS 40

struct _GsRecents
{
  GtkWidget parent_instance;

  GsRecentsKind kind;
  GtkWidget *box; /* GtkFlowBox */
  GPtrArray *names;
  gboolean focused; /* one of the entries has the focus */
  gboolean tabbing; /* the last key in it was Tab */
  gboolean wanted;  /* they are of use, or hiding them would be a nuisance */
  guint generation; /* which question to the workspace an answer is for */
};

G_DEFINE_FINAL_TYPE (GsRecents, gs_recents, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (GtkWidget *button, GsRecents *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));

  g_signal_emit (self, signals[PICKED], 0, name, NULL);
}

/* "shahed-136" of "object/drone/shahed-136": the tooltip has all of it. */
static const char *
short_name (GsRecents *self, const char *name)
{
  const char *slash = self->kind == GS_RECENTS_TAGS ? strrchr (name, '/') : NULL;

  return slash != NULL ? slash + 1 : name;
}

static gboolean
has_keys (void)
{
  return gs_settings_get () == NULL || g_settings_get_boolean (gs_settings_get (), "number-keys");
}

static GtkWidget *
new_button (GsRecents *self, guint number, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *shown =
    has_keys () ? gs_compose ("%u  %s", number, short_name (self, name)) : g_strdup (short_name (self, name));
  /* Translators: a tag or a source, then the number key */
  g_autofree char *spoken =
    has_keys () ? gs_compose (_ ("Add %s (key %u)"), name, number) : gs_compose (_ ("Add %s"), name);

  gtk_label_set_text (GTK_LABEL (label), shown);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), self->kind == GS_RECENTS_GIVEN ? 60 : 18);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "recent");
  gs_tooltip_set (button, spoken);
  /* By number key from the entry; as stops of Tab they would be in the way. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

/* Seen while they are of use: they would be a lot of names otherwise. */
static void
update_visible (GsRecents *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->names->len > 0 && self->wanted);
}

/**
 * gs_recents_set_names:
 * @self: a #GsRecents
 * @names: (nullable) (array zero-terminated=1): names, the latest first; copied
 */
void
gs_recents_set_names (GsRecents *self, const char *const *names)
{
  GtkWidget *child;

  g_return_if_fail (GS_IS_RECENTS (self));

  self->generation++;
  if (names == NULL)
    self->wanted = self->focused;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->box), child);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; names != NULL && names[i] != NULL && i < MOST; i++)
    {
      GtkWidget *holder = gtk_flow_box_child_new ();

      g_ptr_array_add (self->names, g_strdup (names[i]));
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (holder), new_button (self, i + 1, names[i]));
      gtk_widget_set_focusable (holder, FALSE);
      gtk_widget_set_halign (holder, GTK_ALIGN_START);
      gtk_flow_box_append (GTK_FLOW_BOX (self->box), holder);
    }
  update_visible (self);
}

static void
add_names (GPtrArray *names, const char *joined, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (joined != NULL ? joined : "", separator, -1);

  /* The innermost source is what changes from claim to claim. */
  for (guint i = g_strv_length (parts); i-- > 0;)
    {
      if (names->len < MOST && *parts[i] != '\0'
          && !g_ptr_array_find_with_equal_func (names, parts[i], g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
}

/* Tags that keep their keys, as names to begin with. */
static GPtrArray *
begin_names (GsRecents *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GSettings *settings = gs_settings_get ();
  g_auto (GStrv) kept =
    settings != NULL && self->kind == GS_RECENTS_TAGS ? g_settings_get_strv (settings, "number-key-tags") : NULL;

  for (guint i = 0; kept != NULL && kept[i] != NULL && names->len < MOST; i++)
    {
      if (*kept[i] != '\0' && !g_ptr_array_find_with_equal_func (names, kept[i], g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (kept[i]));
    }

  return names;
}

typedef struct
{
  GsRecentsKind kind;
  GPtrArray *names;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  GsListFilter filter = { .order = GS_ORDER_DATE, .descending = TRUE };
  g_autoptr (GPtrArray) rows = gs_workspace_list_page (workspace, &gs_claim_listing_type, &filter, 0, CLAIMS, error);
  Reading *reading = data;
  GPtrArray *names;

  if (rows == NULL)
    return NULL;

  names = g_steal_pointer (&reading->names);
  for (guint i = 0; i < rows->len; i++)
    {
      const GsClaimListing *claim = rows->pdata[i];

      if (reading->kind == GS_RECENTS_TAGS)
        add_names (names, claim->tags, ", ");
      else
        add_names (names, claim->chain, GS_CHAIN_ARROW);
    }
  g_ptr_array_add (names, NULL);

  return names;
}

typedef struct
{
  GsRecents *recents;
  guint generation;
} Asked;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GsRecents) self = asked->recents;
  g_autoptr (GPtrArray) names = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  /* Without them there is no row of names; nothing else depends on it. */
  if (names != NULL && asked->generation == self->generation && self->box != NULL)
    gs_recents_set_names (self, (const char *const *) names->pdata);
}

/**
 * gs_recents_read:
 * @self: a #GsRecents
 * @workspace: (nullable): whose claims are looked at
 *
 * Returns at once; the names follow.
 */
void
gs_recents_read (GsRecents *self, GsWorkspace *workspace)
{
  Asked *asked;
  Reading *reading;

  g_return_if_fail (GS_IS_RECENTS (self));

  self->wanted = self->focused;
  update_visible (self);
  if (workspace == NULL)
    {
      gs_recents_set_names (self, NULL);
      return;
    }

  asked = g_new0 (Asked, 1);
  asked->recents = g_object_ref (self);
  asked->generation = ++self->generation;
  reading = g_new0 (Reading, 1);
  reading->kind = self->kind;
  reading->names = begin_names (self);
  gs_workspace_call_async (workspace, read_func, reading, reading_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                           read_cb, asked);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, GsRecents *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  guint number = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_0 : keyval - GDK_KEY_0;

  self->tabbing = keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_KP_Tab;
  if (!has_keys () || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || number < 1
      || number > self->names->len || *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    return FALSE;

  g_signal_emit (self, signals[PICKED], 0, self->names->pdata[number - 1], entry);

  return TRUE;
}

static void
entered_cb (GsRecents *self)
{
  self->focused = TRUE;
  self->tabbing = FALSE;
  self->wanted = TRUE;
  update_visible (self);
}

/* Only Tab hides them. The press of a mouse takes the focus as well, and what
 * it presses below would move up and away before the release. */
static void
left_cb (GsRecents *self)
{
  self->focused = FALSE;
  if (self->tabbing)
    self->wanted = FALSE;
  update_visible (self);
}

/**
 * gs_recents_add_entry:
 * @self: a #GsRecents
 * @entry: (type GtkWidget): a #GtkEditable that does not outlive @self; the names are seen
 *   from when it has the focus until Tab leaves it
 */
void
gs_recents_add_entry (GsRecents *self, GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus;

  g_return_if_fail (GS_IS_RECENTS (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (entry, keys);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
}

/**
 * gs_recents_set_kind:
 * @self: a #GsRecents without names
 * @kind: what it shows
 */
void
gs_recents_set_kind (GsRecents *self, GsRecentsKind kind)
{
  g_return_if_fail (GS_IS_RECENTS (self));

  self->kind = kind;
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), kind == GS_RECENTS_GIVEN ? 1 : MOST);
}

/**
 * gs_recents_new:
 * @kind: what to show
 *
 * Returns: (transfer floating): a row of names, seen from when one of its entries has the
 *   focus until Tab leaves it or other names are read
 */
GtkWidget *
gs_recents_new (GsRecentsKind kind)
{
  GsRecents *self = g_object_new (GS_TYPE_RECENTS, NULL);

  gs_recents_set_kind (self, kind);

  return GTK_WIDGET (self);
}

static void
gs_recents_dispose (GObject *object)
{
  GsRecents *self = GS_RECENTS (object);

  self->generation++;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (gs_recents_parent_class)->dispose (object);
}

static void
gs_recents_class_init (GsRecentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_recents_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recents");

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);
}

static void
gs_recents_init (GsRecents *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_flow_box_new ();
  gtk_widget_add_css_class (self->box, "tag-chips");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), MOST);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
