/* gs-account-words.c: words that say how much, and words that say of what.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A missing word is one more line in a table; what is in none says nothing.
 */

#include "config.h"

#include "gs-account-words.h"

#include <string.h>

#include "gs-account.h"

static const char *const little[] = {
  "few",         "limited",      "little",     "handful",    "rare",         "rarely",     "seldom",
  "occasional",  "occasionally", "isolated",   "partial",    "partly",       "hardly",     "barely",
  "scarce",      "difficult",    "hard",       "harder",     "weinig",       "beperkt",    "beperkte",
  "handvol",     "zelden",       "sporadisch", "nauwelijks", "gedeeltelijk", "moeilijk",   "moeilijker",
  "wenig",       "wenige",       "begrenzt",   "begrenzte",  "handvoll",     "selten",     "vereinzelt",
  "vereinzelte", "teilweise",    "kaum",       "schwer",     "schwerer",     "beschrankt", "gelegentlich",
};

static const char *const much[] = {
  "many",        "much",     "large",          "hundreds",   "thousands",    "millions",     "billions",
  "every",       "all",      "always",         "widespread", "systematic",   "large-scale",  "significant",
  "massive",     "numerous", "veel",           "vele",       "honderden",    "duizenden",    "miljoenen",
  "elk",         "elke",     "alle",           "altijd",     "wijdverbreid", "grootschalig", "talrijke",
  "aanzienlijk", "viele",    "hunderte",       "tausende",   "millionen",    "jede",         "jeder",
  "jedes",       "immer",    "weitverbreitet", "zahlreiche", "erheblich",
};

/* Too common to tell one scope from another. */
static const char *const common[] = {
  "about",  "after", "amid", "and",   "any",  "been",  "before",  "during", "for",     "from",   "has",  "have",
  "her",    "his",   "its",  "not",   "only", "other", "outside", "over",   "the",     "their",  "this", "that",
  "used",   "using", "was",  "were",  "when", "with",  "within",  "will",   "aan",     "alleen", "bij",  "binnen",
  "buiten", "door",  "een",  "het",   "naar", "niet",  "ook",     "tegen",  "tijdens", "tot",    "van",  "voor",
  "zijn",   "auf",   "aus",  "bei",   "das",  "dem",   "den",     "der",    "des",     "die",    "ein",  "eine",
  "fur",    "mit",   "nach", "nicht", "nur",  "und",   "von",     "vor",    "wahrend", "zum",    "zur",
};

/* Words that turn a scope round: "before the war" is not "in the war". */
static const char *const turning[][2] = {
  { "before", "!before" }, { "prior", "!before" },    { "vor", "!before" },     { "after", "!after" },
  { "nach", "!after" },    { "outside", "!outside" }, { "buiten", "!outside" }, { "ausserhalb", "!outside" },
};

static const char *
turn (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (turning); i++)
    {
      if (strcmp (turning[i][0], word) == 0)
        return turning[i][1];
    }

  return NULL;
}

/* Folded, and without the marks above letters. */
static char *
plain (const char *text)
{
  g_autofree char *folded = gs_account_fold (text);
  GString *out;

  if (folded == NULL)
    return NULL;

  out = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      g_string_append_unichar (out, g_unichar_isalnum (c) || c == '-' ? c : ' ');
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_one_of (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (strcmp (word, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
amount_of (const char *word)
{
  if (is_one_of (word, little, G_N_ELEMENTS (little)))
    return -1;

  return is_one_of (word, much, G_N_ELEMENTS (much)) ? 1 : 0;
}

/**
 * gs_account_amount:
 * @text: (nullable): "a limited number", "much-harder", "viele"
 *
 * The words "much harder" say little: what limits, comes after what strengthens it.
 *
 * Returns: −1 when it says little, 1 when it says much, 0 when neither
 */
int
gs_account_amount (const char *text)
{
  g_autofree char *line = plain (text);
  g_auto (GStrv) words = g_strsplit (line != NULL ? line : "", " ", -1);
  int amount = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "-", -1);
      int whole = amount_of (words[i]);

      for (guint j = 0; whole == 0 && parts[j] != NULL; j++)
        amount = amount_of (parts[j]) != 0 && amount >= 0 ? amount_of (parts[j]) : amount;
      if (whole != 0 && amount >= 0)
        amount = whole;
    }

  return amount;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * gs_account_words_of:
 * @text: (nullable): a scope
 *
 * Returns: (transfer full): the words that say of what it speaks, folded, sorted, each
 *   once; first, after "!", those that turn it round
 */
char **
gs_account_words_of (const char *text)
{
  g_autofree char *line = plain (text);
  g_auto (GStrv) words = g_strsplit (line != NULL ? line : "", " ", -1);
  GPtrArray *kept = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (turn (words[i]) != NULL)
        g_ptr_array_add (kept, g_strdup (turn (words[i])));
      else if (*words[i] != '\0' && !is_one_of (words[i], common, G_N_ELEMENTS (common)) && strlen (words[i]) > 2)
        g_ptr_array_add (kept, g_strdup (words[i]));
    }
  /* Of a scope all of whose words are short or common the whole counts. */
  if (kept->len == 0 && line != NULL)
    g_ptr_array_add (kept, g_strdup (g_strstrip (line)));

  g_ptr_array_sort (kept, compare_words);
  for (guint i = 0; i < kept->len; i++)
    {
      if (n > 0 && strcmp (kept->pdata[i], kept->pdata[n - 1]) == 0)
        g_free (kept->pdata[i]);
      else
        kept->pdata[n++] = kept->pdata[i];
    }
  g_ptr_array_set_size (kept, (int) n);
  g_ptr_array_add (kept, NULL);

  return (char **) g_ptr_array_free (kept, FALSE);
}
