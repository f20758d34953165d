import { P } from '../i18n/text.tsx'

/** G10: why a time does not cost what the room's page says for half an hour. */
export function FeeNote({ rate }: { readonly rate: number }) {
  return <P k="fees.note" p={{ percent: rate / 100 }} />
}
