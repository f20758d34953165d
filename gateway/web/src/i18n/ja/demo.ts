export const texts = {
  'area-name': 'デモ',
}
