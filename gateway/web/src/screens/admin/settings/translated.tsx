import { say } from '../../../i18n/message.ts'
import { Summary, sayPlain } from '../../../i18n/text.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { textOf } from './document.ts'
import { otherLanguages } from './other-languages.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope.ts'

type Props = { readonly question: Question; readonly scope: Scope }

/** V7: the same words in the other two languages, folded away: what is left out is shown in Japanese. */
export function Translated({ question, scope }: Props) {
  const Field = question.kind === 'lines' ? TextArea : TextField
  const others = otherLanguages(question.path)
  const isWrong = others.some(({ path }) => scope.error(path) !== undefined)
  return (
    <details class="translated" open={isWrong}>
      <Summary k="admin.set-other-languages" p={{ field: sayPlain(say(question.label)) }} />
      {others.map(({ language, label, path }) => (
        <Field
          key={language}
          id={`f-${scope.at(path)}`}
          name={scope.at(path)}
          value={textOf(scope.get(path))}
          error={scope.error(path)}
          label={say(label, { field: sayPlain(say(question.label)) })}
          optional
          onChange={text => scope.set(path, text === '' ? undefined : text)}
        />
      ))}
    </details>
  )
}
