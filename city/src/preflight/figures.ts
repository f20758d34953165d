/** What one process tells: every figure of its answer by name, each with its labels. */
export type Told = ReadonlyMap<string, readonly Sample[]>
type Sample = { readonly labels: Readonly<Record<string, string>>; readonly value: number }

const LINE = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/
const LABEL = /([a-z_]+)="((?:[^"\\]|\\.)*)"/g

/** Reads the text format of Prometheus as our processes write it; what is no sample of it is left out. */
export function readFigures(text: string): Told {
  const told = new Map<string, Sample[]>()
  for (const line of text.split('\n')) {
    const [, name, labels = '', value] = LINE.exec(line) ?? []
    if (name === undefined) continue
    const pairs = [...labels.matchAll(LABEL)].map(([, label = '', word = '']) => [label, word] as const)
    told.set(name, [...(told.get(name) ?? []), { labels: Object.fromEntries(pairs), value: Number(value) }])
  }
  return told
}
