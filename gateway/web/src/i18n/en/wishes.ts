import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/wishes.ts'

export const texts: Translation<typeof ja> = {
  'lottery-not-first':
    'The lottery is not first come, first served. Until the deadline, every entry has the same chance.',
  'lottery-closes': 'Deadline for entries',
  'lottery-entries': 'Entries that overlap this time',
  'wishes-text':
    'You can give up to {max} {max:one=wish,other=wishes}, in case the first one is not drawn. You win at most one.',
  'wish-date': 'Date',
  'wish-add': 'Add wish {number}',
  'wish-remove': 'Remove wish {number}',
}
