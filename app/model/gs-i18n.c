/* gs-i18n.c: in which language app speaks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogues are those of po/, compiled into the program: a report can be
 * in Dutch where only English was installed.
 */

#include "config.h"

#include "gs-i18n.h"

#include <gio/gio.h>
#include <string.h>

#include "gs-catalogues.h"

/* What a catalogue begins with; msgfmt writes them little-endian. */
#define MAGIC 0x950412de
#define CONTEXT_END '\004'

const char *const gs_i18n_languages[] = { "en", "de", "nl", NULL };

/* The code of a language out of the list above, so that it can be compared by address; NULL: that of the process. */
static GPrivate current;

static guint32
read_number (const guint8 *data, gsize length, gsize offset)
{
  guint32 number = 0;

  if (offset + sizeof number <= length)
    memcpy (&number, data + offset, sizeof number);

  return GUINT32_FROM_LE (number);
}

/* A table of lengths and offsets; texts end in NUL. */
static const char *
read_text (const guint8 *data, gsize length, gsize table, guint32 i)
{
  gsize text_length = read_number (data, length, table + 8 * (gsize) i);
  gsize offset = read_number (data, length, table + 8 * (gsize) i + 4);

  return offset + text_length < length ? (const char *) data + offset : "";
}

/* The translation, of a plural all forms one after the other; NULL. */
static const char *
look_up (const guint8 *data, gsize length, const char *key)
{
  guint32 low = 0, high = read_number (data, length, 8);
  gsize originals = read_number (data, length, 12);
  gsize translations = read_number (data, length, 16);

  if (read_number (data, length, 0) != MAGIC)
    return NULL;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (key, read_text (data, length, originals, middle));

      if (order == 0)
        return read_text (data, length, translations, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

static const char *
translate (const char *language, const char *key)
{
  g_autofree char *path = g_strdup_printf ("/org/gainsay/Gainsay/catalogues/%s.mo", language);
  /* Not compressed, so these bytes live as long as the program. */
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (gs_catalogues_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const guint8 *data;
  const char *text;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  text = look_up (data, length, key);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * gs_i18n_find:
 * @tag: (nullable): a BCP 47 tag or the name of a locale; only its first part counts
 *
 * Returns: (transfer none) (nullable): the code of that language, if reports can be
 *   written in it
 */
const char *
gs_i18n_find (const char *tag)
{
  gsize length = tag != NULL ? strcspn (tag, "-_.@") : 0;

  for (guint i = 0; gs_i18n_languages[i] != NULL; i++)
    {
      if (length == strlen (gs_i18n_languages[i]) && g_ascii_strncasecmp (tag, gs_i18n_languages[i], length) == 0)
        return gs_i18n_languages[i];
    }

  return NULL;
}

/**
 * gs_i18n_default:
 *
 * Returns: (transfer none): the code of the first language of the user's that reports
 *   can be written in, else "en"
 */
const char *
gs_i18n_default (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *language = gs_i18n_find (names[i]);

      if (language != NULL)
        return language;
    }

  return gs_i18n_languages[0];
}

/**
 * gs_i18n_enter:
 * @language: (nullable): a tag; %NULL or one that is not known: that of the process
 *
 * What app says on this thread is in @language, until gs_i18n_leave().
 *
 * Returns: (transfer none) (nullable): what gs_i18n_leave() is to be called with
 */
const char *
gs_i18n_enter (const char *language)
{
  const char *before = g_private_get (&current);

  g_private_set (&current, (gpointer) gs_i18n_find (language));

  return before;
}

/**
 * gs_i18n_leave:
 * @before: (nullable): what gs_i18n_enter() returned
 */
void
gs_i18n_leave (const char *before)
{
  g_private_set (&current, (gpointer) before);
}

/**
 * gs_i18n_gettext:
 * @message: the English sentence
 *
 * Returns: (transfer none): it in the language of the thread, which lives as long as the program
 */
const char *
gs_i18n_gettext (const char *message)
{
  const char *language = g_private_get (&current);
  const char *text;

  if (language == NULL)
    return g_dgettext (GETTEXT_PACKAGE, message);

  text = translate (language, message);

  return text != NULL ? text : message;
}

/**
 * gs_i18n_pgettext:
 * @context: what tells this message from others of the same words
 * @message: the English words
 *
 * Returns: (transfer none): them in the language of the thread, which live as long as the program
 */
const char *
gs_i18n_pgettext (const char *context, const char *message)
{
  const char *language = g_private_get (&current);
  g_autofree char *key = NULL;
  const char *text;

  if (language == NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, message);

  key = g_strdup_printf ("%s%c%s", context, CONTEXT_END, message);
  text = translate (language, key);

  return text != NULL ? text : message;
}

/**
 * gs_i18n_ngettext:
 * @singular: for one
 * @plural: for any other number
 * @n: how many
 *
 * The catalogues are of languages that have a form for one and a form for others, as
 * English has; test-i18n.c sees to it.
 *
 * Returns: (transfer none): one of the two in the language of the thread, which lives as
 *   long as the program
 */
const char *
gs_i18n_ngettext (const char *singular, const char *plural, gulong n)
{
  const char *language = g_private_get (&current);
  const char *text;

  if (language == NULL)
    return g_dngettext (GETTEXT_PACKAGE, singular, plural, n);

  /* Both stand in the key, but a comparison ends at the first NUL. */
  text = translate (language, singular);
  if (text == NULL)
    return n == 1 ? singular : plural;

  return n == 1 ? text : text + strlen (text) + 1;
}
