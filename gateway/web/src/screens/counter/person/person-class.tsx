import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Summary } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ClassSelect, useClasses } from '../../staff/people/class-select.tsx'

type Props = { readonly person: PersonFile; readonly onDone: (message: Message) => void }

/** G11: T9, nothing where the city has no classes. */
export function PersonClass({ person, onDone }: Props) {
  const { classes, now } = useClasses(person)
  return now ? <ClassForm {...{ person, onDone, classes }} now={now.classId} /> : null
}

type FormProps = Props & Pick<ReturnType<typeof useClasses>, 'classes'> & { readonly now: string }

function ClassForm({ person: { personId, version }, onDone, classes, now }: FormProps) {
  const form = useForm({
    initial: { classId: now },
    validate: () => [],
    submit: async ({ classId }) => {
      const answer = await api.post('/api/staff/people/{personId}/class', {
        params: { personId },
        body: { expectedVersion: version, classId },
      })
      if (answer.status === 'ok') onDone(say('fees.class-change-done'))
      return answer
    },
  })
  return (
    <details class="details">
      <Summary k="staff.counter-class" />
      <form onSubmit={form.onSubmit} noValidate>
        <P k="fees.class-change-note" />
        <FormProblems form={form} />
        <ClassSelect {...form.field('classId')} classes={classes} />
        <SubmitButton busy={form.busy} k="fees.class-change-do" />
      </form>
    </details>
  )
}
