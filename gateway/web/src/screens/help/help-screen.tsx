import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, H3, P, Summary } from '../../i18n/text.tsx'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { OfficeHours } from '../../shell/office-hours.tsx'
import { Page } from '../../shell/page.tsx'
import { PhoneLink } from '../../ui/phone-link.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { DayCheck } from './day-check.tsx'
import { WhyNot } from './why-not.tsx'
import { WindowFacts } from './window-facts.tsx'

/** R18, M31: why a person cannot book, told from their own state, and the questions asked most. */
export function HelpScreen() {
  return (
    <Page title={say('help.help-title')} screen="R18" crumbs={[]}>
      <P k="help.help-lead" class="lead" />
      <NeedsCity>{city => <Help city={city} />}</NeedsCity>
    </Page>
  )
}

function Help({ city }: { readonly city: City }) {
  return (
    <>
      <section aria-labelledby="why-not">
        <H2 k="help.why-title" id="why-not" />
        <WhyNot city={city} />
        <H3 k="help.day-check-title" />
        <DayCheck cityId={city.cityId} />
      </section>
      <section aria-labelledby="windows">
        <H2 k="help.windows-title" id="windows" />
        <WindowFacts windows={city.policy.windows} />
      </section>
      <Questions />
      <Phone city={city} />
    </>
  )
}

type Question = { readonly ask: Key; readonly answer: Key; readonly way?: readonly [href: string, text: Key] }
const QUESTIONS: readonly Question[] = [
  { ask: 'help.ask-first', answer: 'help.answer-first', way: ['/register', 'help.way-register'] },
  { ask: 'help.ask-lost', answer: 'help.answer-lost', way: ['/search?free=1', 'help.way-free'] },
  {
    ask: 'help.ask-password',
    answer: 'help.answer-password',
    way: ['/password-help', 'help.way-password'],
  },
  { ask: 'help.ask-code', answer: 'help.answer-code' },
  { ask: 'help.ask-change', answer: 'help.answer-change', way: ['/my', 'help.way-my'] },
  { ask: 'help.ask-door', answer: 'help.answer-door', way: ['/guide', 'help.way-guide'] },
  { ask: 'help.ask-language', answer: 'help.answer-language' },
]

function Questions() {
  return (
    <section aria-labelledby="questions">
      <H2 k="help.questions-title" id="questions" />
      {QUESTIONS.map(({ ask, answer, way }) => (
        <details key={ask} class="question">
          <Summary k={ask} />
          <div>
            <P k={answer} />
            {way && (
              <p>
                <TextLink href={way[0]} k={way[1]} />
              </p>
            )}
          </div>
        </details>
      ))}
    </section>
  )
}

function Phone({ city: { office } }: { readonly city: City }) {
  return (
    <section aria-labelledby="phone">
      <H2 k="help.phone-title" id="phone" />
      <p>
        <OwnText of={office} field="name" />
      </p>
      <p class="big-phone">
        <PhoneLink phone={office.phone} />
      </p>
      <OfficeHours office={office} />
    </section>
  )
}
