import type { ComponentChildren } from 'preact'
import type { Key } from '../i18n/catalogue.ts'
import { H3, Span } from '../i18n/text.tsx'
import { DoorPicture, KeypadPicture } from './keypad-picture.tsx'

type Step = { readonly text: Key; readonly picture: ComponentChildren }

// The words are those of the area `kiosk`.
const OPENING: readonly Step[] = [
  { text: 'kiosk.open-square', picture: <KeypadPicture moment="square" times={2} /> },
  { text: 'kiosk.open-lit', picture: <KeypadPicture moment="lit" /> },
  { text: 'kiosk.open-code', picture: <KeypadPicture moment="code" /> },
  { text: 'kiosk.open-enter', picture: <KeypadPicture moment="enter" /> },
  { text: 'kiosk.open-door', picture: <DoorPicture look="open" /> },
]
const LOCKING: readonly Step[] = [
  { text: 'kiosk.lock-outside', picture: <KeypadPicture moment="square" times={1} /> },
  { text: 'kiosk.lock-inside', picture: <DoorPicture look="knob" /> },
  { text: 'kiosk.lock-auto', picture: <DoorPicture look="clock" /> },
]

/** M27: how a door is opened and locked, as words with a picture each. */
export function KeypadSteps() {
  return (
    <>
      <H3 k="kiosk.open-title" />
      <ol class="keypad-steps">
        {OPENING.map((step, index) => (
          <StepItem key={step.text} {...step} number={index + 1} />
        ))}
      </ol>
      <H3 k="kiosk.lock-title" />
      <ul class="keypad-steps">
        {LOCKING.map(step => (
          <StepItem key={step.text} {...step} />
        ))}
      </ul>
    </>
  )
}

function StepItem({ text, picture, number }: Step & { readonly number?: number }) {
  return (
    <li class="keypad-steps__step">
      {picture}
      <p>
        {number !== undefined && <span class="keypad-steps__number">{number}</span>}
        <Span k={text} />
      </p>
    </li>
  )
}
