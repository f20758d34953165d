import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { P, useText } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { useCity, usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { GuideNotes, GuideSteps, type GuideTexts, loadGuideTexts } from './guide-steps.tsx'

/** L2: how a door is opened, in three languages at once, to hang beside it; the QR code of the paper leads here. */
export function GuideScreen({ params: { venueId } }: ScreenProps) {
  return (
    <Page title={say('kiosk.guide-title')} screen="L2">
      <P k="kiosk.guide-lead" class="lead no-print" />
      {venueId === undefined ? <Guide path="/guide" /> : <GuideOfVenue venueId={venueId} />}
    </Page>
  )
}

function GuideOfVenue({ venueId }: { readonly venueId: string }) {
  const venue = useApi(signal => api.get('/api/venues/{venueId}', { params: { venueId }, signal }), [venueId])
  usePageCity(venue.value?.cityId)
  return <Shown of={venue}>{value => <Guide path={`/guide/${venueId}`} venue={value} />}</Shown>
}

type GuideProps = { readonly path: string; readonly venue?: Venue }

function Guide({ path, venue }: GuideProps) {
  const texts = useGuideTexts()
  const { city } = useCity()
  const t = useText()
  if (!texts) return <Loading />
  return (
    <PrintSheet>
      <div class="guide">
        {venue && <VenueName venue={venue} />}
        <GuideSteps texts={texts} />
        <div class="guide__foot">
          <div>
            <GuideNotes texts={texts} />
            <p class="guide__phone">{venue?.phone ?? city?.office.phone}</p>
          </div>
          <div class="guide__qr">
            <img
              src={`/api/qr?path=${encodeURIComponent(path)}`}
              alt={t('kiosk.guide-qr')}
              width="160"
              height="160"
            />
            <p>{`${location.host}${path}`}</p>
          </div>
        </div>
      </div>
    </PrintSheet>
  )
}

/** The paper hangs there for readers of every language. */
function VenueName({ venue: { name, translations } }: { readonly venue: Venue }) {
  const english = translations?.en?.name
  return (
    <p class="guide__venue">
      <span lang="ja">{translations?.['ja-easy']?.name ?? name}</span>
      {english !== undefined && (
        <>
          <br />
          <span lang="en">{english}</span>
        </>
      )}
    </p>
  )
}

function useGuideTexts(): GuideTexts | undefined {
  const [texts, setTexts] = useState<GuideTexts>()
  useEffect(() => {
    void loadGuideTexts().then(setTexts)
  }, [])
  return texts
}
