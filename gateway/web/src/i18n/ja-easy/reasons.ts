import { reasons } from '@asaichi/wording/ja-easy/reasons.ts'

export const texts = {
  ...reasons,
  'other-short': 'その{他|た}',
  'other-past': '{申|もう}し{込|こ}みの{決|き}まりに{合|あ}いませんでした。',
}
