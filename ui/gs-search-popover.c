/* gs-search-popover.c: search through all articles and claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-search-popover.h"

#include <glib/gi18n.h>

#include "gs-row.h"
#include "gs-tooltip.h"

#define MAX_HITS 100

struct _GsSearchPopover
{
  GtkPopover parent_instance;

  GsWorkspace *workspace;
  GCancellable *cancellable; /* of the search under way */
  GListStore *hits;          /* GsRow of GsSearchHit */
  char *query;               /* what they are, or will be, the answer to */
  gboolean open_first;       /* Enter was pressed before they came */

  GtkEditable *entry;
  GtkStack *stack;
  GtkLabel *hint;
  GtkListView *list;
};

enum
{
  HIT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsSearchPopover, gs_search_popover, GTK_TYPE_POPOVER)

static void
show_hint (GsSearchPopover *self, const char *text)
{
  gtk_label_set_label (self->hint, text);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

static gpointer
run_search (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_search (workspace, data, MAX_HITS, error);
}

static void activated_cb (GsSearchPopover *self, guint position);

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsSearchPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->cancellable);
  g_list_store_remove_all (self->hits);
  if (found == NULL)
    {
      show_hint (self, error != NULL ? error->message : "");
      return;
    }

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (GsRow) row =
        gs_row_new (&gs_search_hit_type, gs_record_copy (&gs_search_hit_type, g_ptr_array_index (found, i)));

      g_list_store_append (self->hits, row);
    }

  if (found->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "hits");
  else
    show_hint (self, _ ("Nothing found"));
  if (self->open_first)
    activated_cb (self, 0);
  self->open_first = FALSE;
}

static char *
get_query (GsSearchPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

/* The entry tells of a change a moment later, by which time Enter may have
 * begun the same search. */
static void
search_changed_cb (GsSearchPopover *self)
{
  g_autofree char *query = get_query (self);

  if (self->cancellable != NULL && g_strcmp0 (query, self->query) == 0)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->open_first = FALSE;
  g_free (self->query);
  self->query = g_strdup (query);
  if (*query == '\0' || self->workspace == NULL)
    {
      g_list_store_remove_all (self->hits);
      show_hint (self, _ ("Finds titles, texts, summaries and quotes."));
      return;
    }

  self->cancellable = g_cancellable_new ();
  /* The last word is still being typed. */
  gs_workspace_call_async (self->workspace, run_search,
                           g_str_has_suffix (query, "\"") ? g_strdup (query) : g_strconcat (query, "*", NULL), g_free,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, searched_cb, g_object_ref (self));
}

static void
activated_cb (GsSearchPopover *self, guint position)
{
  g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->hits), position);
  const GsSearchHit *hit = row != NULL ? gs_row_get_record (row) : NULL;

  if (hit == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[HIT_CHOSEN], 0, hit->article, g_strcmp0 (hit->kind, "claim") == 0 ? hit->uuid : NULL);
}

/* Enter in the entry opens the selected hit, the first one to begin with; and
 * that one as soon as it is there, for those who type faster than we search. */
static void
entry_activated_cb (GsSearchPopover *self)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (self->list);
  g_autofree char *query = get_query (self);

  if (self->cancellable != NULL || g_strcmp0 (query, self->query) != 0)
    {
      search_changed_cb (self);
      self->open_first = self->cancellable != NULL;
      return;
    }

  activated_cb (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection)));
}

/* Up and Down move through the hits without leaving the entry. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GsSearchPopover *self = GS_SEARCH_POPOVER (gtk_widget_get_ancestor (widget, GS_TYPE_SEARCH_POPOVER));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  guint selected = gtk_single_selection_get_selected (selection);

  if (keyval == GDK_KEY_Down && n > 0)
    selected = MIN (selected + 1, n - 1);
  else if (keyval == GDK_KEY_Up && n > 0)
    selected = selected > 0 ? selected - 1 : 0;
  else
    return GDK_EVENT_PROPAGATE;

  gtk_single_selection_set_selected (selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);

  return GDK_EVENT_STOP;
}

/* One line of it: line feeds and what is around them become one space. */
static char *
flatten (const char *snippet)
{
  g_autoptr (GString) flat = g_string_new (NULL);

  for (const char *p = snippet; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (flat, c);
      else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }

  return g_string_free (g_steal_pointer (&flat), FALSE);
}

/* Markup with the words found in bold: the snippet marks them with isolates. */
static char *
embolden (const char *snippet)
{
  g_autofree char *flat = flatten (snippet);
  g_autofree char *escaped = g_markup_escape_text (flat, -1);
  g_auto (GStrv) opened = g_strsplit (escaped, "\u2068", -1);
  g_autofree char *bold = g_strjoinv ("<b>", opened);
  g_auto (GStrv) closed = g_strsplit (bold, "\u2069", -1);
  char *markup = g_strjoinv ("</b>", closed);

  /* A text that holds such marks itself may leave them unpaired. */
  if (!pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL))
    {
      g_free (markup);
      return g_steal_pointer (&escaped);
    }

  return markup;
}

static GtkWidget *
line_new (int lines, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* An icon for the kind, the title, and where the words stand. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (lines), line_new (1, NULL));
  gtk_box_append (GTK_BOX (lines), line_new (2, "caption"));
  gtk_widget_add_css_class (box, "search-hit");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const GsSearchHit *hit = gs_row_get_record (gtk_list_item_get_item (item));
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  g_autofree char *markup = embolden (hit->snippet != NULL ? hit->snippet : "");
  gboolean claim = g_strcmp0 (hit->kind, "claim") == 0;
  const char *kind = claim ? _ ("Claim") : _ ("Article");

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), claim ? "gs-claims-symbolic" : "gs-articles-symbolic");
  gs_tooltip_set (icon, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kind, -1);
  gtk_label_set_label (GTK_LABEL (title), hit->title != NULL ? hit->title : "");
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_next_sibling (title)), markup);
}

static void
shown_cb (GsSearchPopover *self)
{
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  search_changed_cb (self);
}

static void
gs_search_popover_dispose (GObject *object)
{
  GsSearchPopover *self = GS_SEARCH_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->hits);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (gs_search_popover_parent_class)->dispose (object);
}

static void
gs_search_popover_class_init (GsSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_search_popover_dispose;

  signals[HIT_CHOSEN] = g_signal_new ("hit-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GsSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, GsSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, GsSearchPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, GsSearchPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
gs_search_popover_init (GsSearchPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hits = g_list_store_new (GS_TYPE_ROW);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->hits)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * gs_search_popover_set_workspace:
 * @self: a #GsSearchPopover
 * @workspace: (nullable): where to search; closes the popover and empties its entry
 */
void
gs_search_popover_set_workspace (GsSearchPopover *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_SEARCH_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->workspace, workspace);
  gtk_editable_set_text (self->entry, "");
}
