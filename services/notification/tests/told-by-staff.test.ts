import type { Actor } from '@asaichi/contract/actor.ts'
import { done } from '@asaichi/contract/define.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import {
  listMails,
  markTold,
  openLetter,
  sendMailAgain,
  staffActed,
} from '@asaichi/contract/notification/mails.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { booking, startNotificationBed, tellReceived } from './notification-bed.ts'

const bed = await forThisFile(startNotificationBed())
const clerk: Actor = { personId: newId(), role: 'staff', cityId: 'mitaka' }
const resident: Actor = { ...clerk, role: 'resident' }
const elsewhere: Actor = { ...clerk, cityId: 'sapporo' }

function without(mail: string | null = null) {
  const personId = newId()
  bed.answers.recipients.set(personId, done({ name: '山田 花子', mail, language: 'ja' as const }))
  return personId
}

async function toTell(subjectId: string) {
  return eventually(async () => {
    const row = await bed.row(subjectId)
    expect(row).toMatchObject({ status: 'to-tell', attempts: 1, last_error: null })
    return row.mail_id
  })
}

async function received(personId: string) {
  const facts = booking(bed, personId)
  await tellReceived(bed, facts)
  return { facts, mailId: await toTell(facts.reservationId) }
}

const list = async () =>
  valueOf(await bed.call(listMails, { actor: clerk, status: 'to-tell' })).items.map(item => item.mailId)

test('W6: what a person without mail would be mailed is tried once, and waits for staff to tell it', async () => {
  const personId = without()
  const { facts, mailId } = await received(personId)
  const { items } = valueOf(await bed.call(listMails, { actor: clerk, status: 'to-tell' }))
  expect(items).toContainEqual(
    expect.objectContaining({
      mailId,
      personId,
      subjectId: facts.reservationId,
      name: '申込みの受付',
      told: null,
    }),
  )
  expect(
    valueOf(await bed.call(listMails, { actor: clerk, status: 'undelivered' })).items,
  ).not.toContainEqual(expect.objectContaining({ mailId }))
})

test('W6: its letter says what the mail says, in the reader’s language, without pages that need a mailbox', async () => {
  const { facts, mailId } = await received(without())
  const letter = valueOf(await bed.call(openLetter, { actor: clerk, mailId }))
  expect(letter).toMatchObject({ name: '山田 花子', language: 'ja', status: 'to-tell' })
  expect(letter.text).toContain(facts.eventName)
  expect(letter.text).toContain('三鷹市')
  expect(letter.text).not.toContain('/reservations/')
  expect(letter.text).not.toContain('送信専用')
  expect(letter.text).toContain('メールのない方には電話・手紙・窓口で')
})

test('W6, V4: a letter with door codes is opened by staff of the city alone, and each look is told', async () => {
  const personId = without()
  const facts = booking(bed, personId, { status: 'approved', number: '123456' })
  const door = { lockId: 'mitaka-1', doorName: '玄関', code: '48291', state: 'usable' as const }
  const span = { from: facts.startsAt, to: facts.startsAt }
  bed.answers.doors.set(facts.reservationId, done({ doors: [{ ...door, ...span }] }))
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 1 })
  const mailId = await toTell(facts.reservationId)
  expect(codeOf(await bed.call(openLetter, { actor: resident, mailId }))).toBe('not-allowed')
  expect(codeOf(await bed.call(openLetter, { actor: elsewhere, mailId }))).toBe('not-found')
  expect(valueOf(await bed.call(openLetter, { actor: clerk, mailId })).text).toContain('48291')
  expect(await bed.facts.waitFor(staffActed, fact => fact.personId === personId)).toEqual({
    act: 'open-letter',
    personId,
    cityId: 'mitaka',
    staffId: clerk.personId,
    aboutId: null,
  })
  expect(JSON.stringify(await bed.sql('select * from notification.outbox'))).not.toContain('48291')
})

test('W6: who was told is off the list, told by whom and how, once, however often it is pressed', async () => {
  const personId = without()
  const { mailId } = await received(personId)
  expect(await list()).toContain(mailId)
  const tell = (actor: Actor) => bed.call(markTold, { actor, mailId, by: 'phone' })
  expect(codeOf(await tell(resident))).toBe('not-allowed')
  expect(codeOf(await tell(elsewhere))).toBe('not-found')
  expect((await Promise.all([tell(clerk), tell(clerk)])).map(codeOf)).toEqual(['done', 'done'])
  expect(await list()).not.toContain(mailId)
  await bed.facts.waitFor(staffActed, fact => fact.personId === personId)
  const told = await bed.sql('select 1 from notification.outbox where data->>$1 = $2 and data->>$3 = $4', [
    'personId',
    personId,
    'act',
    'tell-person',
  ])
  expect(told).toHaveLength(1)
  const { items } = valueOf(await bed.call(listMails, { actor: clerk, status: 'told' }))
  expect(items).toContainEqual(
    expect.objectContaining({ mailId, told: { by: 'phone', at: expect.any(String) } }),
  )
  expect(codeOf(await bed.call(openLetter, { actor: clerk, mailId }))).toBe('done')
  expect(codeOf(await bed.call(sendMailAgain, { actor: clerk, mailId }))).toBe('nothing-to-send')
})

test('W6: what one person has to be told and was told is found again, the newest first, and opened again', async () => {
  const personId = without()
  const [first, second] = [await received(personId), await received(personId)]
  await received(without())
  valueOf(await bed.call(markTold, { actor: clerk, mailId: first.mailId, by: 'counter' }))
  const letters = async (actor: Actor) =>
    valueOf(await bed.call(listMails, { actor, status: 'letters', personId })).items
  expect((await letters(clerk)).map(({ mailId, told }) => [mailId, told?.by])).toEqual([
    [second.mailId, undefined],
    [first.mailId, 'counter'],
  ])
  expect(await letters(elsewhere)).toEqual([])
  expect(valueOf(await bed.call(openLetter, { actor: clerk, mailId: first.mailId })).status).toBe('told')
})

test('W6: what is overtaken is not told any more', async () => {
  const personId = without()
  const facts = booking(bed, personId, { status: 'approved', number: '123456' })
  bed.answers.doors.set(facts.reservationId, done({ doors: [] }))
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 0 })
  const mailId = await toTell(facts.reservationId)
  bed.answers.reservations.set(facts.reservationId, { ...facts, status: 'cancelled' })
  expect(codeOf(await bed.call(openLetter, { actor: clerk, mailId }))).toBe('nothing-to-tell')
  expect(await list()).not.toContain(mailId)
  expect(codeOf(await bed.call(markTold, { actor: clerk, mailId, by: 'letter' }))).toBe('nothing-to-tell')
})

test('W6: who has mail by now can be mailed what waits to be told', async () => {
  const personId = without()
  const { mailId } = await received(personId)
  const mail = `later${personId}@example.jp`
  bed.answers.recipients.set(personId, done({ name: '山田 花子', mail, language: 'ja' as const }))
  expect(codeOf(await bed.call(sendMailAgain, { actor: clerk, mailId }))).toBe('done')
  expect((await bed.mailTo(mail)).text).toContain('山田 花子')
  expect(await list()).not.toContain(mailId)
})

test('W6: an ordinary mail is nobody’s letter', async () => {
  const personId = without(`p${newId()}@example.jp`)
  const facts = booking(bed, personId)
  await tellReceived(bed, facts)
  await eventually(async () => expect(await bed.row(facts.reservationId)).toMatchObject({ status: 'sent' }))
  const { mail_id: mailId } = await bed.row(facts.reservationId)
  expect(codeOf(await bed.call(openLetter, { actor: clerk, mailId }))).toBe('nothing-to-tell')
})
