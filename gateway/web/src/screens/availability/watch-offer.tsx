import { useState } from 'preact/hooks'
import { useMe } from '../../api/session.tsx'
import { timesText } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { H3, P } from '../../i18n/text.tsx'
import { runsOf, type Slot, type TimeRange } from '../../lib/range.ts'
import { useLater } from '../../shell/later.ts'
import { loginPath } from '../../shell/login-path.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { WatchFormProps } from './watch-form.tsx'

type Props = Omit<WatchFormProps, 'runs' | 'onTold'> & { readonly slots: readonly Slot[] }

/** G5: a mail, once, when a taken time can be booked again. Nobody waits for their own. */
export function WatchOffer(props: Props) {
  const me = useMe()
  const [told, setTold] = useState<TimeRange>()
  const language = useLanguage()
  const runs = runsOf(
    props.slots.filter(slot => slot.own !== true),
    mark => mark !== 'o',
  )
  if (runs.length === 0) return null
  return (
    <section aria-labelledby="watch-title">
      <H3 k="availability.watch-title" id="watch-title" />
      <P k="availability.watch-text" />
      {told && (
        <Notice tone="success" title={say('availability.watch-done-title')} live>
          <P k="availability.watch-done-text" p={{ times: timesText(told.from, told.to, language) }} />
        </Notice>
      )}
      {me ? (
        <Form {...props} runs={runs} onTold={setTold} />
      ) : (
        <ButtonLink href={loginPath()} kind="secondary" k="availability.watch-login" />
      )}
    </section>
  )
}

// Only who is logged in can be told, and nobody is when a page is seen first.
function Form(props: WatchFormProps) {
  const part = useLater(() => import('./watch-form.tsx'), [])
  return part ? <part.WatchForm {...props} /> : null
}
