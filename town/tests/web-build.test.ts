import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { beforeEach, expect, test } from 'vitest'
import { buildWebApp } from '../src/web-build.ts'

// A made-up app of one page and one script, built by the real vite.
let webRoot = ''
let said: string[] = []

beforeEach(async () => {
  webRoot = await ownFolder()
  said = []
  await writeFile(
    path.join(webRoot, 'index.html'),
    '<!doctype html><title>x</title><script type="module" src="/main.js"></script>',
  )
  await script('one')
})

test('the app is built once, and again only when a source has changed', async () => {
  const dist = await build()
  expect(await readFile(path.join(dist, 'index.html'), 'utf8')).toMatch(/\/assets\/index-[\w-]+\.js/)
  const built = ['Building the web app …', expect.stringMatching(/built \(\d+\.\d s\)/)]
  expect(said).toEqual(built)
  await build()
  expect(said).toEqual(built)
  await script('two')
  await build()
  expect(said).toEqual([...built, ...built])
})

test('what a page of the two builds before names is still there; what is older is not', async () => {
  const dist = path.join(webRoot, 'dist')
  const newest: string[] = []
  for (const word of ['one', 'two', 'three', 'four']) {
    await script(word)
    await build()
    newest.push(
      /\/assets\/(index-[\w-]+\.js)/.exec(await readFile(path.join(dist, 'index.html'), 'utf8'))?.[1] ?? '',
    )
  }
  expect(new Set(newest).size).toBe(4)
  expect((await readdir(path.join(dist, 'assets'))).toSorted()).toEqual(newest.slice(1).toSorted())
  expect(await readdir(dist)).not.toContain('.next')
})

test('a folder that was emptied or built by hand is built anew', async () => {
  const dist = await build()
  await rm(path.join(dist, '.build.json'))
  await build()
  expect(said.filter(line => line.startsWith('Building'))).toHaveLength(2)
})

test('of two builds at once the second waits and finds all done', async () => {
  await Promise.all([build(), build()])
  expect(said.filter(line => line.startsWith('Building'))).toHaveLength(1)
})

test('an app that does not build ends with what vite said, and the build before stays', async () => {
  const dist = await build()
  const before = await readFile(path.join(dist, 'index.html'), 'utf8')
  await writeFile(path.join(webRoot, 'main.js'), 'const = broken')
  await expect(build()).rejects.toThrow(/^The web app does not build:\n[^]*main\.js/)
  expect(await readFile(path.join(dist, 'index.html'), 'utf8')).toBe(before)
})

function build(): Promise<string> {
  return buildWebApp({ webRoot, log: line => void said.push(line) })
}

async function script(word: string): Promise<void> {
  await writeFile(path.join(webRoot, 'main.js'), `document.title = ${JSON.stringify(word)}\n`)
}
