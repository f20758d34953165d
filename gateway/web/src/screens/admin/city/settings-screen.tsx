import type { City } from '@asaichi/contract/catalog/city.ts'
import { useState } from 'preact/hooks'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { H3, T } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import { useCity } from '../../../shell/city.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Told } from '../../staff/shared/told.tsx'
import { AdminPage } from '../admin-page.tsx'
import { ChangeList } from '../settings/change-list.tsx'
import type { Section } from '../settings/question.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { type Read, useSettings } from '../settings/use-settings.ts'
import { OFFICE } from './office-questions.ts'
import { RULES } from './rule-questions.ts'
import { TEXTS } from './text-questions.ts'
import { TryDay } from './try-day.tsx'
import { lookAtCity, putCity, useCityDocument } from './use-city-settings.ts'

type Part = { readonly title: Key; readonly sections: readonly Section[] }
const PARTS: Readonly<Record<string, Part>> = {
  office: { title: 'admin.set-home-office', sections: OFFICE },
  texts: { title: 'admin.set-home-texts', sections: TEXTS },
  rules: { title: 'admin.set-home-rules', sections: RULES },
}
const OFFICE_PART: Part = { title: 'admin.set-home-office', sections: OFFICE }

/** T7: what a city sets for itself, a page for each kind of it. */
export function CitySettingsScreen({ params: { part = '' } }: ScreenProps) {
  const { title, sections } = PARTS[part] ?? OFFICE_PART
  return (
    <AdminPage title={say(title)} screen="T7" under={[]}>
      {({ cityId }) => <CitySettings key={part} {...{ cityId, part, sections }} />}
    </AdminPage>
  )
}

type Props = {
  readonly cityId: string
  readonly part: string
  readonly sections: readonly Section[]
}

function CitySettings({ cityId, part, sections }: Props) {
  const [saved, setSaved] = useState(false)
  const city = useCityDocument(cityId)
  const { reload } = useCity()
  const onSaved = () => {
    setSaved(true)
    city.reload()
    reload()
  }
  return (
    <>
      <Told>{saved && <T k="admin.set-saved" />}</Told>
      <Shown of={city}>
        {read => <PartForm {...{ read, part, sections, onSaved }} reload={city.reload} />}
      </Shown>
    </>
  )
}

type FormProps = Pick<Props, 'part' | 'sections'> & {
  readonly read: Read<City>
  readonly reload: () => void
  readonly onSaved: () => void
}

function PartForm({ read, part, sections, reload, onSaved }: FormProps) {
  const settings = useSettings({
    read,
    reload,
    draft: `settings:${read.document.cityId}:${part}`,
    root: '',
    questions: sections.flatMap(({ questions }) => questions),
    look: lookAtCity,
    put: putCity,
    onSaved,
  })
  return (
    <SettingsForm
      settings={settings}
      sections={sections}
      planned={({ changes }) => (
        <>
          <H3 k="admin.set-changes-title" />
          <ChangeList changes={changes} sections={sections} />
        </>
      )}
      under={{
        'admin.set-s-windows': <TryDay city={settings.document} tag={read.tag ?? ''} />,
      }}
    />
  )
}
