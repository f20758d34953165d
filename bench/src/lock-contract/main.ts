// `npm run lock-contract`: what every driver of locks must do, all families side by side from one run, and three wrong drivers
// that must not pass.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { playContract, type Verdict } from '@asaichi/lock-driver/contract/contract.ts'
import { runCommand } from '@asaichi/service/command.ts'
import { createLog } from '@asaichi/service/log.ts'
import { textTable } from '../report/table.ts'
import { CANDIDATES, type Candidate } from './subjects.ts'

type Column = Pick<Candidate, 'name' | 'isPlanted'> & {
  readonly verdicts: readonly Verdict[]
  readonly seconds: number
}

const log = createLog('lock-contract', 'silent')

await runCommand(main)

async function main(): Promise<void> {
  const columns: Column[] = []
  for (const candidate of CANDIDATES) columns.push(await play(candidate))
  print(tableOf(columns))
  for (const { name, verdicts } of columns)
    for (const { says, failure } of verdicts) if (failure !== undefined) print(`${name}: ${says}: ${failure}`)
  const wrong = columns.filter(column => passes(column) === column.isPlanted).map(({ name }) => name)
  print(wrong.length === 0 ? 'as it should be' : `NOT as it should be: ${wrong.join(', ')}`)
  if (wrong.length > 0) process.exitCode = 1
}

function tableOf(columns: readonly Column[]): string {
  const checks = new Set(columns.flatMap(({ verdicts }) => verdicts.map(({ says }) => says)))
  return textTable(
    ['', ...columns.map(({ name }) => name)],
    [
      ...[...checks].map(says => [says, ...columns.map(column => cellOf(column, says))]),
      ['seconds', ...columns.map(({ seconds }) => seconds.toFixed(1))],
    ],
  )
}

async function play({ name, isPlanted, open }: Candidate): Promise<Column> {
  const folder = await mkdtemp(path.join(tmpdir(), 'asaichi-lock-contract-'))
  const began = performance.now()
  const subject = await open(folder, log)
  try {
    const verdicts = await playContract(subject, log)
    return { name, isPlanted, verdicts, seconds: (performance.now() - began) / 1_000 }
  } finally {
    await subject[Symbol.asyncDispose]?.()
    await rm(folder, { recursive: true, force: true })
  }
}

function cellOf({ verdicts }: Column, says: string): string {
  const verdict = verdicts.find(each => each.says === says)
  if (!verdict) return '–'
  return verdict.failure === undefined ? 'ok' : 'FAILS'
}

function passes({ verdicts }: Column): boolean {
  return verdicts.every(({ failure }) => failure === undefined)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
