import type { Language } from '@asaichi/contract/actor.ts'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { chooseLanguage } from '../../i18n/chosen-language.ts'
import { LANGUAGES, languageFrom, nameOf } from '../../i18n/languages.ts'
import { say } from '../../i18n/message.ts'
import { H2 } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/form/choice.tsx'
import { Notice } from '../../ui/notice.tsx'

const OPTIONS = LANGUAGES.map(value => ({ value, label: nameOf(value) }))

type Props = { readonly language: Language; readonly onDone: () => void }

/** R19: the language of the mails, and of the pages with them. */
export function LanguageForm({ language, onDone }: Props) {
  const form = useForm({
    initial: { language: language as string },
    submit: async values => {
      const chosen = languageFrom(values.language)
      const answer = await api.post('/api/me/language', { body: { language: chosen } })
      if (answer.status === 'ok') {
        await chooseLanguage(chosen)
        onDone()
      }
      return answer
    },
  })
  return (
    <section aria-labelledby="mail-language">
      <H2 k="member.language-title" id="mail-language" />
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <RadioGroup label={say('member.language-choose')} options={OPTIONS} {...form.field('language')} />
        <Button type="submit" kind="secondary" busy={form.busy} k="member.language-save" />
        {form.answer?.status === 'ok' && !form.busy && (
          <Notice tone="success" title={say('member.language-saved')} live />
        )}
      </form>
    </section>
  )
}
