import type { Check } from '@asaichi/draw/check.ts'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { CheckReport } from './check-report.tsx'

// A large city's record has megabytes.
const RECORD_MS = 60_000

/** What was noted down beforehand, the button, and what the device found. */
export function CheckForm({ roundId }: { readonly roundId: string }) {
  const form = useForm({
    initial: { root: '', digest: '' },
    submit: noted => checkedAgain(roundId, noted),
  })
  const { answer } = form
  return (
    <>
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <TextField
          optional
          label={say('verify.step-noted-root')}
          hint={say('verify.noted-hint')}
          {...form.field('root')}
        />
        <TextField optional label={say('verify.step-noted-digest')} {...form.field('digest')} />
        <SubmitButton busy={form.busy} k="verify.start" />
      </form>
      <div role="status">
        {!form.busy && answer?.status === 'ok' && <CheckReport checks={answer.checks} />}
      </div>
    </>
  )
}

/** `checks` is null where this browser cannot count: it is older than what the arithmetic needs. */
async function checkedAgain(
  roundId: string,
  { root, digest }: { readonly root: string; readonly digest: string },
) {
  const got = await api.get('/api/rounds/{roundId}/bundle', { params: { roundId }, deadlineMs: RECORD_MS })
  if (got.status !== 'ok') return got
  return { status: 'ok', checks: await checksOf(got.value, { root, digest }) } as const
}

async function checksOf(
  bundle: unknown,
  noted: { readonly root: string; readonly digest: string },
): Promise<readonly Check[] | null> {
  try {
    const { verifyBundle } = await import('./verifier.ts')
    return verifyBundle(bundle, { root: asNoted(noted.root), digest: asNoted(noted.digest) })
  } catch {
    return null
  }
}

function asNoted(text: string): string | undefined {
  const value = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  return value === '' ? undefined : value
}
