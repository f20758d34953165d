import { expect, test } from 'vitest'
import { linesWithLinks } from './links-in-text.ts'

const HERE = 'https://asaichi.example.jp'

test('an address of this site becomes a path, with its query and fragment', () => {
  expect(linesWithLinks(`下を開く\n${HERE}/confirm?a=1#t=2\n以上`, HERE)).toEqual([
    { text: '下を開く\n' },
    { text: `${HERE}/confirm?a=1#t=2`, path: '/confirm?a=1#t=2' },
    { text: '\n以上' },
  ])
})

test.each([
  'https://elsewhere.example/confirm',
  'https://asaichi.example.jp.elsewhere.example/x',
  'http://asaichi.example.jp/plain',
  'javascript:alert(1)',
  'https://[broken',
])('%s stays text', text => expect(linesWithLinks(text, HERE)).toEqual([{ text }]))
