import { useEffect, useState } from 'preact/hooks'
import { api, type ResultAt } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { P } from '../../i18n/text.tsx'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { FormProblems } from '../form-problems.tsx'
import { FactorField } from './factor-field.tsx'

type Begun = ResultAt<'post', '/api/step-up'>
type Challenge = Extract<Begun, { status: 'ok' }>['value']
type Props = { readonly onEnd: (isGiven: boolean) => void }

/** V9: the code in place; what was wanted goes on by itself once it is right. */
export function StepUpDialog({ onEnd }: Props) {
  const [begun, setBegun] = useState<Begun>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    setBegun(undefined)
    void api.post('/api/step-up', { body: {} }).then(setBegun)
  }, [round])
  const again = () => setRound(number => number + 1)
  return (
    <Dialog title={say('factor.again-title')} isOpen onClose={() => onEnd(false)}>
      <P k="factor.again-text" />
      {begun === undefined ? (
        <Loading />
      ) : begun.status === 'ok' ? (
        <CodeForm key={begun.value.challengeId} challenge={begun.value} onEnd={onEnd} onAgain={again} />
      ) : (
        <>
          <FormProblems form={{ errors: [], attempt: 0, busy: false, answer: begun, onSubmit: again }} />
          <Button kind="secondary" onClick={() => onEnd(false)} k="common.cancel-action" />
        </>
      )}
    </Dialog>
  )
}

type CodeProps = Props & { readonly challenge: Challenge; readonly onAgain: () => void }

function CodeForm({ challenge: { challengeId, by }, onEnd, onAgain }: CodeProps) {
  const form = useForm<{ readonly factor: string }, ResultAt<'post', '/api/step-up/code'>>({
    initial: { factor: '' },
    validate: ({ factor }) =>
      factor.trim() === '' ? [{ field: 'factor' as const, message: say('factor.code-missing') }] : [],
    submit: async ({ factor }) => {
      const answer = await api.post('/api/step-up/code', { body: { challengeId, code: factor } })
      if (answer.status === 'ok') onEnd(true)
      if (answer.status === 'refused' && answer.problem.code === 'code-wrong')
        form.setErrors([{ field: 'factor', message: problemMessage(answer.problem) }])
      return answer
    },
  })
  const isOver = form.answer?.status === 'refused' && form.answer.problem.code === 'code-not-valid'
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <FactorField by={by} {...form.field('factor')} />
      <div class="buttons">
        {isOver ? null : <SubmitButton busy={form.busy} k="factor.again-do" />}
        <Button
          kind="secondary"
          onClick={onAgain}
          k={by === 'app' ? 'factor.again-anew' : 'factor.again-mail'}
        />
        <Button kind="text" onClick={() => onEnd(false)} k="common.cancel-action" />
      </div>
    </form>
  )
}
