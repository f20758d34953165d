import { expect, test } from 'vitest'
import { problemPartsWith } from './problem-parts.ts'

const parts = problemPartsWith({}, 'https://asaichi.example/docs#')
const stopped = {
  status: 409,
  code: 'service-stopped',
  extra: {
    text: '年末年始のため、手続きを休みます。',
    translations: { en: { text: 'Closed over the New Year.' } },
    stoppedFrom: '2026-12-28T15:00:00.000Z',
    stoppedUntil: '2027-01-03T15:00:00.000Z',
  },
} as const

test.each([
  ['ja', '年末年始のため、手続きを休みます。', /^年末年始のため、手続きを休みます。 .*1月3日.*24:00まで、/],
  [
    'en',
    'Closed over the New Year.',
    /^Closed over the New Year\. Until .*3 January 2027.* 24:00 you cannot/,
  ],
  // What the city did not write in やさしい日本語 is told in Japanese.
  [
    'ja-easy',
    '年末年始のため、手続きを休みます。',
    /^年末年始のため、手続きを休みます。 .*24:00まで、申（もう）し/,
  ],
])(
  'G14, V7: in %s a stop says why and until when, in the words of the city',
  (acceptLanguage, text, detail) => {
    const { body } = parts(stopped, { id: 'a', acceptLanguage })
    const told: unknown = JSON.parse(String(body))
    expect(told).toMatchObject({ code: 'service-stopped', text, stoppedUntil: stopped.extra.stoppedUntil })
    expect(told).not.toHaveProperty('translations')
    expect(told).toHaveProperty('detail', expect.stringMatching(detail))
  },
)
