import type { LocalDate } from '@asaichi/contract/time.ts'
import { dateMarks } from '../i18n/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import { Ruby } from '../i18n/text.tsx'

const WEEKDAY = /（[^（]*）$|^[A-Z][a-z]{2} /

/** A date of birth: nobody asks on which day of the week that was. */
export function BirthDate({ date }: { readonly date: LocalDate }) {
  const language = useLanguage()
  return (
    <time dateTime={date}>
      <Ruby text={dateMarks(date, language).replace(WEEKDAY, '')} />
    </time>
  )
}
