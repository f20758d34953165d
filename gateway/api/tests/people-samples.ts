import type { RouteSample } from './route-samples.ts'

export const PASSWORD_HELP = {
  memberNumber: '1234567',
  name: '三鷹 花子',
  birthDate: '1980-04-01',
  mail: 'hanako@example.jp',
}

type Rows = Readonly<Record<'ACCEPTED' | 'LOGGED_IN' | 'STAFF' | 'DESK', RouteSample['expected']>>

/** The rows of the matrix for accounts: a person's own, and those staff look after. */
export function peopleSamples({ ACCEPTED, LOGGED_IN }: Rows): Readonly<Record<string, RouteSample>> {
  return {
    'POST /api/cities/{cityId}/password-help': {
      path: '/api/cities/mitaka/password-help',
      json: PASSWORD_HELP,
      expected: ACCEPTED,
    },
    'POST /api/password': { json: { newPassword: 'correct horse' }, expected: LOGGED_IN },
  }
}
