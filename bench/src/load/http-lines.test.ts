import { expect, test } from 'vitest'
import { wholeAnswer } from './http-lines.ts'

const text = 'HTTP/1.1 409 Conflict\r\ncontent-type: application/json\r\nContent-Length: 6\r\n\r\n"取"!'

test('an answer is whole when as many bytes are there as it says', () => {
  const bytes = Buffer.from(text)
  const answer = wholeAnswer(bytes)
  expect(answer?.status).toBe(409)
  expect(answer?.body.toString()).toBe('"取"!')
  for (let length = 0; length < bytes.length; length++)
    expect(wholeAnswer(bytes.subarray(0, length))).toBeUndefined()
})

test('an answer of unknown length is refused, not waited for', () => {
  expect(() => wholeAnswer(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'))).toThrow(
    'without a content-length',
  )
})
