import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Check, isFailed } from './check.ts'
import { verifyBundle } from './verify.ts'

const USAGE = '使い方: npm run verify-draw -- bundle.json [--root 控えた根] [--digest 控えたハッシュ]\n'

process.exitCode = main(process.argv.slice(2))

/** 0: every check passed, perhaps with remarks; 1: at least one failed; 2: nothing could be checked. */
function main(args: readonly string[]): 0 | 1 | 2 {
  const asked = read(args)
  if (!asked) {
    process.stderr.write(USAGE)
    return 2
  }
  const checks = verifyBundle(asked.bundle, asked.noted)
  process.stdout.write(checks.map(line).join(''))
  process.stdout.write(`${verdictOf(checks)}\n`)
  return checks.some(isFailed) ? 1 : 0
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { root: { type: 'string' }, digest: { type: 'string' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) return null
    const bundle: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return { bundle, noted: values }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return null
  }
}

function line({ id, status, words }: Check): string {
  return `${status.padEnd(7)} ${id.padEnd(12)} ${words}\n`
}

function verdictOf(checks: readonly Check[]): string {
  if (checks.some(isFailed)) return '結果: この抽選は確かめられません'
  return checks.some(({ status }) => status === 'flagged')
    ? '結果: 計算は正しいです。flagged の行をお読みください'
    : '結果: 抽選は約束どおりに行われました'
}
