export const texts = {
  'area-name': '職員の画面',
}
