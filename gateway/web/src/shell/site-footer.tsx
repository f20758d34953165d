import { useSession } from '../api/session.tsx'
import { OwnText } from '../i18n/own-text.tsx'
import { H2, P, T } from '../i18n/text.tsx'
import { PhoneLink } from '../ui/phone-link.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useCity } from './city.tsx'
import { OfficeHours } from './office-hours.tsx'

/** Phone, hours and the city's links in the same place on every page (S7, WCAG 3.2.6), and the number of this screen. */
export function SiteFooter({ screen }: { readonly screen: string }) {
  const { city } = useCity()
  return (
    <footer class="site-footer">
      <div class="site-footer__inner">
        {city && <Contact />}
        <Links />
        <DemoLinks />
        <P k="common.screen-number" p={{ screen }} class="site-footer__screen" />
      </div>
    </footer>
  )
}

function Contact() {
  const { city } = useCity()
  if (!city) return null
  const { office } = city
  return (
    <section class="site-footer__contact" aria-labelledby="contact-title">
      <H2 k="common.contact" id="contact-title" />
      <p>
        <OwnText of={office} field="name" />
      </p>
      <p class="site-footer__phone">
        <T k="common.contact-phone" /> <PhoneLink phone={office.phone} />
      </p>
      <OfficeHours office={office} />
    </section>
  )
}

/** In the demo's town alone: where its mails arrive, its doors, and its clock. */
function DemoLinks() {
  const { isDemo } = useSession()
  if (!isDemo) return null
  return (
    <section aria-labelledby="demo-title">
      <H2 k="common.demo" id="demo-title" />
      <P k="common.demo-text" />
      <ul>
        <li>
          <TextLink href="/demo/mailbox" k="common.demo-mailbox" />
        </li>
        <li>
          <TextLink href="/keypad" k="common.demo-keypad" />
        </li>
        <li>
          <TextLink href="/demo/clock" k="common.demo-clock" />
        </li>
      </ul>
    </section>
  )
}

function Links() {
  const { city, cities = [] } = useCity()
  if (!city) return null
  return (
    <section aria-labelledby="links-title">
      <H2 k="common.links" id="links-title" />
      <ul>
        {city.links.map(link => (
          <li key={link.url}>
            <a href={link.url} rel="noreferrer">
              <OwnText of={link} field="title" />
            </a>
          </li>
        ))}
        {cities.length > 1 && (
          <li>
            <TextLink href="/cities" k="common.other-city" />
          </li>
        )}
      </ul>
    </section>
  )
}
