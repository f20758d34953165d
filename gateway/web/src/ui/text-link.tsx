import { Link } from 'wouter-preact'
import { T, type TextOf } from '../i18n/text.tsx'

/** A link in the app that says one text. */
export function TextLink({ href, ...text }: TextOf & { readonly href: string }) {
  return (
    <Link href={href}>
      <T {...text} />
    </Link>
  )
}
