export const texts = {
  title: '点と利用停止',
  'cause-late-cancel': '利用日の近くでの取消し',
  'cause-no-show': '利用がなかった（来なかった）',
  'cancel-gives': '今この予約を取り消すと、{points}点がつきます。',
  'cancel-means': '{days}日のうちに{number}点になると、{ban}日のあいだ新しい申込みができません。',
  gave: 'この予約で{points}点がつきました（{cause}）。',
  waived: 'この点は市が免除しました。理由：{reason}',
  standing:
    '今の点：{counted}点（{days}日のうちに{number}点になると、{ban}日のあいだ新しい申込みができません）',
  'banned-title': '新しい申込みはできません',
  'banned-text':
    '点が決まった数になったため、{until}まで、部屋の申込みと抽選の申込みはできません。すでにある予約はそのまま使えます。',
  see: '点を見る',
  list: 'これまでの点',
  none: '点はありません。',
  count: '{points}点',
  'see-booking': '予約を見る',
  ask: 'やむをえない事情があったときは、市の窓口へご連絡ください。',
}
