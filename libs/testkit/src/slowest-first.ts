import { BaseSequencer, type TestSpecification } from 'vitest/node'

// On a clean checkout vitest knows no durations and begins with the largest files, so the whole-town tests, which are short
// to read and long to run, would be left for the end with one worker idle.
const SLOW = [
  /gateway\/web\/tests\//,
  /town\/tests\/faults/,
  /services\/lottery\/tests\//,
  /town\/tests\//,
  /\/tests\//,
]

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    return bySize.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = SLOW.findIndex(pattern => pattern.test(moduleId))
  return index === -1 ? SLOW.length : index
}
