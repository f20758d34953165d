import { PersonId } from '@asaichi/contract/ids.ts'

/** Who the page shows as logged in. A write that carries it is refused where the session is another person's. */
export const PERSON_HEADER = 'x-person'

export const PersonHeader = PersonId.optional().describe(
  '画面に表示している人の ID（personId）。付けると、ログインしている人と違うとき other-person で断ります。付けなくてもかまいません。',
)
