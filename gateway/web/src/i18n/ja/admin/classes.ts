export const texts = {
  'set-s-classes': '利用者区分',
  'set-s-classes-lead':
    '市民と市外の人のように、人と団体を分けて扱うときに書きます。職員が利用申請の承認のときと、本人の画面で選びます。書かなければ、全員が同じ扱いです。',
  'set-classes': '区分',
  'set-classes-hint':
    'いちばん上が、職員が選ぶまでの全員の区分です。12までです。消した区分の人も、いちばん上になります。',
  'set-class': '区分 {number}',
  'set-class-add': '区分を足す',
  'set-class-name': '区分の名前',
  'set-class-name-hint': '例：市内、市外、企業',
  'set-class-delay': '先着順の始まりを何日おくらせるか',
  'set-class-delay-hint': '空のままなら、いちばん早い人と同じです。',
  'set-class-delay-means':
    '先着順は、早い人の{count}日あとの同じ時刻から申し込めます。おそくても、受付の最後の日には申し込めます。',
  'set-class-lottery': '抽選',
  'set-class-lottery-yes': '申し込める',
  'set-class-lottery-no': '申し込めない（先着順だけ）',
  'set-class-fee': '使用料（％）',
  'set-class-fee-hint': '部屋の使用料に掛けます。空のままなら100です。付帯設備には掛けません。',
  'set-fee-means': '30分200円の部屋は、30分{yen}円になります（1円未満は切り捨て）。',
  'set-s-fees': '休みの日の使用料',
  'set-s-fees-lead':
    'どの部屋にも同じに掛けます。利用者区分の割合とは掛け合わせます。前からの予約の使用料は変わりません。',
  'set-rest-fee': '土日・祝日の使用料',
  'set-rest-fee-off': '平日と同じ',
  'set-rest-fee-on': '平日と変える',
  'set-rest-days': 'どの日',
  'set-rest-days-sat': '土曜、日曜、祝日',
  'set-rest-days-sun': '日曜、祝日',
  'set-rest-percent': '平日の何％か',
}
