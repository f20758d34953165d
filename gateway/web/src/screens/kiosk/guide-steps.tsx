import type { ComponentChildren } from 'preact'
import type { texts as japanese } from '../../i18n/ja/kiosk.ts'
import { Ruby } from '../../i18n/text.tsx'
import { DoorPicture, KeypadPicture } from '../../ui/keypad-picture.tsx'

type Name = keyof typeof japanese
type Texts = Readonly<Record<Name, string>>
export type GuideTexts = { readonly ja: Texts; readonly easy: Texts; readonly en: Texts }

/** The paper speaks three languages at once, the rest of the page only the reader's. */
export async function loadGuideTexts(): Promise<GuideTexts> {
  const [ja, easy, en] = await Promise.all([
    import('../../i18n/ja/kiosk.ts'),
    import('../../i18n/ja-easy/kiosk.ts'),
    import('../../i18n/en/kiosk.ts'),
  ])
  return { ja: ja.texts, easy: easy.texts, en: en.texts }
}

type Step = { readonly name: Name; readonly picture: ComponentChildren }

const OPENING: readonly Step[] = [
  { name: 'open-square', picture: <KeypadPicture moment="square" times={2} /> },
  { name: 'open-lit', picture: <KeypadPicture moment="lit" /> },
  { name: 'open-code', picture: <KeypadPicture moment="code" /> },
  { name: 'open-enter', picture: <KeypadPicture moment="enter" /> },
  { name: 'open-door', picture: <DoorPicture look="open" /> },
]
const LOCKING: readonly Step[] = [
  { name: 'lock-outside', picture: <KeypadPicture moment="square" times={1} /> },
  { name: 'lock-inside', picture: <DoorPicture look="knob" /> },
  { name: 'lock-auto', picture: <DoorPicture look="clock" /> },
]

/** M27, both ways, each step with its picture. */
export function GuideSteps({ texts }: { readonly texts: GuideTexts }) {
  return (
    <>
      <h2>
        <Titles texts={texts} name="open-title" />
      </h2>
      <ol class="guide__steps">
        {OPENING.map((step, index) => (
          <GuideStep key={step.name} texts={texts} step={step} number={index + 1} />
        ))}
      </ol>
      <h2>
        <Titles texts={texts} name="lock-title" />
      </h2>
      <ul class="guide__steps">
        {LOCKING.map(step => (
          <GuideStep key={step.name} texts={texts} step={step} />
        ))}
      </ul>
    </>
  )
}

const NOTES = ['guide-when', 'guide-wrong', 'guide-trouble'] as const

/** What else is worth knowing at the door, for the foot of the paper. */
export function GuideNotes({ texts }: { readonly texts: GuideTexts }) {
  return (
    <>
      {NOTES.map(name => (
        <InThree key={name} texts={texts} name={name} />
      ))}
    </>
  )
}

type StepProps = { readonly texts: GuideTexts; readonly step: Step; readonly number?: number }

function GuideStep({ texts, step: { name, picture }, number }: StepProps) {
  return (
    <li class="guide__step">
      <div class="guide__picture">
        {number !== undefined && <span class="keypad-steps__number">{number}</span>}
        {picture}
      </div>
      <InThree texts={texts} name={name} />
    </li>
  )
}

type TextProps = { readonly texts: GuideTexts; readonly name: Name }

function InThree({ texts, name }: TextProps) {
  return (
    <div class="in-three">
      <p lang="ja" class="in-three__first">
        {texts.ja[name]}
      </p>
      <p lang="ja" class="in-three__easy">
        <Ruby text={texts.easy[name]} />
      </p>
      <p lang="en">{texts.en[name]}</p>
    </div>
  )
}

function Titles({ texts, name }: TextProps) {
  return (
    <>
      <span lang="ja">{texts.ja[name]}</span> <span lang="en">{texts.en[name]}</span>
    </>
  )
}
