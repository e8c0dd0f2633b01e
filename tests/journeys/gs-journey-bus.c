/* gs-journey-bus.c: asking the program over the accessibility bus.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Straight over D-Bus rather than by libatspi, which asks for one property of
 * one object at a time: a window has a thousand of them.
 */

#include "config.h"

#include "gs-journey-private.h"

/* Milliseconds: a program under valgrind or a sanitizer takes its time. */
#define DEADLINE 20000

#define ROOT "/org/a11y/atspi/accessible/root"

static char *
bus_address (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;
  char *address = NULL;

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                       G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, DEADLINE, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(s)", &address);

  return address;
}

void
gs_journey_connect (GsJourney *self)
{
  g_autofree char *address = bus_address ();
  g_autoptr (GError) error = NULL;

  self->bus = g_dbus_connection_new_for_address_sync (address,
                                                      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                        | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                      NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
pid_of (GsJourney *self, const char *name)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "GetConnectionUnixProcessID", g_variant_new ("(s)", name), G_VARIANT_TYPE ("(u)"),
                                 G_DBUS_CALL_FLAGS_NONE, DEADLINE, NULL, NULL);
  guint pid = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &pid);

  return pid;
}

gboolean
gs_journey_find_program (GsJourney *self)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (self->bus, "org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren",
                                 NULL, G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE, DEADLINE, NULL, NULL);
  g_autoptr (GVariantIter) children = NULL;
  const char *name;
  const char *path;

  if (reply == NULL)
    return FALSE;

  g_variant_get (reply, "(a(so))", &children);
  while (self->program == NULL && g_variant_iter_next (children, "(&s&o)", &name, &path))
    {
      if (pid_of (self, name) == self->pid)
        self->program = g_strdup (name);
    }

  return self->program != NULL;
}

GVariant *
gs_journey_call (GsJourney *self,
                 const char *path,
                 const char *interface,
                 const char *method,
                 GVariant *arguments,
                 const char *type)
{
  g_autofree char *full = g_strconcat ("org.a11y.atspi.", interface, NULL);

  return g_dbus_connection_call_sync (self->bus, self->program, path, full, method, arguments, G_VARIANT_TYPE (type),
                                      G_DBUS_CALL_FLAGS_NONE, DEADLINE, NULL, NULL);
}

typedef struct
{
  guint n_open; /* questions */
  GPtrArray *paths;
} Asking;

static void
children_told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariantIter) children = NULL;
  char *path;

  asking->n_open--;
  if (reply == NULL)
    return;

  g_variant_get (reply, "(a(so))", &children);
  while (g_variant_iter_next (children, "(so)", NULL, &path))
    g_ptr_array_add (asking->paths, path);
}

GPtrArray *
gs_journey_ask_children (GsJourney *self, const GPtrArray *paths)
{
  Asking asking = { paths->len, g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < paths->len; i++)
    g_dbus_connection_call (self->bus, self->program, paths->pdata[i], "org.a11y.atspi.Accessible", "GetChildren", NULL,
                            G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE, DEADLINE, NULL, children_told_cb,
                            &asking);
  while (asking.n_open > 0)
    g_main_context_iteration (NULL, TRUE);

  return asking.paths;
}

int
gs_journey_get_number (GsJourney *self, const char *path, const char *interface, const char *property)
{
  g_autofree char *full = g_strconcat ("org.a11y.atspi.", interface, NULL);
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (self->bus, self->program, path, "org.freedesktop.DBus.Properties", "Get",
                                 g_variant_new ("(ss)", full, property), G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE,
                                 DEADLINE, NULL, NULL);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    return -1;

  g_variant_get (reply, "(v)", &value);

  return g_variant_is_of_type (value, G_VARIANT_TYPE_INT32) ? g_variant_get_int32 (value) : -1;
}

void
gs_journey_round_trip (GsJourney *self)
{
  g_autoptr (GVariant) reply = NULL;

  XSync (self->display, False);
  reply = gs_journey_call (self, ROOT, "Accessible", "GetState", NULL, "(au)");
}
