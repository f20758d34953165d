export const texts = {
  'area-name': '館内の表示と鍵',
  'open-title': '鍵の開け方',
  'open-square': '□（四角）を2回押します。',
  'open-lit': '数字が光ります。',
  'open-code': '鍵の番号を押します。',
  'open-enter': 'E を押します。',
  'open-door': '鍵が開きます。ドアを開けて入ります。',
  'lock-title': '鍵の閉め方',
  'lock-outside': '外から：□（四角）を1回押します。',
  'lock-inside': '中から：つまみを回します。',
  'lock-auto': 'ドアが閉まると自動で鍵がかかる扉もあります。外へ出るときは、番号を忘れないでください。',
}
