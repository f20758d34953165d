import { reservationCalendar } from '@asaichi/calendar/file/reservation-calendar.ts'
import { addMs } from '@asaichi/calendar/instant.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { getVenue } from '@asaichi/contract/catalog/venue.ts'
import { bare, done, refuse } from '@asaichi/contract/define.ts'
import { ReservationId } from '@asaichi/contract/ids.ts'
import { getReservation } from '@asaichi/contract/reservation/reservation.ts'
import { Instant } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { readClaim, signClaim } from '../calendar/calendar-link.ts'
import { route } from '../http/route.ts'

const LINK_LASTS_MS = 7 * 86_400_000

/** A reservation for the calendar of a phone, which opens links outside the session of the browser. */
export const calendarRoutes = [
  route(
    {
      method: 'get',
      path: '/api/reservations/{reservationId}/calendar-link',
      summary: '予約をカレンダーに入れるためのリンク（7日間、ログインなしで開ける）',
      access: 'session',
      params: z.object({ reservationId: ReservationId }),
      answers: {
        output: z.object({ url: z.url(), expiresAt: Instant }),
        refusals: getReservation.refusals,
      },
    },
    async ({ call, actor, params, clock, linkKeys, publicUrl }) => {
      const found = await call(getReservation, { actor, ...params })
      if (!found.ok) return found
      // The city's staff may read it too, but a link that needs no login is its owner's to give away.
      if (found.value.personId !== actor.personId) return refuse('not-found')
      const expiresAt = addMs(clock.now(), LINK_LASTS_MS)
      const { personId, cityId } = actor
      const signed = signClaim(linkKeys.signs, { ...params, personId, cityId, expiresAt })
      return done({ url: new URL(`/api/calendar/${signed}.ics`, publicUrl).href, expiresAt })
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/calendar/{file}',
      summary: '予約のカレンダーファイル（iCalendar）。鍵の番号は入っていない',
      access: 'anyone',
      params: z.object({ file: z.string().regex(/^[\w-]{1,600}\.[\w-]{43}\.ics$/) }),
      answers: {
        output: z.object({ date: z.string(), text: z.string() }),
        refusals: { ...getReservation.refusals, 'link-expired': bare },
      },
      shows: z.string(),
      mediaType: 'text/calendar',
    },
    async ({ call, params, clock, linkKeys, publicUrl }) => {
      const claim = readClaim(linkKeys, params.file.slice(0, -'.ics'.length))
      if (!claim) return refuse('not-found')
      const now = clock.now()
      if (claim.expiresAt <= now) return refuse('link-expired')
      const { reservationId, personId, cityId } = claim
      const found = await call(getReservation, {
        actor: { personId, cityId, role: 'resident' },
        reservationId,
      })
      if (!found.ok) return found
      const [venue, city] = await Promise.all([
        call(getVenue, { venueId: found.value.venueId }),
        call(getCity, { cityId: found.value.cityId }),
      ])
      const address = venue.ok ? venue.value.address : null
      const organizer = city.ok ? city.value.office : null
      const text = reservationCalendar({ reservation: found.value, address, publicUrl, organizer, now })
      return done({ date: found.value.date, text })
    },
    ({ date, text }) => ({
      status: 200,
      text,
      mediaType: 'text/calendar; charset=utf-8',
      headers: { 'content-disposition': `inline; filename="yoyaku-${date}.ics"` },
    }),
  ),
] as const
