/** V8's own format, which DevTools opens too; times in µs. */
export type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples?: readonly number[]
  readonly timeDeltas?: readonly number[]
}

export type Hot = { readonly name: string; readonly file: string; readonly share: number }

// What V8 names when nothing of ours ran.
const ASLEEP: ReadonlySet<string> = new Set(['(idle)', '(root)'])

/** Functions by the time spent in themselves, the most first; `share` is of the time the process was not idle, 0 to 1. */
export function hottest(profile: CpuProfile, count: number): readonly Hot[] {
  return byFunction(profile)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, count)
}

/** The part of the time that goes to functions in files of this name, themselves. */
export function shareOf(profile: CpuProfile, files: RegExp): number {
  return byFunction(profile).reduce((sum, { file, share }) => sum + (files.test(file) ? share : 0), 0)
}

function byFunction(profile: CpuProfile): readonly Hot[] {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const spent = new Map<string, { readonly name: string; readonly file: string; us: number }>()
  let awakeUs = 0
  profile.samples?.forEach((id, index) => {
    const frame = frames.get(id)
    const us = Math.max(0, profile.timeDeltas?.[index] ?? 0)
    if (!frame || ASLEEP.has(frame.functionName)) return
    awakeUs += us
    const { name, file } = place(frame)
    const one = spent.get(`${name} ${file}`) ?? { name, file, us: 0 }
    spent.set(`${name} ${file}`, { ...one, us: one.us + us })
  })
  return [...spent.values()].map(({ name, file, us }) => ({ name, file, share: us / awakeUs }))
}

/** Files by name as they are known in the repository or on npm, wherever the clone lies. */
function place(frame: CpuProfile['nodes'][number]['callFrame']): {
  readonly name: string
  readonly file: string
} {
  const name = frame.functionName === '' ? `(anonymous, line ${frame.lineNumber + 1})` : frame.functionName
  const packaged = /node_modules\/(?!.*node_modules\/)(.+)$/.exec(frame.url)?.[1]
  const ours = /\/((?:services|gateway|libs|town)\/.+)$/.exec(frame.url)?.[1]
  return { name, file: packaged ?? ours ?? (frame.url || 'native code') }
}
