import { emit } from '@asaichi/bus/emit.ts'
import type { Actor, CityRole } from '@asaichi/contract/actor.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import type { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'
import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import {
  confirmRegistration,
  importPerson,
  register,
  registrationStarted,
} from '@asaichi/contract/identity/account.ts'
import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import { getConfirmationMail, getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import type { z } from 'zod'
import type { PoolSize } from '../src/passwords/password-pool.ts'
import { startIdentity } from '../src/start.ts'

export const PASSWORD = '朝いちばんの和室9'
const TERMS = '2024-04'

/** Mitaka takes mails, Sapporo numbers (S3), Chofu both; the clock stands at the evening before a draw. */
export async function startIdentityBed(passwordWork?: PoolSize): Promise<Bed> {
  const bed = await startBed()
  await bed.at('2024-11-02T12:00:00.000Z')
  await bed.start('identity', (config, log) => startIdentity(config, log, passwordWork))
  await publishCity(bed, { cityId: 'mitaka', loginKinds: ['mail'], version: 1 })
  await publishCity(bed, { cityId: 'sapporo', loginKinds: ['member-number'], version: 1 })
  await publishCity(bed, { cityId: 'chofu', loginKinds: ['mail', 'member-number'], version: 1 })
  await eventually(async () => {
    const cities = await bed.sql('select 1 from identity.cities')
    if (cities.length < 3) throw new Error('the cities have not arrived')
  })
  return bed
}

export async function publishCity(
  bed: Bed,
  city: {
    readonly cityId: string
    readonly loginKinds: ('mail' | 'member-number')[]
    readonly version: number
    readonly termsVersion?: string
    readonly serviceStops?: ServiceStop[]
    readonly staffAppRequired?: boolean
    readonly classes?: UserClass[]
  },
): Promise<void> {
  const { cityId, version, loginKinds, termsVersion = TERMS, serviceStops = [] } = city
  const { staffAppRequired, classes } = city
  await using catalog = await startProducer(bed, 'catalog')
  const policy = {
    loginKinds,
    termsVersion,
    serviceStops,
    ...(staffAppRequired !== undefined && { staffAppRequired }),
    ...(classes && { classes }),
  }
  const data = { city: demoCity({ cityId, ...policy }), version }
  await catalog.publish(tx => emit(tx, cityChanged, { aggregateId: cityId, version, data }))
  await eventually(async () => {
    const rows = await bed.sql('select 1 from catalog.outbox where sent_at is null')
    if (rows.length > 0) throw new Error('the city is not told yet')
  })
}

type Newcomer = z.input<(typeof register)['input']>

export function newcomer(differences: Partial<Newcomer> = {}): Newcomer {
  const word = newId().slice(-12)
  return {
    cityId: 'mitaka',
    name: '井口 はるか',
    kana: 'イグチ ハルカ',
    birthDate: '1990-05-17',
    postalCode: '181-0001',
    address: '三鷹市井の頭9-9-9',
    phone: '090-1234-5678',
    mail: `n${word}@example.jp`,
    password: PASSWORD,
    acceptedTermsVersion: TERMS,
    source: word,
    ...differences,
  }
}

/** Registers and answers the id the mail will be asked for by, once the fact is told. */
export async function registered(bed: Bed, person: Newcomer): Promise<string> {
  const before = new Set(await registrationsOf(bed, person))
  valueOf(await bed.call(register, person))
  const [registrationId] = (await registrationsOf(bed, person)).filter(id => !before.has(id))
  await bed.facts.waitFor(registrationStarted, fact => fact.registrationId === registrationId)
  if (registrationId === undefined) throw new Error('nothing was registered')
  return registrationId
}

async function registrationsOf(bed: Bed, { mail }: Newcomer): Promise<readonly string[]> {
  const rows = await bed.sql<{ registration_id: string }>(
    'select registration_id from identity.registrations where mail = lower($1)',
    [mail],
  )
  return rows.map(row => row.registration_id)
}

export async function confirmToken(bed: Bed, registrationId: string): Promise<string> {
  const { content } = valueOf(await bed.call(getConfirmationMail, { registrationId }))
  if (content.kind !== 'confirm') throw new Error('no token in this mail')
  return content.token
}

/** A person who went all the way from M3 to M5. */
export async function confirmed(bed: Bed, differences: Partial<Newcomer> = {}) {
  const person = newcomer(differences)
  const token = await confirmToken(bed, await registered(bed, person))
  const { memberNumber } = valueOf(await bed.call(confirmRegistration, { token }))
  return { ...person, memberNumber }
}

type Imported = z.input<(typeof importPerson)['input']>

export async function imported(bed: Bed, differences: Partial<Imported> = {}) {
  const { acceptedTermsVersion: _terms, source: _source, ...profile } = newcomer()
  const person: Imported = {
    ...profile,
    memberNumber: String(1_000_000 + (Number.parseInt(newId().slice(-6), 16) % 9_000_000)),
    role: 'resident',
    permission: 'none',
    ...differences,
  }
  const { personId } = valueOf(await bed.call(importPerson, person))
  return { ...person, personId }
}

export async function actor(bed: Bed, role: z.output<typeof CityRole>, cityId = 'mitaka'): Promise<Actor> {
  const { personId } = await imported(bed, { role, cityId })
  return { personId, role, cityId }
}

type Login = z.input<(typeof startLogin)['input']>

export function loginOf(person: { readonly mail: string }, differences: Partial<Login> = {}): Login {
  return {
    cityId: 'mitaka',
    login: { kind: 'mail', mail: person.mail },
    password: PASSWORD,
    source: newId().slice(-12),
    ...differences,
  }
}

export async function challenged(bed: Bed, login: Login) {
  const challenge = valueOf(await bed.call(startLogin, login))
  const { code } = valueOf(await bed.call(getLoginCodeMail, { challengeId: challenge.challengeId }))
  return { ...challenge, code }
}

export async function loggedIn(bed: Bed, login: Login, { stay = false } = {}) {
  const { challengeId, code } = await challenged(bed, login)
  return valueOf(await bed.call(finishLogin, { challengeId, code, stay }))
}

export function otherCode(code: string): string {
  return code === '000000' ? '000001' : '000000'
}
