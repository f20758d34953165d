export const texts = {
  'area-name': 'マイページ',
}
