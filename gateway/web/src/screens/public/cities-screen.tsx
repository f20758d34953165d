import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { P } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { BigLinks } from '../../ui/big-links.tsx'
import { Loading } from '../../ui/loading.tsx'

/** M1: the choice of a city; it is remembered on this machine. */
export function CitiesScreen() {
  const language = useLanguage()
  const { cities, away, reload } = useCity()
  return (
    <Page title={say('public.choose-city-title')} screen="R1">
      {away && <AwayNotice away={away} onRetry={reload} />}
      {!cities && !away && <Loading />}
      {cities && (
        <>
          <P k="public.choose-city-lead" class="lead" />
          <BigLinks
            links={cities.map(city => ({
              href: `/cities/${city.cityId}`,
              title: ownWords(city, 'name', language).text,
              note: ownWords(city.office, 'name', language).text,
            }))}
          />
        </>
      )}
    </Page>
  )
}
