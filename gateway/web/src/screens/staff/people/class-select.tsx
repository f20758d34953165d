import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import type { FieldProps } from '../../../forms/use-form.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { say } from '../../../i18n/message.ts'
import { ownWords } from '../../../i18n/own-words.ts'
import { useCity } from '../../../shell/city.tsx'
import { Select } from '../../../ui/form/choice.tsx'

const NONE: readonly UserClass[] = []

/** G11: the classes of the person's city, none in most, and the one the person is of. */
export function useClasses({ cityId, classId }: Pick<PersonFile, 'cityId' | 'classId'>) {
  const classes = useCity().cities?.find(city => city.cityId === cityId)?.policy.classes ?? NONE
  return { classes, now: classes.find(each => each.classId === classId) ?? classes[0] }
}

type Props = FieldProps<string> & { readonly classes: readonly UserClass[] }

export function ClassSelect({ classes, ...field }: Props) {
  const language = useLanguage()
  return (
    <Select
      {...field}
      label={say('staff.counter-class')}
      options={classes.map(each => ({ value: each.classId, label: ownWords(each, 'name', language).text }))}
    />
  )
}
