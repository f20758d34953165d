import type { Page } from 'playwright-core'
import { headed, nameOf } from './booking-steps.ts'
import type { Keyboard } from './keyboard.ts'
import type { Reading } from './states/reading.ts'

/** What someone types, as they type it: full-width digits, hiragana for katakana, an era for the birth date. */
export type Typed = {
  readonly name: string
  readonly kana: string
  readonly birth: {
    readonly era: 'showa' | 'seireki'
    readonly year: string
    readonly month: string
    readonly day: string
  }
  readonly mail: string
  readonly password: string
}

/** The label of a required field, which tells パスワード from パスワードを表示する. */
export function fieldOf(text: Reading, key: Parameters<Reading>[0]): RegExp {
  return nameOf(`${text(key)}${text('common.required')}`)
}

/** A label that is this and nothing more, readings aside. */
export function exactly(label: string): RegExp {
  return new RegExp(`^${nameOf(label).source}[（）\\p{Script=Hiragana}\\s]*$`, 'u')
}

/** R8 by keyboard alone, as far as the confirm page. */
export async function fillRegistration(keyboard: Keyboard, text: Reading, typed: Typed): Promise<void> {
  await keyboard.type(fieldOf(text, 'person.name'), typed.name)
  await keyboard.type(fieldOf(text, 'person.kana'), typed.kana)
  await typeBirth(keyboard, text, typed.birth)
  await keyboard.type(fieldOf(text, 'person.postal-code'), '１８１０００１')
  await keyboard.type(fieldOf(text, 'person.prefecture'), '東京都')
  await keyboard.type(fieldOf(text, 'person.municipality'), '三鷹市')
  await keyboard.type(fieldOf(text, 'person.street'), '井の頭一丁目3番18号')
  await keyboard.type(fieldOf(text, 'person.phone'), '０９０ー１２３４ー５６７８')
  await keyboard.type(fieldOf(text, 'person.mail'), typed.mail)
  await keyboard.type(fieldOf(text, 'person.password'), typed.password)
  await keyboard.check(nameOf(text('account.agree')))
  await keyboard.press('button', nameOf(text('account.to-confirm')))
}

async function typeBirth(keyboard: Keyboard, text: Reading, birth: Typed['birth']): Promise<void> {
  await keyboard.select(nameOf(text('person.era')), text(`person.era-${birth.era}`))
  await keyboard.type(exactly(text('person.year')), birth.year)
  await keyboard.type(exactly(text('person.month')), birth.month)
  await keyboard.type(exactly(text('person.day')), birth.day)
}

type Login = { readonly page: Page; readonly who: string; readonly password: string }

/** R9, first page: Mitaka asks for the mail, Sapporo for the number. */
export async function typePassword(
  keyboard: Keyboard,
  text: Reading,
  { page, who, password }: Login,
): Promise<void> {
  await headed(page, text('person.login-title'))
  await keyboard.type(fieldOf(text, who.includes('@') ? 'person.mail' : 'person.number'), who)
  await keyboard.type(fieldOf(text, 'person.password'), password)
  await keyboard.press('button', nameOf(text('account.login-next')))
}

/** R9, second page. */
export async function typeCode(keyboard: Keyboard, text: Reading, code: string): Promise<void> {
  await keyboard.type(fieldOf(text, 'account.code'), code)
  await keyboard.press('button', exactly(text('person.login-title')))
}
