import type { FieldProps } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Fieldset } from '../../ui/form/fieldset.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { DatePartsField } from '../../ui/person/date-parts.tsx'
import { FEWEST_MEMBERS, NO_MEMBER, type RosterMember } from './registration.ts'

const MOST_MEMBERS = 200

/** G1: the members of a group besides its representative, by name and birth date. */
export function RosterFields({ value, onChange, ...field }: FieldProps<readonly RosterMember[]>) {
  const change = (at: number, part: Partial<RosterMember>) =>
    onChange(value.map((member, index) => (index === at ? { ...member, ...part } : member)))
  const remove = (at: number) => onChange(value.filter((_, index) => index !== at))
  return (
    <Fieldset {...field} label={say('person.members')} hint={say('account.members-hint')}>
      <ol class="roster">
        {value.map((member, index) => (
          <li key={index}>
            <MemberFields
              member={member}
              number={index + 1}
              onChange={part => change(index, part)}
              onRemove={value.length > FEWEST_MEMBERS ? () => remove(index) : undefined}
            />
          </li>
        ))}
      </ol>
      {value.length < MOST_MEMBERS && (
        <Button kind="secondary" onClick={() => onChange([...value, NO_MEMBER])} k="account.member-add" />
      )}
    </Fieldset>
  )
}

type MemberProps = {
  readonly member: RosterMember
  readonly number: number
  readonly onChange: (part: Partial<RosterMember>) => void
  readonly onRemove: (() => void) | undefined
}

function MemberFields({ member, number, onChange, onRemove }: MemberProps) {
  const t = useText()
  const id = `f-members-${number}`
  return (
    <>
      <TextField
        id={`${id}-name`}
        name={`members-${number}-name`}
        label={say('account.member-name', { number })}
        value={member.name}
        error={undefined}
        onChange={name => onChange({ name })}
      />
      <DatePartsField
        id={`${id}-birth`}
        name={`members-${number}-birth`}
        label={say('account.member-birth', { number })}
        value={member.birth}
        error={undefined}
        onChange={birth => onChange({ birth })}
      />
      {onRemove && (
        <Button kind="text" onClick={onRemove}>
          {t('account.member-remove', { number })}
        </Button>
      )}
    </>
  )
}
