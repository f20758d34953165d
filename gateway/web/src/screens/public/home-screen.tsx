import type { City } from '@asaichi/contract/catalog/city.ts'
import { useMe } from '../../api/session.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { P } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { BigLinks } from '../../ui/big-links.tsx'
import { CitiesScreen } from './cities-screen.tsx'
import { NewestNotices, VenueNotices } from './newest-notices.tsx'

/** R1: the city's home, or the choice of a city where none is known. */
export function HomeScreen() {
  const { city } = useCity()
  return city ? <CityHome city={city} /> : <CitiesScreen />
}

function CityHome({ city }: { readonly city: City }) {
  const me = useMe()
  return (
    <Page title={say('public.home-title', { city: ownWords(city, 'name', useLanguage()).text })} screen="R1">
      <P k="public.home-lead" class="lead" />
      <BigLinks
        links={[
          {
            href: '/search?free=1',
            title: say('public.home-see-free'),
            note: say('public.home-see-free-note'),
          },
          { href: '/search', title: say('public.home-find'), note: say('public.home-find-note') },
          ...(me
            ? [{ href: '/my', title: say('common.nav-my'), note: say('public.home-my-note') }]
            : [
                { href: '/register', title: say('public.home-first'), note: say('public.home-first-note') },
                { href: '/login', title: say('common.login'), note: say('public.home-login-note') },
              ]),
        ]}
      />
      <NewestNotices cityId={city.cityId} />
      <VenueNotices cityId={city.cityId} />
    </Page>
  )
}
