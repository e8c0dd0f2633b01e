#!/bin/sh
# make.sh: a workspace with articles that run from right to left, and both ways.
#
# Usage: make.sh GAINSAYCTL WORKSPACE
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Persian, Arabic, Hebrew, and English that quotes all three: texts of our own
# on the affair of the sample dossier, with answers that oppose each other.
set -eu

folder=$(cd "$(dirname "$0")" && pwd)
ctl=$1
workspace=$2

"$ctl" new "$workspace" --title "Both directions" >/dev/null
"$ctl" import "$workspace" "$folder/fa.txt" "$folder/ar.txt" "$folder/he.txt" "$folder/mixed.txt" >/dev/null

# Usage: article LANGUAGE-OF-FILE
article () {
  "$ctl" --json articles "$workspace" | python3 -c '
import json, sys
print(next(a["uuid"] for a in json.load(sys.stdin) if a["path"].endswith("/" + sys.argv[1] + ".txt")))' "$1"
}

fa=$(article fa) ar=$(article ar) he=$(article he) mixed=$(article mixed)
many='How many jammers did Kaldoria receive?'
first='When did the first jammers arrive?'

"$ctl" claim "$workspace" "$fa" --quote 'ما دوازده دستگاه خریدیم' --summary 'کالدوریا دوازده دستگاه خریده است' \
  --question "$many" --value 12 --quantity '12 دستگاه' --source 'وزیر دفاع کالدوریا' --tag 'amount/count' >/dev/null
"$ctl" claim "$workspace" "$fa" --quote 'پیش از تحریم، در ماه ژانویه، به دست ما رسید' --summary 'در ژانویه رسیدند' \
  --question "$first" --time onset:2025-01 --source 'وزیر دفاع کالدوریا' --tag date >/dev/null
"$ctl" claim "$workspace" "$fa" --quote 'هیچ دستگاهی از استمارک به کالدوریا نرسیده است' --summary 'هیچ دستگاهی نرسیده است' \
  --question "$many" --stance denies --source 'وزیر دفاع کالدوریا' --tag denial >/dev/null
"$ctl" claim "$workspace" "$ar" --quote 'لم نسلّم أي جهاز بعد بدء الحظر' --summary 'لم تُسلَّم أجهزة بعد بدء الحظر' \
  --question "$first" --stance denies --source 'Valdane Signal' --tag denial >/dev/null
"$ctl" claim "$workspace" "$ar" --quote 'أول شحنة وصلت في نيسان/أبريل على متن السفينة Calder Rose' \
  --summary 'وصلت أول شحنة في نيسان على متن Calder Rose' --question "$first" --time onset:2025-04 \
  --source 'بعثة المراقبة' --tag date >/dev/null
"$ctl" claim "$workspace" "$ar" --quote 'أربعين جهازًا على الأقل' --summary 'أربعون جهازًا على الأقل' --question "$many" \
  --quantity '>=40 جهاز' --source 'رابطة الساحل' --tag 'amount/count' >/dev/null
"$ctl" claim "$workspace" "$he" --quote 'המשלוח הראשון של משבשי Sirocco-3 הגיע לנמל פרבנה ב-27 באפריל' \
  --summary 'המשלוח הראשון הגיע ב-27 באפריל' --question "$first" --time onset:2025-04-27 --source 'ליגת החוף' \
  --tag date >/dev/null
"$ctl" claim "$workspace" "$he" --quote 'כעת היא סופרת 52' --summary '52 מכשירים' --question "$many" --value 52 \
  --quantity '52 מכשירים' --source 'ליגת החוף' --tag 'amount/count' >/dev/null
"$ctl" claim "$workspace" "$mixed" --quote 'ما دوازده دستگاه خریدیم' --summary 'Kaldoria bought twelve devices' \
  --question "$many" --value 12 --quantity '12 devices' --source 'Our monitoring desk' \
  --source 'وزیر دفاع کالدوریا' --tag 'amount/count' >/dev/null
