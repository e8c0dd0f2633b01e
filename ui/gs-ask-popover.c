/* gs-ask-popover.c: asks for one line of text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-ask-popover.h"

struct _GsAskPopover
{
  GtkPopover parent_instance;

  GtkLabel *question;
  GtkEntry *entry;
  GtkButton *button;
  gboolean required;
};

enum
{
  PROP_0,
  PROP_QUESTION,
  PROP_PLACEHOLDER,
  PROP_BUTTON,
  PROP_REQUIRED,
  N_PROPS
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsAskPopover, gs_ask_popover, GTK_TYPE_POPOVER)

static void
answer_cb (GsAskPopover *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (self->required && *text == '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANSWERED], 0, text);
}

static void
changed_cb (GsAskPopover *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
gs_ask_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GsAskPopover *self = GS_ASK_POPOVER (object);

  switch (prop_id)
    {
    case PROP_QUESTION:
      gtk_label_set_text_with_mnemonic (self->question, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_BUTTON:
      gtk_button_set_label (self->button, g_value_get_string (value));
      /* Its text names it; GTK 4.8 would add the label with its underscore. */
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL);
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_ask_popover_class_init (GsAskPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gs_ask_popover_set_property;

  properties[PROP_QUESTION] =
    g_param_spec_string ("question", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUTTON] = g_param_spec_string ("button", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REQUIRED] =
    g_param_spec_boolean ("required", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-ask-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GsAskPopover, question);
  gtk_widget_class_bind_template_child (widget_class, GsAskPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, GsAskPopover, button);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
gs_ask_popover_init (GsAskPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gs_ask_popover_ask:
 * @self: a #GsAskPopover
 * @about: what it points at, below the popover's parent
 * @text: (nullable): what stands in it at first
 *
 * Opens it, with the focus in its entry.
 */
void
gs_ask_popover_ask (GsAskPopover *self, GtkWidget *about, const char *text)
{
  graphene_rect_t bounds;

  g_return_if_fail (GS_IS_ASK_POPOVER (self));
  g_return_if_fail (GTK_IS_WIDGET (about));

  if (gtk_widget_compute_bounds (about, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                  (int) bounds.size.height });

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  changed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
