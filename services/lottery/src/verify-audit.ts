import { parseArgs } from 'node:util'
import { readAnchors } from '@asaichi/audit/anchor.ts'
import { type AuditRow, verifyChain } from '@asaichi/audit/chain.ts'
import { listAuditLog } from '@asaichi/contract/lottery/rounds.ts'

// `npm run verify-audit`: the public log, read through the front door as anyone can, against the heads that were copied out.
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    anchors: { type: 'string', default: '.town/audit/lottery.log' },
  },
})

const rows = await readLog(values.url)
const anchors = await readAnchors(values.anchors)
const verdict = verifyChain(rows, anchors)
process.stdout.write(
  verdict.status === 'whole'
    ? `ok: ${rows.length} rows, whole, and as in ${anchors.length} copied heads\n`
    : `BROKEN at row ${verdict.seq}: ${verdict.why}\n`,
)
process.exitCode = verdict.status === 'whole' ? 0 : 1

async function readLog(url: string): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = []
  for (;;) {
    const response = await fetch(`${url}/api/audit/lottery?after=${rows.length}&limit=500`, {
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`the log was not answered: ${response.status}`)
    const { items } = listAuditLog.output.parse(await response.json())
    if (items.length === 0) return rows
    rows.push(...items)
  }
}
