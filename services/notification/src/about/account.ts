import type { Call } from '@asaichi/bus/call.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import type { Block, Frame } from '../domain/letter.ts'
import { type Gathered, gone } from '../mails/mail.ts'

/** Of a mail that tells the owner of an account what became of it, and asks nothing but the address. */
export const toOwner = {
  topic: z.object({ personId: PersonId, cityId: CityId }),
  async gather(
    call: Call,
    { personId, cityId }: { readonly personId: string; readonly cityId: string },
  ): Promise<Gathered<object>> {
    const recipient = await call(getRecipient, { personId })
    return recipient.ok ? { status: 'ready', cityId, recipient: recipient.value, facts: {} } : gone
  },
}

export function loginPage(label: string, { city, publicUrl }: Frame): Block {
  return { kind: 'link', label, url: `${publicUrl}/login?city=${city.cityId}` }
}
