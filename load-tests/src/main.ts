import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { profileNames, readProfile } from './profile.ts'
import { isGood, reportOf } from './report.ts'
import { rush } from './rush.ts'

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { profile: name, json } = await options()
  const begun = performance.now()
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1).padStart(6)
  const result = await rush(await readProfile(name), line => console.log(`${seconds()} s  ${line}`))
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

async function options(): Promise<{ readonly profile: string; readonly json?: string | undefined }> {
  try {
    return parseArgs({
      options: { profile: { type: 'string', default: 'smoke' }, json: { type: 'string' } },
    }).values
  } catch {
    throw new Error(`Usage: npm run rush -- [--profile ${(await profileNames()).join('|')}] [--json FILE]`)
  }
}
