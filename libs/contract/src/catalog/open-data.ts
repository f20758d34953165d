import { z } from 'zod'
import { PublicLine } from '../text.ts'

/** 全国地方公共団体コード: five digits of the body and one that checks them. */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{6}$/, 'a municipality code has six digits')
  .refine(
    code => !/^\d{6}$/.test(code) || checkDigit(code.slice(0, 5)) === code[5],
    'the check digit is wrong',
  )

/** What a hall has for people who need it, by the seventeen columns of 公共施設一覧; left out = not known. */
export const Access = z.partialRecord(
  z.enum([
    'wheelchairs',
    'wheelchairLoan',
    'caneLoan',
    'accessibleToilet',
    'stepFreeWays',
    'tactilePaving',
    'brailleOrReading',
    'assistanceDogs',
    'captions',
    'writtenTalk',
    'priorityParking',
    'ostomateToilet',
    'nursingRoom',
    'diaperTable',
    'eating',
    'strollerLoan',
    'strollers',
  ]),
  z.boolean(),
)
export type Access = z.infer<typeof Access>

/** What the open data say of a hall beyond what residents need to book it. */
export const FacilityFacts = z.object({
  kana: z
    .string()
    .max(160)
    .regex(/^[ァ-ヶー・　\s0-9０-９]+$/u, 'a reading is in katakana')
    .optional(),
  /** Decimal degrees, WGS 84, within Japan. */
  latitude: z.number().min(20).max(46).optional(),
  longitude: z.number().min(122).max(154).optional(),
  /** The address in its parts, as far as they are known. */
  addressParts: z.object({ town: PublicLine, block: PublicLine, building: PublicLine.optional() }).optional(),
  /** 指定管理者: who runs the hall for the city. */
  operator: z
    .object({
      name: PublicLine,
      corporateNumber: z
        .string()
        .regex(/^[1-9]\d{12}$/, 'a corporate number has thirteen digits')
        .optional(),
    })
    .optional(),
  access: Access.optional(),
  photoLicence: PublicLine.optional(),
})

/** Modulus 11 with the weights 6 to 2 (総務省: 全国地方公共団体コードの検査数字). */
function checkDigit(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, nr) => total + Number(digit) * (6 - nr), 0)
  return String((11 - (sum % 11)) % 10)
}
