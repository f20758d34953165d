import { expect, onTestFinished, test } from 'vitest'
import {
  currentTrace,
  type EndedSpan,
  inSpan,
  keepSpans,
  newTrace,
  noteSpan,
  now,
  strangersTrace,
  withTrace,
} from './trace.ts'

const W3C = /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/

test('work runs in the trace of its header, also after an await', async () => {
  const trace = newTrace()
  expect(trace).toMatch(W3C)
  await withTrace(trace, async () => {
    await Promise.resolve()
    expect(currentTrace()).toBe(trace)
  })
  expect(currentTrace()).toBeUndefined()
})

test.each([undefined, '', 'not-a-trace', '00-XYZ', `${newTrace()}\r\nX-Other: 1`])(
  'a header %j that is no trace begins a new one',
  header => {
    const trace = withTrace(header, currentTrace)
    expect(trace).toMatch(W3C)
    expect(trace).not.toBe(header)
  },
)

const SPAN = { name: 'work', kind: 'internal' } as const

test('while nobody keeps spans, one is its work and nothing else', async () => {
  const trace = newTrace()
  await withTrace(trace, () => inSpan(SPAN, () => expect(currentTrace()).toBe(trace)))
})

test('spans inside each other are of one trace, each the child of the one around it, and the first has no parent', async () => {
  const spans = kept(1)
  const told = await withTrace(undefined, () =>
    inSpan({ ...SPAN, name: 'outer' }, () => inSpan({ ...SPAN, name: 'inner' }, () => currentTrace())),
  )
  const [inner, outer] = spans
  expect(outer).toMatchObject({ name: 'outer', parentId: undefined, failed: false })
  expect(inner).toMatchObject({ name: 'inner', parentId: outer?.spanId, traceId: outer?.traceId })
  expect(told).toBe(`00-${inner?.traceId}-${inner?.spanId}-01`)
  expect(spans.every(({ from, to }) => from <= to && Math.abs(to - Date.now()) < 5_000)).toBe(true)
})

test('of a trace that is not sampled only what failed is kept, by a throw or by its result', async () => {
  const spans = kept(0)
  await withTrace(undefined, async () => {
    await inSpan(
      { ...SPAN, name: 'good' },
      () => 200,
      status => status >= 500,
    )
    await inSpan(
      { ...SPAN, name: 'bad' },
      () => 503,
      status => status >= 500,
    )
    await expect(inSpan({ ...SPAN, name: 'thrown' }, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    )
  })
  noteSpan({ ...SPAN, name: 'noted' }, { from: now() })
  noteSpan({ ...SPAN, name: 'noted as failed' }, { from: now(), failed: true })
  expect(spans.map(({ name, failed }) => [name, failed])).toEqual([
    ['bad', true],
    ['thrown', true],
    ['noted as failed', true],
  ])
})

test('the share of traces that is kept is about what was asked for', () => {
  kept(0.25)
  const sampled = Array.from({ length: 4_000 }, () => newTrace()).filter(trace => trace.endsWith('-01'))
  // Six standard deviations of a binomial distribution.
  expect(Math.abs(sampled.length - 1_000)).toBeLessThan(165)
})

test('a stranger’s trace keeps its id, and does not say whether it is kept', () => {
  const theirs = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  kept(0)
  expect(strangersTrace(theirs)).toBe(theirs.replace(/01$/, '00'))
  expect(strangersTrace('nonsense')).toBeUndefined()
  expect(strangersTrace(undefined)).toBeUndefined()
})

function kept(share: number): readonly EndedSpan[] {
  const spans: EndedSpan[] = []
  onTestFinished(keepSpans({ share, keep: span => spans.push(span) }))
  return spans
}
