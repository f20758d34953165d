import { expect, test } from 'vitest'
import { PasswordPool, type PoolSize } from '../src/passwords/password-pool.ts'

const SMALL: PoolSize = { slots: 1, queue: 2, waitMs: 4_000, workMs: 10_000 }

async function hashed(pool: PasswordPool, password: string): Promise<string> {
  const outcome = await pool.hash(password)
  if (!outcome.ok) throw new Error('the pool was full')
  return outcome.value
}

test('D23: a hash is Argon2id of 19 MiB, 2 passes, 1 lane, with a salt of its own', async () => {
  await using pool = new PasswordPool(SMALL)
  const [one, other] = [await hashed(pool, 'same words'), await hashed(pool, 'same words')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(other).not.toBe(one)
})

test('D23: any characters verify, composed or decomposed, and nothing else does', async () => {
  await using pool = new PasswordPool(SMALL)
  const phc = await hashed(pool, 'がぎぐ 𠮷 \u0000 pass')
  expect(await pool.verify('がぎぐ 𠮷 \u0000 pass'.normalize('NFD'), phc)).toEqual({ ok: true, value: true })
  expect(await pool.verify('がぎぐ 𠮷 \u0000 pasS', phc)).toEqual({ ok: true, value: false })
})

test('a hash made elsewhere verifies with its own parameters', async () => {
  await using pool = new PasswordPool(SMALL)
  // RFC 9106 5.3 needs a secret, so this vector is from the reference implementation's test.c: m=256, t=2, p=1.
  const phc = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await pool.verify('password', phc)).toEqual({ ok: true, value: true })
})

test('D23: one works, two wait, the next is refused at once and told when to come back', async () => {
  await using pool = new PasswordPool(SMALL)
  const atWork = Array.from({ length: 3 }, () => pool.hash('words'))
  expect(await pool.hash('words')).toEqual({
    ok: false,
    refusal: { code: 'password-work-full', detail: { retryAfterSeconds: 4 } },
  })
  const outcomes = await Promise.all(atWork)
  expect(outcomes.map(outcome => outcome.ok)).toEqual([true, true, true])
})

test('a caller that waited too long is told so instead of hashed for', async () => {
  await using pool = new PasswordPool({ ...SMALL, waitMs: -1 })
  const [first, second] = await Promise.all([pool.hash('words'), pool.hash('words')])
  expect(first.ok).toBe(true)
  expect(second).toMatchObject({ refusal: { code: 'password-work-full' } })
})

test('a worker that hangs fails its caller and is replaced for the next', async () => {
  // No thread is up within a millisecond, which makes the first one look hung.
  await using pool = new PasswordPool({ ...SMALL, workMs: 1 })
  await expect(pool.hash('words')).rejects.toThrow('took too long')
  await expect(pool.hash('words')).rejects.toThrow('took too long')
})

test('work that cannot be done fails its caller only', async () => {
  await using pool = new PasswordPool(SMALL)
  await expect(pool.verify('words', 'no hash')).rejects.toThrow('could not be verified')
  expect(await pool.verify('words', await hashed(pool, 'words'))).toEqual({ ok: true, value: true })
})

test('closing fails whoever waits', async () => {
  const pool = new PasswordPool(SMALL)
  const waiting = [pool.hash('words'), pool.hash('words')].map(work =>
    work.then(
      () => 'done',
      (error: Error) => error.message,
    ),
  )
  await pool[Symbol.asyncDispose]()
  expect(await Promise.all(waiting)).toEqual(['password work closed', 'password work closed'])
  await expect(pool.hash('words')).rejects.toThrow('closed')
})
