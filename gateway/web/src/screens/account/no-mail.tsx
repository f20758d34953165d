import { H2, Li } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { PhoneLink } from '../../ui/phone-link.tsx'

/** What to look at when a mail does not come, in the same words on every page that sends one. */
export function NoMail() {
  const { city } = useCity()
  return (
    <section aria-labelledby="no-mail">
      <H2 k="person.no-mail-title" id="no-mail" />
      <ul>
        <Li k="person.no-mail-spam" />
        <Li k="person.no-mail-address" />
        {city && <Li k="person.no-mail-phone" p={{ phone: <PhoneLink phone={city.office.phone} /> }} />}
      </ul>
    </section>
  )
}
