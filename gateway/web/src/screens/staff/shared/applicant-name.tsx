import type { PersonName } from './names-of.ts'

/** Who a booking is for: a group's own name before its representative's, for the two may have booked side by side (G1). */
export function ApplicantName({ person }: { readonly person: PersonName | undefined }) {
  if (!person) return <span>…</span>
  const { name, groupName } = person
  return <span lang="ja">{groupName === null ? name : `${groupName}（${name}）`}</span>
}
