/* gs-locale-speech.c: words about who said what, in all three languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-lexicon.h"

const GsLexRow gs_locale_en_speech[] = {
  { GS_LEX_SAYS, 0,
    "said|says|say|has said|have said|had said|told|tells|stated|states|added|adds|explained|explains|noted|notes|"
    "wrote|writes|tweeted|stressed|emphasized|emphasised|replied|responded|remarked|assured|indicated|indicates|"
    "has stated|have stated|declared|declares|saying|stating",
    "says" },
  { GS_LEX_SAYS, 0, "reported|reports|has reported|have reported|revealed|reveals|disclosed", "reports" },
  { GS_LEX_SAYS, 0,
    "claimed|claims|has claimed|alleged|alleges|has alleged|have alleged|argued|argues|insisted|insists|asserted|"
    "asserts|maintains|maintain|maintained|suggested|suggests|contends|contended",
    "claims" },
  { GS_LEX_SAYS, 0, "confirmed|confirms|has confirmed|have confirmed", "confirms" },
  { GS_LEX_SAYS, 1, "denied|denies|deny|has denied|have denied|denying|rejected|rejects|refuted|refutes|dismissed",
    "denies" },
  { GS_LEX_SAYS, 0, "announced|announces|has announced", "announces" },
  { GS_LEX_SAYS, 0, "warned|warns|has warned|have warned|warning", "warns" },
  { GS_LEX_SAYS, 0, "admitted|admits|acknowledged|acknowledges|conceded|concedes", "admits" },
  { GS_LEX_SAYS, 0, "accused|accuses|has accused|have accused|blamed|blames|blame|blaming", "accuses" },
  { GS_LEX_SAYS, 0,
    "estimated|estimates|has estimated|have estimated|believes|believe|believed|thinks|expects|fears|assesses|assessed",
    "believes" },
  { GS_LEX_ACCORDING, 0,
    "according to|as reported by|as stated by|in the words of|told by|quoted by|cited by|citing|quoting", NULL },
  { GS_LEX_LINK, 0, "of|of the|for|for the|at the|from a|'s|and the|-", NULL },
  { GS_LEX_DETERMINER, 0,
    "the|a|an|its|his|her|their|our|this|these|several|some|two|three|four|many|other|both|senior", NULL },
  { GS_LEX_PERSON, 0, "he|she|they|we|i", NULL },
  { GS_LEX_CLAUSE, 0,
    "that|which|who|whom|when|while|if|as|and|or|but|because|although|in|on|at|by|from|with|to|into|about|after|before|"
    "since|until|during|under|over|not|also|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|"
    "shall|should|must|do|does|did|it|there|then|so|now|today|yesterday|earlier|later|there|what|how|where|why|never|"
    "already|only|just|it",
    NULL },
  { GS_LEX_HELPER, 0,
    "has|have|had|been|is|are|was|were|also|still|again|constantly|repeatedly|always|and|now|then|later|earlier|"
    "recently",
    NULL },
  { 0 },
};

const GsLexRow gs_locale_nl_speech[] = {
  { GS_LEX_SAYS, 0,
    "zei|zegt|zeggen|zeiden|gezegd|verklaarde|verklaart|verklaren|verklaarden|verklaard|vertelt|vertelde|vertellen|"
    "aldus|schrijft|schreef|schrijven|benadrukt|benadrukte|antwoordt|antwoordde|noemt|noemde|noemen|liet weten|laat "
    "weten|lieten weten|laten weten|voegt toe|legt uit|legde uit|legt hij uit|legt zij uit|herhaalde|herhaalt",
    "says" },
  { GS_LEX_SAYS, 0,
    "meldt|meldde|melden|meldden|gemeld|bericht|berichtte|berichten|berichtten|concludeert|concludeerde|concluderen",
    "reports" },
  { GS_LEX_SAYS, 0, "stelt|stelde|stellen|stelden|gesteld|beweert|beweerde|beweren|beweerden|beweerd", "claims" },
  { GS_LEX_SAYS, 0, "bevestigt|bevestigde|bevestigen|bevestigden|bevestigd", "confirms" },
  { GS_LEX_SAYS, 1,
    "ontkent|ontkende|ontkennen|ontkenden|ontkend|verwerpt|verwierp|weerlegt|weerlegde|spreekt tegen|sprak tegen",
    "denies" },
  { GS_LEX_SAYS, 0, "kondigt aan|kondigde aan|aangekondigd", "announces" },
  { GS_LEX_SAYS, 0, "waarschuwt|waarschuwde|waarschuwen|waarschuwden|gewaarschuwd", "warns" },
  { GS_LEX_SAYS, 0, "erkent|erkende|erkennen|erkenden|toegegeven|geeft toe|gaf toe", "admits" },
  { GS_LEX_SAYS, 0, "beschuldigt|beschuldigde|beschuldigen|beschuldigd", "accuses" },
  { GS_LEX_SAYS, 0, "gelooft|geloven|geloofde|geloofden|denkt|denken|vreest|vrezen|verwacht|verwachten|schat|schatten",
    "believes" },
  { GS_LEX_ACCORDING, 0, "volgens|aldus|in de woorden van|naar eigen zeggen van", NULL },
  { GS_LEX_LINK, 0, "van|van de|van het|voor|der|des|uit|bij|bij de|en|en de|en het|-|van der|van den|ten", NULL },
  { GS_LEX_DETERMINER, 0, "de|het|een|zijn|haar|hun|deze|enkele|meerdere|verschillende|twee|drie|vier|andere|beide",
    NULL },
  { GS_LEX_PERSON, 0, "hij|zij|ze|ik|wij|we", NULL },
  { GS_LEX_CLAUSE, 0,
    "dat|die|wie|wanneer|terwijl|als|en|of|maar|omdat|hoewel|in|op|te|door|met|naar|over|na|voor|sinds|tot|tijdens|"
    "onder|niet|ook|is|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|zal|zullen|zou|zouden|kan|kunnen|kon|"
    "konden|mag|mogen|moet|moeten|moest|moesten|doet|deed|gaat|gaan|ging|komt|komen|kwam|maakt|maken|gebruikt|"
    "gebruikten|er|het|toen|zo|nu|vandaag|gisteren|eerder|later|wat|hoe|waar|waarom|nooit|al|alleen|nog|aan|om|tegen|"
    "zijn|blijft|blijven|krijgt|krijgen|kreeg|toch|daarom|dus|verder|daarmee|daarnaast|staat|staan|zit|zitten|ligt",
    NULL },
  { GS_LEX_HELPER, 0,
    "heeft|hebben|had|hadden|is|zijn|werd|werden|ook|nog|altijd|steeds|al|herhaaldelijk|opnieuw|eerder|niet|nooit",
    NULL },
  { 0 },
};

const GsLexRow gs_locale_de_speech[] = {
  { GS_LEX_SAYS, 0,
    "sagte|sagt|sagen|sagten|gesagt|erklärte|erklärt|erklären|erklärten|teilte|teilt|teilten|betonte|betont|betonten|"
    "schrieb|schreibt|schrieben|fügte|fügt|antwortete|antwortet|so|hieß es|gab an|gaben an|gibt an|geben an|"
    "verkündete|verkündet|verkündeten",
    "says" },
  { GS_LEX_SAYS, 0, "meldete|meldet|melden|meldeten|gemeldet|berichtete|berichtet|berichten|berichteten", "reports" },
  { GS_LEX_SAYS, 0, "behauptete|behauptet|behaupten|behaupteten", "claims" },
  { GS_LEX_SAYS, 0, "bestätigte|bestätigt|bestätigen|bestätigten", "confirms" },
  { GS_LEX_SAYS, 1,
    "bestritt|bestreitet|bestreiten|bestritten|dementierte|dementiert|dementierten|dementieren|leugnete|leugnet|"
    "leugnen|wies zurück|weist zurück",
    "denies" },
  { GS_LEX_SAYS, 0, "kündigte|kündigt|kündigten", "announces" },
  { GS_LEX_SAYS, 0, "warnte|warnt|warnten|warnen", "warns" },
  { GS_LEX_SAYS, 0, "räumte|räumt|räumten", "admits" },
  { GS_LEX_SAYS, 0, "beschuldigte|beschuldigt|beschuldigten|beschuldigen", "accuses" },
  { GS_LEX_SAYS, 0, "glaubt|glauben|glaubte|glaubten|erwartet|erwarten|befürchtet|befürchten|schätzt|schätzen",
    "believes" },
  { GS_LEX_ACCORDING, 0,
    "laut|gemäß|nach angaben von|nach angaben der|nach angaben des|nach aussage von|nach aussagen von|unter berufung "
    "auf|nach einschätzung von|nach ansicht von|nach meinung von|den worten von",
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
    "unter|nicht|auch|ist|sind|war|waren|wird|werden|wurde|wurden|sei|seien|hat|haben|hatte|hatten|habe|hätte|hätten|"
    "wäre|wären|will|wollen|wolle|kann|können|konnte|könnte|soll|sollen|solle|sollte|muss|müssen|es|dann|nun|jetzt|"
    "heute|gestern|früher|später|was|wie|wo|warum|nie|bereits|nur|noch|um|gegen|zum|zur|bei|sich|da|dabei|dort|gibt|"
    "gab|gehe|geht|geben|jedoch|doch|zudem|daher|damit|dazu|berichten",
    NULL },
  { GS_LEX_HELPER, 0,
    "hat|haben|hatte|hatten|ist|sind|wurde|wurden|auch|noch|immer|stets|erneut|wiederholt|mehrfach|bereits|nicht|nie",
    NULL },
  { 0 },
};
