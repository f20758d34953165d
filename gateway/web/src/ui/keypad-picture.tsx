/** What is pressed in a picture of the keypad; the digits glow from the second press of the square on (M27). */
type KeypadMoment = 'square' | 'lit' | 'code' | 'enter'

const ROWS = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
  ['square', '0', 'E'],
] as const
const STEP = 28
const SIZE = 24

type Props = {
  readonly moment: KeypadMoment
  /** How often the key is pressed, written beside it. */
  readonly times?: number
}

/** A keypad with the keys to press picked out. The words stand beside it. */
export function KeypadPicture({ moment, times }: Props) {
  return (
    <svg class="picture picture--keypad" viewBox="0 0 134 132" aria-hidden="true" focusable="false">
      <rect class="picture__body" x="36" y="2" width="96" height="128" rx="10" />
      {ROWS.flatMap((row, y) =>
        row.map((key, x) => (
          <KeyPicture key={key} name={key} look={lookOf(key, moment)} x={44 + x * STEP} y={12 + y * STEP} />
        )),
      )}
      {times !== undefined && (
        <text class="picture__times" x="15" y="115" text-anchor="middle">
          ×{times}
        </text>
      )}
    </svg>
  )
}

type Look = 'dark' | 'glowing' | 'pressed'
type KeyProps = { readonly name: string; readonly look: Look; readonly x: number; readonly y: number }

function KeyPicture({ name, look, x, y }: KeyProps) {
  return (
    <>
      <rect class={`picture__key picture__key--${look}`} x={x} y={y} width={SIZE} height={SIZE} rx="4" />
      {name === 'square' ? (
        <rect class={`picture__mark picture__mark--${look}`} x={x + 7} y={y + 7} width="10" height="10" />
      ) : (
        <text class={`picture__name picture__name--${look}`} x={x + 12} y={y + 17} text-anchor="middle">
          {name}
        </text>
      )}
    </>
  )
}

// Any three stand for a code.
const CODE: readonly string[] = ['2', '6', '7']

function lookOf(key: string, moment: KeypadMoment): Look {
  if (moment === 'square') return key === 'square' ? 'pressed' : 'dark'
  if (moment === 'code' && CODE.includes(key)) return 'pressed'
  if (moment === 'enter' && key === 'E') return 'pressed'
  return key === 'square' ? 'dark' : 'glowing'
}

/** The door, open or shut, or the knob that is turned from inside. */
export function DoorPicture({ look }: { readonly look: 'open' | 'knob' | 'clock' }) {
  return (
    <svg class="picture" viewBox="0 0 100 132" aria-hidden="true" focusable="false">
      {look === 'open' && <OpenDoor />}
      {look === 'knob' && <Knob />}
      {look === 'clock' && <AutoLock />}
    </svg>
  )
}

function OpenDoor() {
  return (
    <>
      <rect class="picture__frame" x="14" y="8" width="72" height="116" />
      <path class="picture__leaf" d="M14 8 L56 22 L56 130 L14 124 Z" />
      <circle class="picture__dot" cx="48" cy="76" r="4" />
    </>
  )
}

function Knob() {
  return (
    <>
      <rect class="picture__frame" x="8" y="8" width="84" height="116" />
      <circle class="picture__ring" cx="50" cy="62" r="22" />
      <rect class="picture__bar" x="45" y="44" width="10" height="36" rx="4" />
      <path class="picture__arrow" d="M20 42 A36 36 0 0 1 80 42" />
      <path class="picture__head" d="M86 50 L71 45 L83 35 Z" />
    </>
  )
}

function AutoLock() {
  return (
    <>
      <rect class="picture__leaf" x="16" y="58" width="68" height="56" rx="6" />
      <path class="picture__arrow" d="M30 58 V40 A20 20 0 0 1 70 40 V58" />
      <circle class="picture__face" cx="50" cy="86" r="18" />
      <path class="picture__hand" d="M50 74 V86 L59 92" />
    </>
  )
}
