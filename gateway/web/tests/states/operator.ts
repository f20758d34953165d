import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { parsed, Visitor } from '@asaichi/town/journey/visitor.ts'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { nameOf } from '../booking-steps.ts'
import { fillCity } from '../city-steps.ts'
import { labelOf } from '../staff-steps.ts'
import type { Reading } from './reading.ts'
import { button } from './staff.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const as = operator

/** T16 and T17. */
export const operatorStates: readonly ScreenState[] = [
  {
    screen: 'T16',
    name: 'T16 the cities of an installation',
    as,
    path: () => '/operator',
    reach: async (page, _, text) => {
      await page
        .getByText(nameOf(text('admin.act-accept-invitation')))
        .first()
        .waitFor()
    },
    step: 'initial',
  },
  { screen: 'T16', name: 'T16 a city, typed', as, path: () => '/operator', reach: typed, step: 'filled' },
  {
    screen: 'T16',
    name: 'T16 a city whose id is taken',
    as,
    path: () => '/operator',
    reach: async (page, bed, text) => {
      await typed(page, bed, text)
      await page.getByLabel(labelOf(text, 'admin.city-id')).fill('mitaka')
      await button(page, text('admin.city-create')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T17',
    name: 'T17 a city as an operator sees it',
    as,
    path: () => '/operator/cities/mitaka',
    reach: async (page, _, text) => {
      await button(page, text('admin.invite-send')).waitFor()
    },
    step: 'initial',
  },
]

function typed(page: Page, _: StatesBed, text: Reading): Promise<void> {
  return fillCity(page, text)
}

/** The session of somebody who took the link told at the machine. */
async function operator({ town, once }: StatesBed): Promise<string> {
  const visitor = await once('an operator', async () => {
    const mail = 'operator@example.jp'
    const password = 'asagohan-to-misoshiru'
    const account = {
      name: '運用 五郎',
      kana: 'ウンヨウ ゴロウ',
      birthDate: '1980-05-05',
      postalCode: '100-0001',
      address: '東京都千代田区千代田1-1',
      phone: '03-0000-0000',
      password,
      language: 'ja',
    }
    const token = await town.operatorToken(mail)
    const taken = await new Visitor(town.url, town.mailbox).post('/api/invitations/accept', {
      token,
      account,
    })
    parsed(z.object({}), taken, 'the invitation')
    const login = { cityId: INSTALLATION, login: { kind: 'mail', mail }, password, mail } as const
    return new Visitor(town.url, town.mailbox, login)
  })
  // An operator's session ends after thirty idle minutes (D23).
  await visitor.login()
  return await visitor.session()
}
