import { expect, test } from 'vitest'
import { isAppPath } from './app-path.ts'

test.each([
  [undefined, true],
  ['', true],
  ['*/*', true],
  ['text/*', true],
  ['text/html', true],
  ['TEXT/HTML; q=0.5', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['application/json, */*;q=0.1', true],
  ['application/json', false],
  ['image/avif,image/webp', false],
  ['application/json, text/html;q=0', false],
  ['*/*;q=0', false],
  ['text/html;q=0.0, */*', false],
  ['text/*;q=0, */*', false],
  ['text/html;q=0.3, text/*;q=0', true],
])('B4: a page to whoever accepts %o: %s', (accept, expected) => {
  for (const path of ['/venues/hall', '/search', '/listings/room/availability', '/confirm'])
    expect(isAppPath(path, accept)).toBe(expected)
})

test.each(['/api', '/api/nothing', '/assets/x', '/docs/x', '/openapi.json', '/favicon.ico', '/wp-login.php'])(
  'B4: %s is never a page',
  path => {
    expect(isAppPath(path, 'text/html')).toBe(false)
    expect(isAppPath(path, undefined)).toBe(false)
  },
)

test('B4: the front page is one for everybody', () => {
  expect(isAppPath('/', 'application/json')).toBe(true)
})
