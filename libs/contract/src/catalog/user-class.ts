import { z } from 'zod'
import { ClassId } from '../ids.ts'
import { nameTranslations } from '../translations.ts'
import { FeePercent } from './fees.ts'

/** 利用者区分: what a city calls a kind of person or group, such as who lives elsewhere. */
export const UserClass = z.object({
  classId: ClassId,
  name: z.string().min(1).max(40),
  firstComeDelayDays: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe('G11: first come opens so many days later; left out = with the first'),
  feePercent: FeePercent.optional().describe('G10: of a listing’s fee; left out = 100'),
  entersLottery: z.boolean().optional().describe('G11; left out = yes'),
  translations: nameTranslations,
})
export type UserClass = z.infer<typeof UserClass>

/** A city's list, the first of which is everybody's until staff say another. */
export const UserClasses = z
  .array(UserClass)
  .min(1)
  .max(12)
  .refine(
    classes => new Set(classes.map(({ classId }) => classId)).size === classes.length,
    'each class has an id of its own',
  )
