import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { timesText } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Wanted } from '../availability/paths.ts'

/** G5: who has just found a time taken can ask to be told when it is free again. */
export function WatchTime({ wanted: { listingId, date, from, to } }: { readonly wanted: Wanted }) {
  const language = useLanguage()
  const [isTold, setTold] = useState(false)
  const form = useForm({
    initial: {},
    submit: async () => {
      const params = { listingId }
      const answer = await api.post('/api/listings/{listingId}/watch', { params, body: { date, from, to } })
      if (answer.status === 'ok') setTold(true)
      return answer
    },
  })
  return (
    <section class="no-print" aria-labelledby="watch-title">
      <H2 k="availability.watch-title" id="watch-title" />
      {isTold ? (
        <Notice tone="success" title={say('availability.watch-done-title')} live>
          <P k="availability.watch-done-text" p={{ times: timesText(from, to, language) }} />
        </Notice>
      ) : (
        <form onSubmit={form.onSubmit} noValidate>
          <FormProblems form={form} />
          <P k="availability.watch-text" />
          <Button type="submit" kind="secondary" busy={form.busy} k="availability.watch-send" />
        </form>
      )}
    </section>
  )
}
