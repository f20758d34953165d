import { expect, test } from 'vitest'
import { withBlock } from './document.ts'

const document = 'Before.\n<!-- bench -->\nold\n<!-- /bench -->\nAfter.\n'

test('only what stands between the marks is replaced, as often as one likes', () => {
  const once = withBlock(document, 'bench', 'new\n')
  expect(once).toBe('Before.\n<!-- bench -->\n\n```text\nnew\n```\n\n<!-- /bench -->\nAfter.\n')
  expect(withBlock(once, 'bench', 'new')).toBe(once)
})

test('a document without the place is left alone', () => {
  expect(() => withBlock(document, 'profile', 'new')).toThrow('no place for profile')
})
