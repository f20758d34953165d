import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'

const INDEX = `<!doctype html><html lang="ja"><script type="module" src="/assets/app-1.js"></script>${' '.repeat(500)}`
const SCRIPT = `export const words = ${JSON.stringify('朝一'.repeat(300))}\n`
const AREA_FILES = [
  { path: '^/venues/', files: ['/assets/venues-1.js', '/assets/venues-1.css'] },
  { path: '^/', files: ['/assets/other-1.js'] },
]
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

let folder: string
let door: ApiBed
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'asaichi-web-'))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'index.html'), INDEX)
  await writeFile(path.join(folder, 'assets', 'app-1.js'), SCRIPT)
  await writeFile(path.join(folder, 'manifest.webmanifest'), '{}')
  await writeFile(path.join(folder, 'robots.txt'), 'User-agent: *\n')
  await mkdir(path.join(folder, '.vite'))
  await writeFile(path.join(folder, '.vite', 'manifest.json'), '{}')
  await writeFile(path.join(folder, '.vite', 'area-files.json'), JSON.stringify(AREA_FILES))
  await writeFile(path.join(folder, '.build.json'), '{"secret":true}')
  door = await startApiBed({ WEB_DIR: folder })
})
afterAll(async () => {
  await door[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('the web app', () => {
  test.each(['/', '/venues/mitaka-hall', '/reservations/0193', '/staff', '/apiary', '/venues/'])(
    '%s is index.html, asked for each time',
    async where => {
      const page = await door.send(['GET', where], { headers: BROWSER })
      expect(page).toMatchObject({
        status: 200,
        text: INDEX,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      })
      const again = { headers: { ...BROWSER, 'if-none-match': page.headers.etag ?? '' } }
      expect(await door.send(['GET', where], again)).toMatchObject({ status: 304, text: '' })
      expect(await door.send(['HEAD', where], { headers: BROWSER })).toMatchObject({ status: 200, text: '' })
    },
  )

  test('a page says the time and names the files its path needs, whether it is new or known already', async () => {
    const link =
      '</assets/venues-1.js>; rel=modulepreload; crossorigin, </assets/venues-1.css>; rel=preload; as=style; crossorigin'
    const page = await door.send(['GET', '/venues/mitaka-hall'], { headers: BROWSER })
    expect(page.headers).toMatchObject({ link })
    expect(page.headers['server-timing']).toMatch(/^now;desc="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"$/)
    const known = { ...BROWSER, 'if-none-match': page.headers.etag ?? '' }
    expect((await door.send(['GET', '/venues/mitaka-hall'], { headers: known })).headers).toMatchObject({
      link,
    })
    const asset = await door.send(['GET', '/assets/app-1.js'])
    expect(asset.headers).not.toHaveProperty('link')
    expect(asset.headers).not.toHaveProperty('server-timing')
  })

  test('nothing may run or be sent but what the site itself serves', async () => {
    const { headers } = await door.send(['GET', '/'])
    const policy = String(headers['content-security-policy'])
    expect(policy).not.toContain('unsafe')
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })

  test('files with a hash in their name are kept for a year', async () => {
    expect(await door.send(['GET', '/assets/app-1.js'])).toMatchObject({
      status: 200,
      text: SCRIPT,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      },
    })
  })

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
  ])('for %s they come as %s, with a tag of their own', async (accepted, coding) => {
    const response = await fetch(`${door.url}/assets/app-1.js`, { headers: { 'accept-encoding': accepted } })
    expect(response.headers.get('content-encoding')).toBe(coding)
    expect(Number(response.headers.get('content-length'))).toBeLessThan(SCRIPT.length)
    expect(await response.text()).toBe(SCRIPT)
    const plain = await door.send(['GET', '/assets/app-1.js'])
    expect(response.headers.get('etag')).not.toBe(plain.headers.etag)
  })

  test.each([
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
  ])('%s is %s', async (where, mediaType) => {
    expect(await door.send(['GET', where])).toMatchObject({
      status: 200,
      headers: { 'content-type': mediaType, 'cache-control': 'public, max-age=3600' },
    })
  })

  test.each([
    '/api/unknown',
    '/api',
    '/API/cities',
    '/assets/app-0.js',
    '/assets/',
    '/favicon.ico',
    '/.env',
    '/.build.json',
    '/.vite/manifest.json',
    '/.vite/area-files.json',
    '/assets/..%2findex.html',
  ])('%s is not found, even for a browser', async where => {
    expect(await door.send(['GET', where], { headers: BROWSER })).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
    })
  })

  test('a program that takes no HTML is told that a page is no part of the API', async () => {
    expect(
      await door.send(['GET', '/venues/mitaka-hall'], { headers: { accept: 'application/json' } }),
    ).toMatchObject({
      status: 404,
      json: { code: 'not-found' },
    })
    expect(await door.send(['POST', '/venues/mitaka-hall'], { headers: BROWSER, json: {} })).toMatchObject({
      status: 404,
    })
  })

  test('the API and its documentation stay where they were', async () => {
    expect(await door.send(['GET', '/api/cities'], { headers: BROWSER })).toMatchObject({ status: 200 })
    expect((await door.send(['GET', '/docs'], { headers: BROWSER })).text).toContain('GET /api/cities')
    expect(await door.send(['PUT', '/'])).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  test('a folder without index.html ends the start', async () => {
    await expect(door.another({ WEB_DIR: path.join(folder, 'assets') })).rejects.toThrow('no index.html')
  })
})
