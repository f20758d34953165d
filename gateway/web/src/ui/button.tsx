import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import { T, type TextOf } from '../i18n/text.tsx'

type Look = {
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'text'
  readonly size?: 'normal' | 'small' | 'large'
}
/** One text, or what stands between the tags. */
type Words =
  | (TextOf & { readonly children?: undefined })
  | { readonly k?: undefined; readonly children: ComponentChildren }
type ButtonProps = Look &
  Words & {
    readonly type?: 'button' | 'submit'
    /** The button stays focusable and says what goes on; a second press does nothing. */
    readonly busy?: boolean
    /** Not to be pressed now; say the reason beside the button. */
    readonly disabled?: boolean
    readonly describedBy?: string
    readonly pressed?: boolean
    readonly onClick?: () => void
  }

// Buttons are flex boxes, and ruby in one would break the text apart: hence the span around what they say.
export function Button({ type = 'button', busy = false, disabled = false, ...props }: ButtonProps) {
  const isOff = busy || disabled
  return (
    <button
      type={type}
      class={lookOf(props)}
      aria-disabled={isOff ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      onClick={event => {
        if (isOff) event.preventDefault()
        else props.onClick?.()
      }}
    >
      <span>{busy ? <T k="common.sending" /> : wordsOf(props)}</span>
    </button>
  )
}

/** The one button that sends a form: `<SubmitButton busy={form.busy} k="…" />`. */
export function SubmitButton(props: Words & { readonly busy?: boolean; readonly disabled?: boolean }) {
  return <Button type="submit" size="large" {...props} />
}

type LinkProps = Look & Words & { readonly href: string; readonly download?: boolean }

/** A link that looks like a button; addresses of the API (`.ics`) and other sites leave the app. */
export function ButtonLink({ href, download = false, ...props }: LinkProps) {
  const leavesApp = download || !href.startsWith('/') || href.startsWith('/api/')
  if (leavesApp)
    return (
      <a href={href} class={lookOf(props)} {...(download && { download: '' })}>
        <span>{wordsOf(props)}</span>
      </a>
    )
  return (
    <Link href={href} class={lookOf(props)}>
      <span>{wordsOf(props)}</span>
    </Link>
  )
}

function lookOf({ kind = 'primary', size = 'normal' }: Look): string {
  return `button button--${kind} button--${size}`
}

function wordsOf(words: Words): ComponentChildren {
  return words.k === undefined ? words.children : <T k={words.k} p={words.p} />
}
