import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/earlier.ts'

export const texts: Translation<typeof ja> = {
  title: 'Your earlier application had been received',
  text: 'Only its answer was lost: this time has been applied for. The time you have chosen now has not been sent yet.',
  keep: 'Keep the earlier one and see it',
  cancel: 'Cancel the earlier one',
  both: 'To apply for both, press the button below.',
}
