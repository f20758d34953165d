export const texts = {
  'person-title': '点と利用停止',
  'person-none': '点はありません。',
  'person-standing': '今の点：{counted}点（{number}点で利用停止）',
  'person-banned': '点による利用停止中（{until}まで）。新しい申込みと抽選の申込みはできません。',
  waive: 'この点を免除する',
  'waive-lead':
    '免除した点は数えません。点が足りなくなれば、利用停止もすぐに終わります。理由は本人が読みます。元には戻せません。',
  reason: '免除する理由',
  'reason-hint': '本人が読む文です。例：台風で来られなかったため',
  'reason-missing': '理由を入力してください',
  'waive-do': '免除する',
  'waived-done': '点を免除しました。',
  mark: '来なかったと記録する',
  'mark-sure':
    '利用者に{points}点がつき、メールで知らせます。まちがいのときは、理由をつけて取り消せます（もう一度つけることはできません）。',
  'mark-do': '来なかったと記録する',
  marked: '来なかった（{points}点）。記録した日時：{at}',
  unmark: '「来なかった」を取り消す',
}
