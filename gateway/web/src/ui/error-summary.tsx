import { useEffect, useRef } from 'preact/hooks'
import type { FieldError } from '../forms/use-form.ts'
import { H2, P, Say } from '../i18n/text.tsx'

type Props = { readonly errors: readonly FieldError[] /** `form.attempt` */; readonly attempt: number }

/** On top of the form after a submit that failed: takes the focus, and each line leads to its field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt === 0) return
    // After the heading of a page that opens with errors on it, which takes the focus first.
    const soon = setTimeout(() => box.current?.focus(), 0)
    return () => clearTimeout(soon)
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <H2 k="common.errors-title" />
      <P k="common.errors-count" p={{ count: errors.length }} />
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#f-${field}`}
              onClick={event => {
                event.preventDefault()
                focusField(field)
              }}
            >
              <Say message={message} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(field: string): void {
  const place = document.getElementById(`f-${field}`)
  const control = place?.matches('fieldset') ? place.querySelector<HTMLElement>('input, select') : place
  control?.focus()
}
