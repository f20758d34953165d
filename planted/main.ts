// npm run planted [-- WORDS]: plants each mistake of bugs/ in a copy of the repository and looks whether its test sees it.
// WORDS: only the mistakes whose sentence, file or test has them. Ends with 1 where a mistake was not seen.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Bug } from './bug.ts'
import { bugs } from './bugs/all.ts'
import { copyOfRepository } from './copy-of-repository.ts'
import { runTests } from './run-tests.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const wanted = bugs.filter(bug => positionals.every(word => Object.values(bug).join('\n').includes(word)))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

await using copy = await copyOfRepository()
let seen = 0
for (const bug of wanted) {
  const verdict = await verdictOn(bug)
  if (verdict === 'seen') seen += 1
  console.log(`${verdict.padEnd(8)} ${bug.mistake} (${bug.file})\n         ${bug.title} (${bug.test})`)
}
console.log(`${wanted.length} mistakes planted, ${seen} seen, ${wanted.length - seen} not`)
if (seen < wanted.length) process.exitCode = 1

/** `not run`: the test fails without the mistake, or is not there. */
async function verdictOn(bug: Bug): Promise<'seen' | 'NOT SEEN' | 'not run'> {
  const clean = await runTests(copy.folder, bug)
  if (clean.length === 0 || clean.some(({ status }) => status === 'failed')) return 'not run'
  const file = path.join(copy.folder, bug.file)
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text.replace(bug.right, () => bug.wrong),
  )
  const planted = await runTests(copy.folder, bug)
  await writeFile(file, text)
  return planted.some(({ status }) => status === 'failed') ? 'seen' : 'NOT SEEN'
}
