import { T } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'

/** What to look at when a mail does not come, in the same words on every page that sends one. */
export function NoMail() {
  const { city } = useCity()
  return (
    <section aria-labelledby="no-mail">
      <h2 id="no-mail">
        <T k="person.no-mail-title" />
      </h2>
      <ul>
        <li>
          <T k="person.no-mail-spam" />
        </li>
        <li>
          <T k="person.no-mail-address" />
        </li>
        {city && (
          <li>
            <T k="person.no-mail-phone" p={{ phone: <PhoneLink phone={city.office.phone} /> }} />
          </li>
        )}
      </ul>
    </section>
  )
}

export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a class="nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      {phone}
    </a>
  )
}
