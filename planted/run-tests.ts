import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { root } from './copy-of-repository.ts'

const Report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), title: z.string(), status: z.string() })),
    }),
  ),
})
export type Verdict = { readonly title: string; readonly status: string }

/** Runs a test file of the copy, or only its tests of a title; what became of each. Nothing where the file could not even be read. */
export async function runTests(
  folder: string,
  { test, title }: { readonly test: string; readonly title?: string },
): Promise<readonly Verdict[]> {
  const report = path.join(folder, 'planted-report.json')
  await rm(report, { force: true })
  const only = title === undefined ? [] : ['--testNamePattern', escaped(title)]
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      test,
      '--root',
      folder,
      '--reporter',
      'json',
      '--outputFile',
      report,
      ...only,
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, PATH: withServers() } },
  )
  await once(child, 'exit')
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}')
  return Report.parse(JSON.parse(text)).testResults.flatMap(file =>
    file.assertionResults.filter(({ status }) => status === 'passed' || status === 'failed'),
  )
}

// The servers that setup obtained lie in the original's folder.
function withServers(): string {
  return [path.join(root, '.town', 'bin'), process.env['PATH'] ?? ''].join(path.delimiter)
}

function escaped(title: string): string {
  return title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
