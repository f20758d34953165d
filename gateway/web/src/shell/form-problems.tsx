import type { Away, Refused } from '../api/result.ts'
import type { ProblemCode } from '../api/routes.ts'
import type { FieldError } from '../forms/use-form.ts'
import { AwayNotice } from '../ui/away-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type Refusal = { readonly code: ProblemCode; readonly detail: string }
type Answer = { readonly status: 'ok' } | Refused<Refusal> | Away
type Props = {
  readonly form: {
    readonly errors: readonly FieldError[]
    readonly attempt: number
    readonly busy: boolean
    readonly answer: Answer | undefined
    readonly onSubmit: () => void
  }
}

/** On top of every form: wrong fields, the server's refusal, or that it is away with a button to send again. */
export function FormProblems({ form }: Props) {
  const { answer } = form
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {form.errors.length === 0 && !form.busy && answer?.status === 'refused' && (
        <ProblemNotice problem={answer.problem} live />
      )}
      {!form.busy && answer?.status === 'away' && (
        <AwayNotice away={answer} onRetry={() => form.onSubmit()} />
      )}
    </>
  )
}
