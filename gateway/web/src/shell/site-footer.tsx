import { Link } from 'wouter-preact'
import { useSession } from '../api/session.tsx'
import { OwnText } from '../i18n/own-text.tsx'
import { T } from '../i18n/text.tsx'
import { useCity } from './city.tsx'

/** Phone, hours and the city's links in the same place on every page (S7, WCAG 3.2.6), and the number of this screen. */
export function SiteFooter({ screen }: { readonly screen: string }) {
  const { city } = useCity()
  return (
    <footer class="site-footer">
      <div class="site-footer__inner">
        {city && <Contact />}
        <Links />
        <DemoLinks />
        <p class="site-footer__screen">
          <T k="common.screen-number" p={{ screen }} />
        </p>
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
      <h2 id="contact-title">
        <T k="common.contact" />
      </h2>
      <p>
        <OwnText of={office} field="name" />
      </p>
      <p class="site-footer__phone">
        <T k="common.contact-phone" />{' '}
        <a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a>
      </p>
      <p>
        <T k="common.contact-hours" />：<OwnText of={office} field="hours" />
      </p>
      <p>
        <T k="common.contact-note" />
      </p>
    </section>
  )
}

/** In the demo's town alone: where its mails arrive, its doors, and its clock. */
function DemoLinks() {
  const { isDemo } = useSession()
  if (!isDemo) return null
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">
        <T k="common.demo" />
      </h2>
      <p>
        <T k="common.demo-text" />
      </p>
      <ul>
        <li>
          <Link href="/demo/mailbox">
            <T k="common.demo-mailbox" />
          </Link>
        </li>
        <li>
          <Link href="/keypad">
            <T k="common.demo-keypad" />
          </Link>
        </li>
        <li>
          <Link href="/demo/clock">
            <T k="common.demo-clock" />
          </Link>
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
      <h2 id="links-title">
        <T k="common.links" />
      </h2>
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
            <Link href="/cities">
              <T k="common.other-city" />
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}
