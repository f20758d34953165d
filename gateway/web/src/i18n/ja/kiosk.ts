export const texts = {
  'area-name': '館内の画面',
}
