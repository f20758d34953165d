export const texts = {
  'area-name': '登録とログイン',
}
