import type { Bill } from '@asaichi/contract/reservation/money.ts'
import { Day, Money } from '../../i18n/format.tsx'
import { T } from '../../i18n/text.tsx'
import { standingWords } from './standing-words.ts'

/** M14: what is to be paid until when, or that it is paid. */
export function Standing({ bill }: { readonly bill: Bill }) {
  return (
    <T
      k={standingWords(bill)}
      p={{
        owed: <Money yen={Math.abs(bill.owed)} />,
        paid: <Money yen={bill.paid} />,
        due: <Day date={bill.dueOn} />,
      }}
    />
  )
}
