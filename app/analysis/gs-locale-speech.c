/* gs-locale-speech.c: words about who said what, in all three languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-lexicon.h"

const GsLexRow gs_locale_en_speech[] = {
  { GS_LEX_SAYS, 0,
    "said|says|has said|have said|had said|told|tells|stated|states|claimed|claims|has claimed|announced|announces|has "
    "announced|"
    "reported|reports|has reported|have reported|confirmed|confirms|has confirmed|denied|denies|has denied|have "
    "denied|added|adds|"
    "explained|explains|argued|argues|insisted|insists|warned|warns|has "
    "warned|admitted|admits|acknowledged|acknowledges|alleged|"
    "alleges|accused|accuses|has accused|declared|declares|noted|notes|wrote|writes|tweeted|revealed|reveals|disclosed|"
    "asserted|asserts|suggested|suggests|emphasized|stressed|estimated|estimates|replied|responded|remarked|assured",
    NULL },
  { GS_LEX_ACCORDING, 0,
    "according to|as reported by|as stated by|in the words of|told by|quoted by|cited by|citing|quoting", NULL },
  { GS_LEX_LINK, 0, "of|of the|for|for the|at the|'s|and the|-", NULL },
  { GS_LEX_DETERMINER, 0,
    "the|a|an|its|his|her|their|our|this|these|several|some|two|three|four|many|other|both|senior", NULL },
  { GS_LEX_PERSON, 0, "he|she|they|we|i", NULL },
  { GS_LEX_CLAUSE, 0,
    "that|which|who|whom|when|while|if|as|and|or|but|because|although|in|on|at|by|from|with|to|into|about|after|before|"
    "since|until|"
    "during|under|over|not|also|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|shall|should|"
    "must|do|does|"
    "did|it|there|then|so|now|today|yesterday|earlier|later|there|what|how|where|why|never|already|only|just|it",
    NULL },
  { 0 },
};

const GsLexRow gs_locale_nl_speech[] = {
  { GS_LEX_SAYS, 0,
    "zei|zegt|zeggen|zeiden|meldt|meldde|melden|meldden|verklaarde|verklaart|verklaarden|stelt|stelde|stellen|stelden|"
    "beweert|beweerde|"
    "beweren|beweerden|bevestigt|bevestigde|bevestigen|ontkent|ontkende|ontkennen|ontkenden|vertelt|vertelde|vertellen|"
    "aldus|"
    "schrijft|schreef|schrijven|waarschuwt|waarschuwde|waarschuwen|benadrukt|benadrukte|erkent|erkende|erkennen|"
    "antwoordt|antwoordde|"
    "concludeert|concludeerde|concluderen|bericht|berichtte|berichten|berichtten|noemt|noemde|liet weten|laat "
    "weten|lieten weten|"
    "laten weten|kondigt aan|kondigde aan|beschuldigt|beschuldigde|beschuldigen|voegt toe|legt uit",
    NULL },
  { GS_LEX_ACCORDING, 0, "volgens|aldus|in de woorden van|naar eigen zeggen van", NULL },
  { GS_LEX_LINK, 0, "van|van de|van het|voor|der|des|uit|bij|en de|en het|-|van der|van den|ten", NULL },
  { GS_LEX_DETERMINER, 0, "de|het|een|zijn|haar|hun|deze|enkele|meerdere|verschillende|twee|drie|vier|andere|beide",
    NULL },
  { GS_LEX_PERSON, 0, "hij|zij|ze|ik|wij|we", NULL },
  { GS_LEX_CLAUSE, 0,
    "dat|die|wie|wanneer|terwijl|als|en|of|maar|omdat|hoewel|in|op|te|door|met|naar|over|na|voor|sinds|tot|tijdens|"
    "onder|niet|ook|is|"
    "was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|zal|zullen|zou|zouden|kan|kunnen|kon|konden|mag|mogen|"
    "moet|moeten|"
    "moest|moesten|doet|deed|gaat|gaan|ging|komt|komen|kwam|maakt|maken|gebruikt|gebruikten|er|het|toen|zo|nu|vandaag|"
    "gisteren|eerder|"
    "later|wat|hoe|waar|waarom|nooit|al|alleen|nog|aan|om|tegen|zijn|blijft|blijven|krijgt|krijgen|kreeg|toch|daarom|"
    "dus|verder|daarmee|daarnaast|staat|staan|zit|zitten|ligt",
    NULL },
  { 0 },
};

const GsLexRow gs_locale_de_speech[] = {
  { GS_LEX_SAYS, 0,
    "sagte|sagt|sagen|sagten|erklärte|erklärt|erklären|erklärten|meldete|meldet|melden|meldeten|berichtete|berichtet|"
    "berichten|"
    "berichteten|teilte|teilt|teilten|behauptete|behauptet|behaupten|behaupteten|bestätigte|bestätigt|bestätigen|"
    "bestätigten|"
    "bestritt|bestreitet|bestreiten|bestritten|dementierte|dementiert|dementierten|betonte|betont|betonten|schrieb|"
    "schreibt|schrieben|"
    "warnte|warnt|warnten|kündigte|kündigt|kündigten|räumte|räumt|fügte|fügt|antwortete|antwortet|beschuldigte|"
    "beschuldigt|"
    "beschuldigten|so|hieß es|gab an|gaben an|gibt an|geben an",
    NULL },
  { GS_LEX_ACCORDING, 0,
    "laut|gemäß|nach angaben von|nach angaben der|nach angaben des|nach aussage von|nach aussagen von|unter berufung "
    "auf|nach einschätzung von|den worten von",
    NULL },
  { GS_LEX_ACCORDING, 1, "zufolge", NULL },
  { GS_LEX_LINK, 0, "von|vom|von der|der|des|für|für die|im|beim|und der|und die|-|zu|aus", NULL },
  { GS_LEX_DETERMINER, 0,
    "der|die|das|den|dem|des|ein|eine|einer|einem|einen|sein|seine|ihr|ihre|dieser|diese|mehrere|einige|zwei|drei|vier|"
    "andere|beide",
    NULL },
  { GS_LEX_PERSON, 0, "er|sie|ich|wir", NULL },
  { GS_LEX_CLAUSE, 0,
    "dass|welche|welcher|wer|wenn|während|als|und|oder|aber|weil|obwohl|in|am|an|auf|durch|mit|nach|über|vor|seit|bis|"
    "unter|nicht|auch|"
    "ist|sind|war|waren|wird|werden|wurde|wurden|sei|seien|hat|haben|hatte|hatten|habe|hätte|hätten|wäre|wären|will|"
    "wollen|wolle|"
    "kann|können|konnte|könnte|soll|sollen|solle|sollte|muss|müssen|es|dann|nun|jetzt|heute|gestern|früher|später|was|"
    "wie|wo|warum|nie|"
    "bereits|nur|noch|um|gegen|zum|zur|bei|sich|da|dabei|dort|gibt|gab|gehe|geht|geben|jedoch|doch|zudem|daher|damit|"
    "dazu|berichten",
    NULL },
  { 0 },
};
