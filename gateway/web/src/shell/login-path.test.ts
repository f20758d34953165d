import { expect, test } from 'vitest'
import { nextPath } from './login-path.ts'

test.each([
  ['?next=%2Fapply%3Flisting%3Da', '/apply?listing=a'],
  ['', '/my'],
  ['?next=https%3A%2F%2Felsewhere.example', '/my'],
  ['?next=%2F%2Felsewhere.example', '/my'],
  ['?next=%2F%5Celsewhere.example', '/my'],
])('S3: after a login %s leads to %s', (search, path) => expect(nextPath(search)).toBe(path))
