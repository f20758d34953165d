export const texts = {
  number: '第{number}号',
  printed: '{day} 印刷',
  address: '所在地',
  purpose: '使用目的',
  fee: '使用料',
  conditions: '使用の条件：市の利用規約と施設の決まりを守り、終わりの時刻までに片付けを済ませてください。',
  title: '使用許可書',
  text: '下のとおり、施設の使用を許可します。使用のときにお持ちください。',
  person: '使用者',
}
