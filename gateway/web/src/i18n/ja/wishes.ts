export const texts = {
  'lottery-not-first':
    '抽選は申込順ではありません。締め切りまでなら、いつ申し込んでも当たりやすさは同じです。',
  'lottery-closes': '申込みの締め切り',
  'lottery-entries': 'この時間と重なる申込み',
  'wishes-text': '第1希望が外れたときのために、{max}つまで希望を出せます。当たるのは1つです。',
  'wish-date': '日にち',
  'wish-add': '第{number}希望を加える',
  'wish-remove': '第{number}希望をやめる',
}
