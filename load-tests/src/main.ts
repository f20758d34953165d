import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { runCommand } from '@asaichi/service/command.ts'
import { profileNames, readProfile } from './profile.ts'
import { isGood, reportOf } from './report.ts'
import { rush } from './rush.ts'

const OPTIONS = {
  profile: { type: 'string', default: 'smoke' },
  'press-only': { type: 'boolean', default: false },
  json: { type: 'string' },
} as const

await runCommand(main)

async function main(): Promise<void> {
  const { profile: name, json, 'press-only': pressOnly } = await options()
  const begun = performance.now()
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1).padStart(6)
  const read = await readProfile(name)
  // What the mails and locks cost is the difference between two runs.
  const profile = pressOnly ? { ...read, mails: 0, locks: 0 } : read
  const result = await rush(profile, line => console.log(`${seconds()} s  ${line}`))
  console.log(reportOf(name, result))
  if (json !== undefined) {
    const { generated, answers, ...figures } = result
    const record = {
      name,
      good: isGood(result),
      generator: generated.status,
      answers: answers.length,
      ...figures,
    }
    await writeFile(json, `${JSON.stringify(record, undefined, 2)}\n`)
  }
  if (!isGood(result)) process.exitCode = 1
}

async function options() {
  try {
    return parseArgs({ options: OPTIONS }).values
  } catch {
    const names = (await profileNames()).join('|')
    throw new Error(`Usage: npm run rush -- [--profile ${names}] [--press-only] [--json FILE]`)
  }
}
