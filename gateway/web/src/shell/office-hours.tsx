import type { City } from '@asaichi/contract/catalog/city.ts'
import { OwnText } from '../i18n/own-text.tsx'
import { P, T } from '../i18n/text.tsx'

/** When the city's counter answers, below its telephone number. */
export function OfficeHours({ office }: Pick<City, 'office'>) {
  return (
    <>
      <p>
        <T k="common.contact-hours" />：<OwnText of={office} field="hours" />
      </p>
      <P k="common.contact-note" />
    </>
  )
}
