import { enterLottery } from '@asaichi/contract/lottery/entries.ts'
import { getBundlePart, getRound, listAuditLog, listRounds } from '@asaichi/contract/lottery/rounds.ts'
import { cancelRound, listResults } from '@asaichi/contract/lottery/staff.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { BUNDLE_PARTS, BUNDLE_TEXT, ENDLESS_ROUND, ENTRY, EXPLANATION } from './lottery-documents.ts'
import { ENTRY_FORM } from './route-samples.ts'
import { IDS } from './sample-documents.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

const BUNDLE = `/api/rounds/${IDS.round}/bundle`
const [WISH] = ENTRY_FORM.wishes

function enterWith(differences: object, key: string) {
  return door.send(['POST', '/api/entries'], {
    as: 'resident',
    json: { ...ENTRY_FORM, ...differences },
    headers: { 'idempotency-key': key },
  })
}

describe('the bundle (V1)', () => {
  test('is put together from its parts, a file to keep for ever', async () => {
    const fresh = await door.another({})
    const answer = await fresh.send(['GET', BUNDLE])
    expect(answer).toMatchObject({
      status: 200,
      text: BUNDLE_TEXT,
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="draw-${IDS.round}.json"`,
        'cache-control': 'public, max-age=31536000, immutable',
        etag: expect.stringMatching(/^"[\w-]{27}"$/),
      },
    })
    expect(door.neighbours.inputsOf(getBundlePart).map(({ part }) => part)).toEqual(
      BUNDLE_PARTS.keys().toArray(),
    )
  })

  test('is fetched once for many who ask, and told unchanged by its tag', async () => {
    const fresh = await door.another({})
    const answers = await Promise.all(Array.from({ length: 20 }, () => fresh.send(['GET', BUNDLE])))
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set([BUNDLE_TEXT]))
    expect(door.neighbours.inputsOf(getBundlePart)).toHaveLength(BUNDLE_PARTS.length)
    const headers = { 'if-none-match': answers[0]?.headers.etag ?? '' }
    expect(await fresh.send(['GET', BUNDLE], { headers })).toMatchObject({ status: 304, text: '' })
    const otherSpelling = `/api/rounds/${IDS.round.toUpperCase()}/bundle`
    expect(await fresh.send(['GET', otherSpelling])).toMatchObject({ text: BUNDLE_TEXT })
    expect(door.neighbours.inputsOf(getBundlePart)).toHaveLength(BUNDLE_PARTS.length)
  })

  test('A70: a round not yet published is not found, and that is remembered by nobody', async () => {
    const path = `/api/rounds/${IDS.notice}/bundle`
    for (const as of ['resident', 'staff', 'admin'] as const)
      expect(await door.send(['GET', path], { as })).toMatchObject({
        status: 404,
        headers: { 'cache-control': 'no-store' },
        json: { code: 'not-found' },
      })
    expect(door.neighbours.inputsOf(getBundlePart)).toHaveLength(3)
  })

  test('a round of impossibly many parts is a fault, not a full memory', async () => {
    expect(await door.send(['GET', `/api/rounds/${ENDLESS_ROUND}/bundle`])).toMatchObject({ status: 500 })
    expect(door.neighbours.inputsOf(getBundlePart)).toHaveLength(1)
  })
})

describe('rounds and the audit log are open to all', () => {
  test('S10: a span of use dates, and the one date', async () => {
    const list = await door.send(['GET', '/api/rounds?cityId=mitaka&from=2024-12-01&to=2024-12-31'])
    expect(list).toMatchObject({ status: 200, json: { items: [{ roundId: IDS.round }] } })
    expect(door.neighbours.inputsOf(listRounds)).toEqual([
      { cityId: 'mitaka', from: '2024-12-01', to: '2024-12-31' },
    ])
    const one = await door.send(['GET', '/api/cities/mitaka/rounds/2024-12-01'])
    expect(one).toMatchObject({ status: 200, json: { roundId: IDS.round, entriesPerSlot: null } })
    expect(door.neighbours.inputsOf(getRound)).toEqual([{ cityId: 'mitaka', date: '2024-12-01' }])
    const again = { headers: { 'if-none-match': one.headers.etag ?? '' } }
    expect(await door.send(['GET', '/api/cities/mitaka/rounds/2024-12-01'], again)).toMatchObject({
      status: 304,
    })
  })

  test.each([
    '/api/cities/mitaka/rounds/2024-02-30',
    '/api/cities/sapporo/rounds/2024-12-01',
    '/api/rounds/1/bundle',
  ])('%s names nothing', async path => {
    expect(await door.send(['GET', path])).toMatchObject({ status: 404, json: { code: 'not-found' } })
  })

  test.each([
    ['from', '/api/rounds?cityId=mitaka&to=2024-12-31'],
    ['date', '/api/rounds?cityId=mitaka&from=2024-12-01&to=2024-12-31&date=2024-12-01'],
    ['limit', '/api/audit/lottery?limit=501'],
    ['after', '/api/audit/lottery?after=-1'],
  ])('a query wrong in %s is 422: %s', async (path, url) => {
    expect(await door.send(['GET', url])).toMatchObject({ status: 422, json: { errors: [{ path }] } })
  })

  test('a span turned round is 422', async () => {
    expect(await door.send(['GET', '/api/rounds?cityId=mitaka&from=2024-12-31&to=2024-12-01'])).toMatchObject(
      {
        status: 422,
        json: { code: 'span-not-valid' },
      },
    )
  })

  test('V4: the log is read on from where one stopped', async () => {
    const answer = await door.send(['GET', '/api/audit/lottery?after=7&limit=500'])
    expect(answer).toMatchObject({ status: 200, json: { items: [{ kind: 'freeze' }] } })
    await door.send(['GET', '/api/audit/lottery'])
    expect(door.neighbours.inputsOf(listAuditLog)).toEqual([
      { after: 7, limit: 500 },
      { after: 0, limit: 100 },
    ])
  })
})

describe('entering (M19)', () => {
  test('the form and the key reach lottery, the actor from the session', async () => {
    expect(await enterWith({}, 'press-enter-1')).toMatchObject({ status: 201, json: ENTRY })
    expect(door.neighbours.inputsOf(enterLottery)).toMatchObject([
      { key: 'press-enter-1', form: ENTRY_FORM, actor: { personId: IDS.resident } },
    ])
  })

  test('A50: no key is 400; the key with another form is 422', async () => {
    const sending = { as: 'resident', json: ENTRY_FORM } as const
    expect(await door.send(['POST', '/api/entries'], sending)).toMatchObject({
      status: 400,
      json: { code: 'idempotency-key-missing' },
    })
    await enterWith({}, 'press-enter-2')
    expect(await enterWith({ people: 6 }, 'press-enter-2')).toMatchObject({
      status: 422,
      json: { code: 'key-used-differently' },
    })
  })

  test.each([
    ['an entry number of one’s own (A66)', { entryId: IDS.entry }, 'entryId'],
    ['another person', { personId: IDS.stranger }, 'personId'],
    ['a wish with a rank', { wishes: [{ ...WISH, rank: '0' }] }, 'wishes.0.rank'],
    ['a date that does not exist', { wishes: [{ ...WISH, date: '2024-02-30' }] }, 'wishes.0.date'],
    ['no wish', { wishes: [] }, 'wishes'],
    ['eleven wishes', { wishes: Array.from({ length: 11 }, () => WISH) }, 'wishes'],
  ])('%s is 422 and not passed on', async (_, differences, path) => {
    expect(await enterWith(differences, 'press-enter-bad')).toMatchObject({
      status: 422,
      json: { code: 'input-not-valid', errors: [{ path }] },
    })
    expect(door.neighbours.inputsOf(enterLottery)).toEqual([])
  })

  test.each([
    ['早すぎる', 409, 'entries-not-open-yet', '抽選の申込みは2024年10月27日 00:00に始まります。'],
    ['遅すぎる', 409, 'entries-closed', '抽選の申込みと取り消しは2024年11月2日 24:00に締め切りました。'],
    ['多すぎる', 409, 'entry-quota-reached', '抽選の申込みは、利用する月ごとに10件までです。'],
    ['希望が多すぎる', 422, 'too-many-wishes', '希望は3つまでです。'],
    ['別の回', 422, 'wishes-of-different-rounds', '希望は、同じ回に抽選する日から選んでください。'],
    ['重なる', 409, 'overlaps-own-entry', '同じ日の重なる時間に、すでに抽選を申し込んでいます。'],
    ['抽選なし', 422, 'no-lottery', 'この日は抽選の対象ではありません。先着順で申し込んでください。'],
  ])('M31: %s is %d %s', async (eventName, status, code, detail) => {
    expect(await enterWith({ eventName }, `press-${code}`)).toMatchObject({
      status,
      json: { status, code, detail },
    })
  })
})

describe('after the draw', () => {
  test('V1: the owner is told how to check, and before the hour only when', async () => {
    const asked = (entryId: string) =>
      door.send(['GET', `/api/entries/${entryId}/explanation`], { as: 'resident' })
    expect(await asked(IDS.entry)).toMatchObject({ status: 200, json: EXPLANATION })
    expect(await asked(IDS.entry.replace('a2c1', 'a2c2'))).toMatchObject({
      status: 409,
      json: {
        code: 'not-published-yet',
        publishedAt: '2024-11-02T22:00:00.000Z',
        detail: '抽選の結果は2024年11月3日 07:00に発表します。',
      },
    })
  })

  test('A70: staff’s list of results is refused before the hour too', async () => {
    const path = `/api/staff/rounds/${IDS.round}/results`
    expect(await door.send(['GET', `${path}?after=${IDS.entry}`], { as: 'staff' })).toMatchObject({
      status: 409,
      json: { code: 'not-published-yet' },
    })
    expect(door.neighbours.inputsOf(listResults)).toMatchObject([{ roundId: IDS.round, after: IDS.entry }])
  })

  test('a round that is over is not cancelled, and its state is told', async () => {
    const cancel = (reason: string) =>
      door.send(['POST', `/api/staff/rounds/${IDS.round}/cancel`], { as: 'staff', json: { reason } })
    expect(await cancel('遅い')).toMatchObject({
      status: 409,
      json: { code: 'round-over', status: 409, currentStatus: 'published' },
    })
    expect(await cancel('')).toMatchObject({ status: 422, json: { errors: [{ path: 'reason' }] } })
    expect(await cancel('水道工事')).toMatchObject({ status: 200, json: { cancelReason: '水道工事' } })
    expect(door.neighbours.inputsOf(cancelRound)).toHaveLength(2)
  })

  test('G7: a win not yet confirmed cannot be approved', async () => {
    const path = `/api/staff/reservations/${IDS.reservation}/approve`
    expect(await door.send(['POST', path], { as: 'staff', json: { expectedVersion: 3 } })).toMatchObject({
      status: 409,
      json: {
        code: 'not-confirmed-yet',
        detail: '当選した方がまだ利用を確定していません（期限は2024年11月10日 24:00）。',
      },
    })
  })
})
