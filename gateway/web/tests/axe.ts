import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const RULES: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] }

type WithAxe = { readonly axe: { readonly run: (on: Document, rules: RunOptions) => Promise<AxeResults> } }

/** What axe finds wrong with the page as it is now, one readable line each; the visit needs `bypassCSP`. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  // Safe: the script above defines it.
  const { violations } = await page.evaluate(
    rules => (window as unknown as WithAxe).axe.run(document, rules),
    RULES,
  )
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ html, target }) => `${id} (${impact}): ${help}\n  ${target.join(' ')}\n  ${html.slice(0, 200)}`,
    ),
  )
}
