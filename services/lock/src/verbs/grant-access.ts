import type { reservationApproved } from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import type { SecretWork } from '../context.ts'
import { insertGrant } from '../store/grants.ts'
import { drawCodes } from './draw-codes.ts'

/** M26: an approval gives its reservation the right to its doors; one that was cancelled first gets none, ever. */
export async function grantAccess(
  work: SecretWork,
  approved: z.output<typeof reservationApproved.data>,
): Promise<void> {
  if (await insertGrant(work.tx, approved)) await drawCodes(work, approved.reservationId)
}
