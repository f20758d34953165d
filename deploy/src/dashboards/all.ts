import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { cityBoard } from './city.ts'
import { locksBoard } from './locks.ts'
import { mailsBoard } from './mails.ts'
import { platformBoard } from './platform.ts'
import { sevenBoard } from './seven.ts'

export const DASHBOARDS = path.join(repositoryRoot, 'deploy/components/dashboards')
/** By the file that Grafana is given. */
export const BOARDS: Readonly<Record<string, Dashboard>> = {
  'seven.json': sevenBoard,
  'city.json': cityBoard,
  'locks.json': locksBoard,
  'mails.json': mailsBoard,
  'platform.json': platformBoard,
}

/** Writes the boards where the component has them. */
export async function writeDashboards(say: (line: string) => void): Promise<void> {
  await mkdir(DASHBOARDS, { recursive: true })
  for (const [file, board] of Object.entries(BOARDS)) {
    await writeFile(path.join(DASHBOARDS, file), textOf(board))
    say(`${file.padEnd(14)} ${board.panels?.length} panels`)
  }
}

export function textOf(board: Dashboard): string {
  return `${JSON.stringify(board, null, 2)}\n`
}
