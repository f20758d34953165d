import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Away, Result } from '../../api/result.ts'
import { showPerson } from '../../api/shown-person.ts'
import { pressOnce } from './press-once.ts'

type Press = { readonly path: string; readonly body: { readonly from: string } }
type Answer = Result<string, { readonly code: string }>

const AWAY: Away = { status: 'away', reason: 'offline', code: undefined, retryAfter: undefined }
const NOON = at('12:00')
const LATER = at('14:00')
const EVENING = at('18:00')

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage())
  showPerson('minami')
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('B14: a press that arrived although its answer was lost is told instead of booking a second time', async () => {
  const desk = deskOf()
  expect(await press(NOON, desk.butLosing('answer'))).toMatchObject({ answer: AWAY })
  expect(await press(LATER, desk.send)).toEqual({ press: NOON, answer: ok('12:00') })
  expect(desk.taken).toEqual(['12:00'])
})

test('B14: a press that never arrived is not sent after another time was chosen', async () => {
  const desk = deskOf()
  await press(NOON, desk.butLosing('question'))
  expect(await press(LATER, desk.send)).toEqual({ press: LATER, answer: ok('14:00') })
  expect(desk.taken).toEqual(['14:00'])
})

test('B14: of several lost presses the one that was taken is told', async () => {
  const desk = deskOf()
  await press(NOON, desk.butLosing('question'))
  await press(LATER, desk.butLosing('answer'))
  expect(await press(EVENING, desk.send)).toEqual({ press: LATER, answer: ok('14:00') })
  expect(desk.taken).toEqual(['14:00'])
})

test('B14: what another service was sent is settled there first, and a refusal there lets the new one go', async () => {
  const entry = { ...LATER, path: '/api/entries' }
  const desk = deskOf()
  await press(NOON, desk.butLosing('answer'))
  expect(await press(entry, desk.send)).toEqual({ press: NOON, answer: ok('12:00') })
  const full = deskOf({ refuses: '12:00' })
  await press(NOON, full.butLosing('answer'))
  expect(await press(entry, full.send)).toEqual({ press: entry, answer: ok('14:00') })
})

test('B14, B3b: another person’s open press is not repeated', async () => {
  const desk = deskOf()
  await press(NOON, desk.butLosing('answer'))
  showPerson('haruka')
  const asked: string[] = []
  await press({ ...LATER, path: '/api/entries' }, one => {
    asked.push(one.body.from)
    return Promise.resolve(ok('14:00'))
  })
  expect(asked).toEqual(['14:00'])
})

function press(wanted: Press, send: (press: Press) => Promise<Answer>) {
  return pressOnce({ draft: 'apply', press: wanted, send })
}

/** One key at a service that keeps it with what it took, as the desk does; a refused press leaves none. */
function deskOf({ refuses }: { readonly refuses?: string } = {}) {
  const kept = new Map<string, string>()
  const taken: string[] = []
  const send = ({ path, body: { from } }: Press): Promise<Answer> => {
    const before = kept.get(path)
    if (before !== undefined && before !== from) return Promise.resolve(refusal('key-used-differently'))
    if (from === refuses) return Promise.resolve(refusal('taken'))
    if (before === undefined) taken.push(from)
    kept.set(path, from)
    return Promise.resolve(ok(from))
  }
  const butLosing = (what: 'question' | 'answer') => async (wanted: Press) => {
    if (what === 'answer') await send(wanted)
    return AWAY
  }
  return { send, butLosing, taken }
}

function at(from: string): Press {
  return { path: '/api/reservations', body: { from } }
}

function ok(value: string): Answer {
  return { status: 'ok', value, etag: undefined }
}

function refusal(code: string): Answer {
  return { status: 'refused', problem: { code } }
}

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}
