import { reasons } from '@asaichi/wording/ja/reasons.ts'

export const texts = {
  ...reasons,
  'other-short': 'その他',
  'other-past': '申込みの条件に合いませんでした。',
}
