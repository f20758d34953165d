import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { FloorEnv } from './config.ts'

const ANSWER_MS = 10_000
const Status = z.looseObject({ message: z.string() })

/** Gives each autoscaler its new floor; a sentence for each. Throws where the API server refuses one. */
export async function setFloor(env: FloorEnv): Promise<readonly string[]> {
  const token = (await readFile(env.TOKEN_FILE, 'utf8')).trim()
  return await Promise.all(env.AUTOSCALERS.split(',').map(name => patch(name, token, env)))
}

async function patch(name: string, token: string, env: FloorEnv): Promise<string> {
  const { FLOOR, NAMESPACE, KUBERNETES_API } = env
  const url = new URL(
    `/apis/autoscaling/v2/namespaces/${NAMESPACE}/horizontalpodautoscalers/${name}`,
    KUBERNETES_API,
  )
  const answer = await fetch(url, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify({ spec: { minReplicas: FLOOR } }),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${name} keeps its floor: ${answer.status} ${wordsOf(said)}`)
  return `${name} has at least ${FLOOR} from now on.`
}

function wordsOf(said: string): string {
  try {
    return Status.parse(JSON.parse(said)).message
  } catch {
    return ''
  }
}
