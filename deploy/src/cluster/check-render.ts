import { access, copyFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { stringify } from 'yaml'
import { panelsIn } from '../checks/alerts.ts'
import { mistakesIn } from '../checks/all.ts'
import { unpinned } from '../checks/confinement.ts'
import { runCommand } from '../images/run-command.ts'
import { type Rendered, renderCombinations, renderOverlays } from './render.ts'

type Say = (line: string) => void

const PROMTOOL = '/usr/bin/promtool'
const RULES = path.join(repositoryRoot, 'deploy/components/prometheus')
const RULE_TESTS = ['rules.test.yaml', 'rules.daily.test.yaml'] as const

/** Stage A: renders everything and looks for what an API server would let through. Throws with every mistake. */
export async function checkRender(dir: string, say: Say): Promise<void> {
  const overlays = await renderOverlays(dir)
  const combinations = await renderCombinations(dir)
  const mistakes = [...overlays, ...combinations].flatMap(({ overlay, objects }) =>
    mistakesIn(objects).map(mistake => `${overlay}: ${mistake}`),
  )
  const production = overlays.find(({ overlay }) => overlay === 'production-example')
  mistakes.push(...unpinned(production?.objects ?? []).map(mistake => `production-example: ${mistake}`))
  for (const { overlay, objects } of overlays) say(`${overlay.padEnd(20)} ${objects.length} objects`)
  say(`${combinations.length} combinations of components rendered`)
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  say('no mistake found')
  await checkRules(dir, production, say)
}

/** The rules as the operator of Prometheus would write them down, given to Prometheus's own checker. */
async function checkRules(dir: string, production: Rendered | undefined, say: Say): Promise<void> {
  const rules = production?.objects.find(({ kind }) => kind === 'PrometheusRule')
  if (rules === undefined) throw new Error('production-example has no rules')
  const isThere = await access(PROMTOOL).then(
    () => true,
    () => false,
  )
  if (!isThere) return say('promtool skipped: apt-get install -y --no-install-recommends prometheus')
  await writeFile(path.join(dir, 'rules.yaml'), stringify(rules.spec))
  await writeFile(path.join(dir, 'panels.yaml'), stringify(asRules(panelsIn(production?.objects ?? []))))
  for (const file of ['rules.yaml', 'panels.yaml'])
    say((await runCommand([PROMTOOL, 'check', 'rules', file], { cwd: dir })).trim())
  for (const name of RULE_TESTS) {
    await copyFile(path.join(RULES, name), path.join(dir, name))
    await runCommand([PROMTOOL, 'test', 'rules', name], { cwd: dir })
    say(`${name}: as expected`)
  }
}

/** Prometheus reads the expressions of the boards only where they look like rules. */
function asRules(panels: ReturnType<typeof panelsIn>) {
  const rules = panels
    .flatMap(({ exprs }) => exprs)
    .map((expr, index) => ({ record: `panels:of_a_board:number${index}`, expr }))
  return { groups: [{ name: 'panels', rules }] }
}
