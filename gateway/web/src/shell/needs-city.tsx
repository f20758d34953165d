import type { City } from '@asaichi/contract/catalog/city.ts'
import type { ComponentChildren } from 'preact'
import { say } from '../i18n/message.ts'
import { OwnText } from '../i18n/own-text.tsx'
import { P } from '../i18n/text.tsx'
import { AwayNotice } from '../ui/away-notice.tsx'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Notice } from '../ui/notice.tsx'
import { useCity } from './city.tsx'

/** A page that belongs to a city: who came without one chooses it in place. */
export function NeedsCity({ children }: { readonly children: (city: City) => ComponentChildren }) {
  const { city, cities, away, reload, chooseCity } = useCity()
  if (city) return <>{children(city)}</>
  if (!cities) return away ? <AwayNotice away={away} onRetry={reload} /> : <Loading />
  return (
    <Notice tone="info" title={say('common.no-city-title')}>
      <P k="common.no-city-text" />
      <div class="buttons">
        {cities.map(one => (
          <Button key={one.cityId} onClick={() => chooseCity(one.cityId)}>
            <OwnText of={one} field="name" />
          </Button>
        ))}
      </div>
    </Notice>
  )
}
