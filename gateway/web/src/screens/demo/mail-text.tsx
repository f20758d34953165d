import { Link } from 'wouter-preact'
import { linesWithLinks } from './links-in-text.ts'

/** The text of a mail; only links to this very site can be followed. */
export function MailText({ text }: { readonly text: string }) {
  return (
    <>
      {linesWithLinks(text, location.origin).map((piece, index) =>
        piece.path === undefined ? (
          piece.text
        ) : (
          <Link key={index} href={piece.path}>
            {piece.text}
          </Link>
        ),
      )}
    </>
  )
}
