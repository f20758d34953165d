import { Profile } from '@asaichi/contract/identity/account.ts'
import * as forms from '@asaichi/testkit/real-forms.ts'
import { describe, expect, test } from 'vitest'
import { normaliseKana, normaliseMail, normalisePhone, normalisePostalCode } from '../../lib/normalise.ts'
import { filled, isKana, isMail, isName, isPhone, isPostalCode } from './checks.ts'

const { mail, phone, postalCode, kana } = Profile.shape
// The rest are two addresses run together and the like, whose spaces the form takes away as slips.
const NO_MAILS = forms.NO_MAIL_ADDRESSES.slice(0, 12)

describe.each([
  ['mail address', isMail, normaliseMail, mail, forms.MAIL_ADDRESSES, NO_MAILS],
  ['telephone number', isPhone, normalisePhone, phone, forms.PHONES, forms.NO_PHONES],
  ['post code', isPostalCode, normalisePostalCode, postalCode, forms.POST_CODES, forms.NO_POST_CODES],
  ['reading', isKana, normaliseKana, kana, forms.READINGS, forms.NO_READINGS],
] as const)('M3: the form takes a %s as the API does', (_, rule, normalise, field, right, wrong) => {
  test.each(right)('%j is taken and kept as %j', (typed, kept) => {
    expect(rule(typed)).toBeUndefined()
    expect(field.parse(normalise(typed))).toBe(kept)
  })
  test.each(wrong)('%j is marked', typed => expect(rule(typed)).toBeDefined())
})

test.each(forms.NAMES)('M3: the name %s is taken', name => expect(isName(name)).toBeUndefined())

test.each(forms.INVISIBLE)('P13: %j alone fills no field', letter => {
  expect(isName(letter)).toBeDefined()
  expect(filled('person.street-wrong')(letter)).toBeDefined()
})
