/* gs-tag-colour.c: a button that shows the colour of a tag, and chooses another.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-tag-colour.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-palette.h"
#include "gs-perform.h"
#include "gs-swatch.h"
#include "gs-tooltip.h"

#define COLUMNS 5

struct _GsTagColour
{
  GtkWidget parent_instance;

  GtkWidget *button; /* GtkMenuButton */
  GtkWidget *swatch;
  GsWorkspace *workspace;
  char *uuid; /* of the tag */
  char *path;
  char *colour; /* (nullable): "#rrggbb" */
};

G_DEFINE_FINAL_TYPE (GsTagColour, gs_tag_colour, GTK_TYPE_WIDGET)

typedef struct
{
  char *uuid;
  char *path;
  char *colour;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->uuid);
  g_free (choice->path);
  g_free (choice->colour);
  g_free (choice);
}

static GsAction *
build_colour (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Choice *choice = data;
  g_autoptr (GsTagRecord) tag = gs_workspace_load (workspace, &gs_tag_type, choice->uuid, error);
  g_autofree char *label = g_strdup_printf (_ ("Colour of tag “%s”"), choice->path);
  g_autoptr (GsAction) action = gs_action_new (label);

  if (tag == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, GS_ERROR, GS_ERROR_NOT_FOUND, _ ("The tag is no longer in the workspace."));
      return NULL;
    }

  g_free (tag->colour);
  tag->colour = g_strdup (choice->colour);
  gs_action_save (action, &gs_tag_type, tag);

  return g_steal_pointer (&action);
}

/**
 * gs_tag_colour_choose:
 * @self: a button that shows a tag
 * @colour: (nullable): "#rrggbb"; %NULL for none
 *
 * Gives the tag that colour, as one step of the history. Returns at once.
 */
void
gs_tag_colour_choose (GsTagColour *self, const char *colour)
{
  Choice *choice;

  g_return_if_fail (GS_IS_TAG_COLOUR (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (self->uuid == NULL || g_strcmp0 (colour, self->colour) == 0)
    return;

  choice = g_new0 (Choice, 1);
  choice->uuid = g_strdup (self->uuid);
  choice->path = g_strdup (self->path);
  choice->colour = g_strdup (colour);
  gs_perform_built (GTK_WIDGET (self), self->workspace, build_colour, choice, choice_free, _ ("Tag coloured"));
}

static void
clicked_cb (GtkWidget *button, GsTagColour *self)
{
  gs_tag_colour_choose (self, g_object_get_data (G_OBJECT (button), "colour"));
}

/* @colour: (nullable) */
static GtkWidget *
new_choice (GsTagColour *self, const char *name, const char *colour)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *swatch = gs_swatch_new ();

  gs_swatch_set (swatch, colour);
  gtk_widget_add_css_class (swatch, "title-2");
  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "colour-choice");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                colour == NULL
                                  ? self->colour == NULL
                                  : self->colour != NULL && g_ascii_strcasecmp (colour, self->colour) == 0);
  g_object_set_data_full (G_OBJECT (button), "colour", g_strdup (colour), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

/* Made anew whenever it opens: most never do. */
static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  GsTagColour *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  guint n;
  const GsPaletteColour *colours = gs_palette_list (&n);

  for (guint i = 0; i < n; i++)
    gtk_grid_attach (GTK_GRID (grid), new_choice (self, _ (colours[i].name), colours[i].value), (int) i % COLUMNS,
                     (int) i / COLUMNS, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_choice (self, _ ("No colour"), NULL), 0, (int) (n / COLUMNS), 1, 1);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (button, popover);
}

static void
gs_tag_colour_dispose (GObject *object)
{
  GsTagColour *self = GS_TAG_COLOUR (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->colour, g_free);

  G_OBJECT_CLASS (gs_tag_colour_parent_class)->dispose (object);
}

static void
gs_tag_colour_class_init (GsTagColourClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_tag_colour_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gs_tag_colour_init (GsTagColour *self)
{
  self->swatch = gs_swatch_new ();
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->swatch);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "colour-button");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * gs_tag_colour_new:
 *
 * Returns: (transfer floating): a button that shows no tag
 */
GtkWidget *
gs_tag_colour_new (void)
{
  return g_object_new (GS_TYPE_TAG_COLOUR, NULL);
}

/* What it is called says what it shows. */
static void
name_button (GsTagColour *self)
{
  const char *name = self->colour == NULL ? _ ("No colour") : gs_palette_name (self->colour);
  /* Translators: a tag, and the name of its colour. */
  g_autofree char *label = gs_compose (_ ("Colour of %s: %s"), self->path, name);

  gs_tooltip_set (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * gs_tag_colour_show:
 * @self: a button
 * @workspace: (nullable): the tag's
 * @tag: (nullable): what it shows and changes; copied
 */
void
gs_tag_colour_show (GsTagColour *self, GsWorkspace *workspace, const GsTagListing *tag)
{
  gboolean can = workspace != NULL && tag != NULL && !gs_workspace_is_read_only (workspace);

  g_return_if_fail (GS_IS_TAG_COLOUR (self));

  g_set_object (&self->workspace, workspace);
  g_free (self->uuid);
  g_free (self->path);
  g_free (self->colour);
  self->uuid = tag != NULL ? g_strdup (tag->uuid) : NULL;
  self->path = tag != NULL ? g_strdup (tag->path) : NULL;
  self->colour = tag != NULL ? g_strdup (tag->colour) : NULL;

  gs_swatch_set (self->swatch, self->colour);
  gtk_widget_set_sensitive (self->button, can);
  if (tag != NULL)
    name_button (self);
}
