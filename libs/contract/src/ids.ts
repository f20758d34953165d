import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'an id is of up to 63 small letters, digits and -')

/** Ids a city chooses itself and reads aloud: cities, venues, spaces, listings, doors. */
export const CityId = slug
export const VenueId = slug
export const SpaceId = slug
export const ListingId = slug
export const LockId = slug
/** Within its venue. */
export const OptionId = slug
/** Within its city. */
export const PurposeId = slug
export const PeopleKindId = slug
export const ClassId = slug

/** Ids the system makes: UUIDv7, so that they sort by birth. */
export const PersonId = z.uuid()
export const ReservationId = z.uuid()
export const ReceiptId = z.uuid()
export const OccupancyId = z.uuid()
export const NoticeId = z.uuid()
export const ChallengeId = z.uuid()
export const RegistrationId = z.uuid()
export const RoundId = z.uuid()

/** S3: 利用者登録番号, seven half-width digits. */
export const MemberNumber = z.string().regex(/^\d{7}$/)
/** M26: 予約番号, six digits, given at approval. */
export const ReservationNumber = z.string().regex(/^\d{6}$/)
/** One press of a resident's button: the same key always gets the same answer. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{8,128}$/)
