import type { Reporter, TestModule } from 'vitest/node'

/** CI reads one plain line, `N passed, N failed, N skipped`; vitest's own closing lines are not among those it knows. */
class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state))
    const broken = modules.filter(module => module.errors().length > 0).length + errors.length
    const count = (state: string) => states.filter(each => each === state).length
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped') + count('pending')} skipped\n`,
    )
  }
}

// oxlint-disable-next-line import/no-default-export -- vitest loads a reporter by its default export.
export default CountReporter
