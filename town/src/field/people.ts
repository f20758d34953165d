import { z } from 'zod'
import { must, mustBe, waitFor } from '../journey/expect.ts'
import type { Mail } from '../journey/mailbox.ts'
import { type Answer, parsed, Visitor } from '../journey/visitor.ts'
import type { Field } from './field.ts'

const PASSWORD = 'nohara-no-kaze-5'
const City = z.object({ policy: z.object({ termsVersion: z.string() }) })
const Me = z.object({ personId: z.string() })
const Applicants = z.object({ items: z.array(z.object({ personId: z.string(), version: z.int() })) })

export type Told = Readonly<Record<'name' | 'kana' | 'phone' | 'postalCode' | 'mail' | 'birthDate', string>>
export type Newcomer = {
  readonly told: Told
  readonly password: string
  readonly visitor: Visitor
  readonly personId: string
  readonly memberNumber: string
  /** Mail B. */
  readonly mail: Mail
}

let count = 0
const USUAL = { name: '野原 かぜ', kana: 'ノハラ カゼ', phone: '090-0000-4321', postalCode: '181-0001' }

export async function register(field: Field, about: Partial<Told>): Promise<{ answer: Answer; told: Told }> {
  count += 1
  const day = String((count % 28) + 1).padStart(2, '0')
  const told = { ...USUAL, mail: `field-${count}@example.jp`, birthDate: `1960-03-${day}`, ...about }
  const answer = await field.passerBy.post('/api/cities/mitaka/registrations', {
    ...told,
    address: '東京都三鷹市見本町3-3',
    password: PASSWORD,
    acceptedTermsVersion: await termsVersion(field),
  })
  return { answer, told }
}

/** Somebody who registered, pressed the button behind the mailed link, and is logged in. */
export async function newcomer(field: Field, about: Partial<Told> = {}): Promise<Newcomer> {
  const { mailbox, passerBy } = field
  const since = await mailbox.mark()
  const { answer, told } = await register(field, about)
  mustBe(answer.status, 202, `registration of ${told.name}`)
  const mail = await mailbox.waitFor(told.mail, /#token=/, since)
  const token = mail.text.match(/#token=([\w.~-]+)/)?.[1]
  must(token !== undefined, 'mail B holds no link')
  const confirmed = await passerBy.post('/api/registrations/confirm', { token })
  const { memberNumber } = parsed(z.object({ memberNumber: z.string() }), confirmed, 'confirmation')
  const visitor = visitorAt(field, told.mail)
  const { personId } = parsed(Me, await visitor.get('/api/me'), 'a look at oneself')
  return { told, password: PASSWORD, visitor, personId, memberNumber, mail }
}

/** M7: a newcomer whom staff have let in. */
export async function resident(field: Field, about: Partial<Told> = {}): Promise<Newcomer> {
  const person = await newcomer(field, about)
  const { visitor, personId } = person
  await visitor.post('/api/cities/mitaka/permission')
  const applicant = await waitFor('the applicant in staff’s queue', async () => {
    const { items } = parsed(
      Applicants,
      await field.staff.get('/api/staff/applicants?limit=100'),
      'applicants',
    )
    return items.find(item => item.personId === personId)
  })
  const approved = await field.staff.post(`/api/staff/applicants/${personId}/approve`, {
    expectedVersion: applicant.version,
    contact: { by: 'phone', note: '本人と確認' },
  })
  mustBe(approved.status, 200, 'approval')
  return person
}

/** Whoever owns this mailbox and the field's password. */
export function visitorAt(field: Field, mail: string): Visitor {
  return new Visitor(field.app, field.mailbox, {
    cityId: 'mitaka',
    login: { kind: 'mail', mail },
    password: PASSWORD,
    mail,
  })
}

export async function termsVersion({ passerBy }: Field): Promise<string> {
  return parsed(City, await passerBy.get('/api/cities/mitaka'), 'city').policy.termsVersion
}
