export const texts = {
  room: '部屋の使用料',
  'rest-day': '土日・祝日の料金（{percent}%）',
  class: '{name}の料金（{percent}%）',
  reduction: '減額（{percent}%）',
  exemption: '免除',
  options: '付帯設備',
  note: 'この日のあなたの料金は、通常の{percent}%です。',
  reduce: '使用料を減額・免除する',
  'reduce-note':
    '入金の前だけにできます。請求書が出ていれば、出し直して本人に送ります。理由は本人に見えます。',
  'reduce-percent': '何％引くか',
  'reduce-percent-hint': '100は免除、0は減額の取りやめです。',
  'reduce-percent-wrong': '0から100までの数を入力してください',
  'reduce-reason': '理由',
  'reduce-reason-wrong': '理由を入力してください',
  'reduce-do': 'この内容で変える',
  reduced: '使用料を{yen}にしました',
  'class-change-note':
    '新しい申込みから変わります。今ある予約はそのままです。変えたことは本人の記録に残ります。',
  'class-change-do': '区分を変える',
  'class-change-done': '利用者区分を変えました',
}
