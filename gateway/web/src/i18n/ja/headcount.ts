export const texts = {
  title: '利用した人数',
  lead: '利用した人数を入れてください。いないときは0です。{until}まで、何度でも直せます。',
  error: '{name}の人数を、0から{most}までの数字で入れてください',
  save: '人数を記録する',
  correct: '人数を直す',
  count: '{count}人',
  total: '合計',
  'by-resident': '利用者が記録しました（{at}）。',
  'by-staff': '市の職員が記録しました（{at}）。',
  'wanted-title': '利用した人数を教えてください',
  wanted: '終わった利用について、何人で使ったかを予約のページで入れてください。',
}
