import { expect, test } from 'vitest'
import { currentTrace, newTrace, withTrace } from './trace.ts'

const W3C = /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/

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
