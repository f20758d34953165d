import { H2 } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'

/** M9: shown once; each opens one login without the app. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <section aria-labelledby="recovery-codes">
      <H2 k="factor.codes-title" id="recovery-codes" />
      <ol class="recovery-codes">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="buttons no-print">
        <Button kind="secondary" onClick={() => print()} k="factor.codes-print" />
      </div>
    </section>
  )
}
