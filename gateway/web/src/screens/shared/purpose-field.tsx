import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { FieldProps } from '../../forms/use-form.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { Message } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { Select } from '../../ui/form/choice.tsx'

type Props = FieldProps<string> & {
  readonly label: Message
  readonly purposes: readonly Purpose[]
  readonly optional?: boolean
}

/** M24: what the use is for, by the city's list. */
export function PurposeField({ purposes, ...field }: Props) {
  const language = useLanguage()
  return (
    <Select
      {...field}
      options={purposes.map(purpose => ({
        value: purpose.purposeId,
        label: ownWords(purpose, 'name', language).text,
      }))}
    />
  )
}
