/** Sentences that only who works for a city is told: residents’ pages do not load them. */
export const staffProblems = {
  'months-not-valid': '終わりの月は始まりの月以降にし、12か月までにしてください。',
  'id-taken': 'その名前（ID）はすでに使われています：{id}',
  'version-changed':
    'ほかの方が先に変えたため、保存していません。今の内容（第{version}版）を開き、確かめてからもう一度保存してください。',
  'version-missing':
    'どの版から直したかが示されていません。If-Match（読んだときの ETag）か、新しくつくるときは If-None-Match: * を付けてください。',
  'unknown-part': '部屋「{spaceId}」の一部として書かれた部屋がありません。',
  'part-of-itself': '部屋「{spaceId}」が自分自身の一部になっています。',
  'door-to-unknown-space': '扉「{lockId}」が開ける部屋「{spaceId}」がありません。',
  'option-for-unknown-space': '付帯設備「{optionId}」を使う部屋「{spaceId}」がありません。',
  'app-needed': '先に認証アプリを登録してください。登録するまで、ほかの操作はできません。',
  'step-up-needed': '大切な操作のため、もう一度ご本人かどうかを確かめます。番号を入れてください。',
  'own-factor': 'ご自身の認証アプリの登録は、ここでは消せません。ほかの管理者に頼んでください。',
  'no-factor': 'この方は認証アプリを登録していません。',
  'enrolment-not-begun': '認証アプリの登録が始まっていません。もう一度、二次元コードを読み取ってください。',
  'enrolment-code-wrong':
    '番号が違います。アプリに今出ている6桁を入れてください。違い続けるときは、スマートフォンの時計を確かめてください。',
  'in-team-already': 'この方はすでに職員か管理者です。役割は一覧から変えられます。',
  'last-admin': '管理者が1人もいなくなるため、できません。先にほかの方を管理者にしてください。',
  'nothing-to-send': 'このメールはもう送られたか、送る必要がなくなっています。',
  'nothing-to-hold': 'この条件に合う日と部屋がありません。期間・曜日・部屋を確かめてください。',
  'too-many-spans':
    '一度に押さえられるのは、部屋と日を合わせて{maxSpans}までです。期間か部屋を分けてください。',
  'bookings-in-the-way':
    'まだ確かめていない予約が{count}件あります。もう一度、重なる予約を確かめてください。',
  'own-booking': 'ご自身や、ご自身が入っている団体の予約です。ほかの職員が行ってください。',
  'points-not-offered': 'この市では「来なかった」の点をつけていません。',
  'mark-taken-back': 'この予約の「来なかった」は取り消されています。もう一度つけることはできません。',
  'bill-changed':
    'ほかの入金や返金が先に記録されました（入金の合計は{paid}円）。確かめてから、やり直してください。',
  'more-than-due': '返金できるのは{toRefund}円までです。',
  'person-not-approved': '申込者の利用申請が承認されていないため、承認できません。',
  'day-cap-reached': '1日に押さえられるのは{maxSlots}件までです。',
  'draw-decided': '結果が決まった抽選は取りやめられません。職員2人で「やり直し」を求めてください。',
  'draw-not-decided': 'まだ結果が決まっていないため、やり直しはできません。取りやめることはできます。',
  'own-entry': 'ご自身が申し込んだ抽選です。ほかの職員が行ってください。',
  'not-confirmed-yet': '当選した方がまだ利用を確定していません（期限は{confirmBy}）。',
  'paid-already': 'もう{paid}円が入金されています。減額は入金の前だけにできます。',
  'nothing-to-reduce': 'この予約には使用料がありません。',
  'unknown-class': '市の設定にない利用者区分です。市の設定の「利用者区分」を確かめてください。',
  'contact-needed': '承認の前に、本人に電話かSMSで連絡した記録が必要です。',
  'nothing-to-tell': 'この知らせはもう伝えたか、伝える必要がなくなっています。',
  'known-already': '同じ名前と生年月日の人が、もう登録されています。同じ人かどうかを確かめてください。',
  'changed-meanwhile': 'ほかの人が先に番号を変えました。新しい様子を見てから、もう一度お選びください。',
  'keypad-too-short': '「{doorName}」の鍵は8桁の番号を受け付けません。非常用の番号は8桁以上が必要です。',
  'no-mail': 'この人にはメールがありません。電話か窓口で伝えてください。',
} as const satisfies Readonly<Record<string, string>>
