export const texts = {
  'area-name': '空き状況と申込み',
}
