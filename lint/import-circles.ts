import type { Module } from './modules.ts'

/** A sentence for each group of files that can reach one another by their imports, whether of values, of types or lazy. */
export function importCircles(modules: readonly Module[]): readonly string[] {
  return circlesOf(new Map(modules.map(({ path, links }) => [path, [...new Set(links.map(({ to }) => to))]])))
    .map(circle => circle.toSorted())
    .toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
    .map(circle => `these files import each other in a circle: ${circle.join(', ')}`)
}

/** Tarjan's strongly connected components of more than one file. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    lowest.set(file, number)
    open.push(file)
    for (const to of graph.get(file) ?? []) {
      const reached = order.has(to) ? (open.includes(to) ? order.get(to) : undefined) : visit(to)
      lowest.set(file, Math.min(lowest.get(file) ?? number, reached ?? number))
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1) circles.push(circle)
    }
    return lowest.get(file) ?? number
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return circles
}
