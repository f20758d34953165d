import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { useCity } from '../../../shell/city.tsx'
import { BigLinks } from '../../../ui/big-links.tsx'
import { Team } from '../team/team.tsx'
import { CityForm } from './city-form.tsx'
import { OperatorPage } from './operator-page.tsx'

/** T16, V9: the cities of the installation, a new one, and who else runs it. */
export function CitiesScreen() {
  return (
    <OperatorPage title={say('admin.cities-title')} screen="T16">
      {({ personId }) => (
        <>
          <Cities />
          <CityForm />
          <H2 k="admin.operators-title" />
          <P k="admin.operators-lead" />
          <Team cityId={INSTALLATION} ownId={personId} roles={['operator']} />
        </>
      )}
    </OperatorPage>
  )
}

function Cities() {
  const { cities } = useCity()
  if (!cities) return null
  if (cities.length === 0) return <P k="admin.cities-none" />
  return (
    <BigLinks
      links={cities.map(({ cityId, name, office }) => ({
        href: `/operator/cities/${cityId}`,
        title: name,
        note: office.name,
      }))}
    />
  )
}
