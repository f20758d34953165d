import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import { useCity } from '../../../shell/city.tsx'
import { Team } from '../team/team.tsx'
import { OperatorPage } from './operator-page.tsx'

/** T17, V9: one city, for whose first admin it waits. */
export function CityScreen({ params: { cityId = '' } }: ScreenProps) {
  const { cities } = useCity()
  const name = cities?.find(city => city.cityId === cityId)?.name ?? cityId
  return (
    <OperatorPage title={say('admin.city-title', { name })} screen="T17">
      {({ personId }) => (
        <>
          <P k="admin.city-lead" class="lead" />
          <Team cityId={cityId} ownId={personId} roles={['admin']} />
        </>
      )}
    </OperatorPage>
  )
}
