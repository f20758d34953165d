import type { Actor, Role } from '@asaichi/contract/actor.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { expect, test } from 'vitest'
import { mayGive } from './team.ts'

const as = (role: Role, cityId: string): Actor => ({
  personId: '01930000-0000-7000-8000-000000000001',
  role,
  cityId,
})
const [mitaka, sapporo, installation] = ['mitaka', 'sapporo', INSTALLATION]

test.each([
  ['an admin gives both roles of the city', as('admin', mitaka), mitaka, ['staff', 'admin']],
  ['an admin gives nothing in another city', as('admin', mitaka), sapporo, []],
  ['an admin makes no operator', as('admin', mitaka), installation, []],
  ['an operator gives the admins of any city', as('operator', installation), mitaka, ['admin']],
  ['an operator makes operators', as('operator', installation), installation, ['operator']],
  ['staff give nothing', as('staff', mitaka), mitaka, []],
  ['a resident gives nothing', as('resident', mitaka), mitaka, []],
  [
    'who was made operator of a city by a slip gives nothing there but admins',
    as('operator', mitaka),
    mitaka,
    ['admin'],
  ],
] as const)('V9: %s', (_, actor, cityId, given) => {
  const roles = ['staff', 'admin', 'operator'] as const
  expect(roles.filter(role => mayGive(actor, { cityId, role }))).toEqual(given)
})
