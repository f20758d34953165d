import path from 'node:path'
import { type AuditRow, walkChain } from '@asaichi/audit/chain.ts'
import { checkActs } from '@asaichi/audit/check-acts.ts'
import { readAnchors } from '@asaichi/audit/heads.ts'
import type { Service } from '@asaichi/contract/define.ts'
import { listAuditLog } from '@asaichi/contract/lottery/rounds.ts'

/** What one service's log has to say, in a line. */
export type Finding = { readonly service: Service; readonly isWhole: boolean; readonly says: string }
export type Places = {
  /** The front door, where anybody can read the draws' log. */
  readonly url: string
  /** A folder with a file of copied heads for each service. */
  readonly anchors: string
  /** PostgreSQL, for the logs that name people; whoever may read them will do. */
  readonly database: string
}

/** V4: the logs of all services against their chains and against the heads that were copied out. One that is away hides no other. */
export async function auditFindings(places: Places): Promise<readonly Finding[]> {
  return await Promise.all([
    findingOf('lottery', () => readDraws(places)),
    findingOf('identity', () => readActs(places)),
  ])
}

type Read = Omit<Finding, 'service'>

async function findingOf(service: Service, read: () => Promise<Read>): Promise<Finding> {
  try {
    return { service, ...(await read()) }
  } catch (error) {
    return {
      service,
      isWhole: false,
      says: `NOT READ: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

async function readDraws({ url, anchors: folder }: Places): Promise<Read> {
  const anchors = await readAnchors(path.join(folder, 'lottery.log'))
  const walk = walkChain(anchors)
  let rows = 0
  for await (const row of drawsLog(url)) {
    const broken = walk.next(row)
    if (broken) return brokenAt('row', broken)
    rows += 1
  }
  const verdict = walk.end()
  return verdict.status === 'broken' ? brokenAt('row', verdict) : whole(`${rows} rows`, anchors.length)
}

async function* drawsLog(url: string): AsyncGenerator<AuditRow> {
  for (let after = 0; ; ) {
    const response = await fetch(`${url}/api/audit/lottery?after=${after}&limit=500`, {
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`the front door answered ${response.status}`)
    const { items } = listAuditLog.output.parse(await response.json())
    yield* items
    const last = items.at(-1)
    if (!last) return
    after = last.seq
  }
}

async function readActs({ database, anchors: folder }: Places): Promise<Read> {
  const anchors = await readAnchors(path.join(folder, 'identity.log'))
  const { verdict, sealed, waiting } = await checkActs({ url: database, schema: 'identity', anchors })
  return verdict.status === 'broken'
    ? brokenAt(verdict.what, verdict)
    : whole(`${sealed} acts sealed, ${waiting} to be sealed`, anchors.length)
}

function whole(counted: string, anchors: number): Read {
  return { isWhole: true, says: `ok: ${counted}, whole, and as in ${anchors} copied heads` }
}

function brokenAt(what: string, { seq, why }: { readonly seq: number; readonly why: string }): Read {
  return { isWhole: false, says: `BROKEN at ${what} ${seq}: ${why}` }
}
