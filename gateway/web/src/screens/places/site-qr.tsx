import { H2, useText } from '../../i18n/text.tsx'

/** M1: the way from paper to this page; the address stands below for who cannot scan. */
export function SiteQr({ path }: { readonly path: string }) {
  const t = useText()
  return (
    <section aria-labelledby="qr">
      <H2 k="places.qr-title" id="qr" />
      <img
        class="qr"
        src={`/api/qr?path=${encodeURIComponent(path)}`}
        width="176"
        height="176"
        alt={t('places.qr-alt')}
      />
      <p class="qr__address">{location.origin + path}</p>
    </section>
  )
}
