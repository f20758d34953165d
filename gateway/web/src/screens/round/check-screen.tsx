import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Moment } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { roundPath } from '../own/paths.ts'
import { CheckForm } from './check-form.tsx'

/** V1: the reader's own device draws again from the public record, and says what it found. */
export function CheckScreen({ params: { cityId = '', date = '' } }: ScreenProps) {
  const shown = useApi(
    signal => api.get('/api/cities/{cityId}/rounds/{date}', { params: { cityId, date }, signal }),
    [cityId, date],
  )
  usePageCity(cityId)
  const recordPath = roundPath(cityId, date)
  return (
    <Page
      title={say('lottery.check-here')}
      screen="R12"
      crumbs={[{ href: recordPath, label: say('lottery.round-title') }]}
    >
      <P k="lottery.check-here-text" class="lead" />
      <Shown of={shown}>
        {({ status, roundId, drawAt }) =>
          status === 'published' ? (
            <CheckForm roundId={roundId} />
          ) : (
            <P k="lottery.check-later" p={{ at: <Moment at={drawAt} /> }} />
          )
        }
      </Shown>
      <div class="buttons">
        <ButtonLink href={recordPath} kind="secondary" k="lottery.check-back" />
      </div>
    </Page>
  )
}
