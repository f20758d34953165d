import { reasons } from '@asaichi/wording/en/reasons.ts'

export const texts = {
  ...reasons,
  'other-short': 'Other',
  'other-past': 'It did not fit the rules for applications.',
}
