import { headed, nameOf } from '../booking-steps.ts'
import { filled, type Seat, saved } from './stage.ts'

export type Hall = { readonly id: string; readonly name: string; readonly rooms: readonly string[] }

/** A link, a lottery from five weeks ahead, and what a day of use means under it; told in the words of the page. */
export async function cityRuled(seat: Seat, useDate: string): Promise<string> {
  const { page, text } = seat
  await page.goto('/admin/city/office')
  await page.getByRole('button', { name: nameOf(text('admin.set-link-add')) }).click()
  await filled(seat, [
    ['admin.set-link-title', '朝日市の生涯学習'],
    ['admin.set-link-url', 'https://asahi.example.jp/manabi'],
  ])
  await saved(seat)
  await page.getByText(nameOf(text('admin.set-saved'))).waitFor()

  await page.goto('/admin/city/rules')
  await page.getByRole('radio', { name: nameOf(text('admin.set-lottery-rolling')) }).check()
  await filled(seat, [
    ['admin.set-door-before', '10'],
    ['admin.set-try-date', useDate],
  ])
  const consequence = page.locator('.try-day [role=status] p', { hasText: '抽選受付' })
  await consequence.waitFor()
  const said = await consequence.innerText()
  await saved(seat)
  await page.getByText(nameOf(text('admin.set-saved'))).waitFor()
  return said
}

/** A hall with its first room in one go, then room after room, the last of them with a fee for events. */
export async function hallMade(seat: Seat, { id, name, rooms }: Hall): Promise<void> {
  const { page } = seat
  const [first = '', ...others] = rooms
  await page.goto('/admin/venues')
  await filled(seat, [
    ['admin.set-venue-name', name],
    ['admin.set-venue-id', id],
    ['admin.set-venue-postal-code', '100-0001'],
    ['admin.set-venue-address', '朝日市本町2-2'],
    ['admin.set-room-name', first],
    ['admin.set-room-capacity', '30'],
  ])
  await saved(seat)
  await headed(page, name)
  for (const room of others) {
    await page.goto(`/admin/venues/${id}/rooms/new`)
    await filled(seat, [
      ['admin.set-room-name', room],
      ['admin.set-room-capacity', '12'],
    ])
    await withPaidListing(seat, room)
    await saved(seat)
    await headed(page, name)
    await page.getByRole('link', { name: room }).waitFor()
  }
}

async function withPaidListing(seat: Seat, room: string): Promise<void> {
  const { page, text } = seat
  await page.getByRole('button', { name: nameOf(text('admin.set-listing-add')) }).click()
  const added = page.getByRole('group', {
    name: nameOf(text('admin.set-listing', { number: 2 })),
    exact: true,
  })
  await added
    .getByLabel(nameOf(text('admin.set-listing-name')))
    .first()
    .fill(`${room}（有料の催し）`)
  await added.getByRole('radio', { name: nameOf(text('admin.set-listing-paid')) }).check()
  await added.getByLabel(nameOf(text('admin.set-listing-yen'))).fill('300')
  await added.getByText(nameOf(text('admin.set-listing-yen-means', { yen: 1200 }))).waitFor()
  const own = page.getByRole('group', { name: nameOf(text('admin.set-listing', { number: 1 })), exact: true })
  await own
    .getByLabel(nameOf(text('admin.set-listing-name')))
    .first()
    .fill(room)
}

/** A closure over a living booking is shown with it before it is saved; the booking stays. */
export async function closureOver(
  seat: Seat,
  { hall, date, bookings }: { readonly hall: string; readonly date: string; readonly bookings: number },
): Promise<void> {
  const { page, text } = seat
  await page.goto(`/admin/venues/${hall}/opening`)
  await page.getByRole('button', { name: nameOf(text('admin.set-closure-add')) }).click()
  const fields = [
    ['admin.set-closure-from', date],
    ['admin.set-closure-to', date],
    ['admin.set-closure-reason', '設備の点検'],
  ] as const
  await filled(seat, fields, page.locator('fieldset.item').last())
  await page.getByRole('button', { name: nameOf(text('admin.set-look')) }).click()
  const means =
    bookings === 0 ? text('admin.set-bookings-none') : text('admin.set-bookings-outside', { count: bookings })
  await page.getByText(nameOf(means)).waitFor()
  await page.getByRole('button', { name: nameOf(text('admin.set-save')) }).click()
  await page.getByText(nameOf(text('admin.set-saved'))).waitFor()
}

/** Two admins at one page: the second is told, keeps what was typed, and saves it over what the first saved. */
export async function secondEditorTold(first: Seat, second: Seat, hall: string): Promise<void> {
  const { text } = first
  const about = `/admin/venues/${hall}/about`
  await first.page.goto(about)
  await second.page.goto(about)
  await filled(first, [['admin.set-venue-pitch', '先に保存した説明']])
  await filled(second, [['admin.set-venue-phone', '000-111-2222']])
  await saved(first)
  await first.page.getByText(nameOf(text('admin.set-saved'))).waitFor()
  await second.page.getByRole('button', { name: nameOf(text('admin.set-look')) }).click()
  await second.page.getByText(nameOf(text('admin.set-overtaken-title'))).waitFor()
  await second.page
    .getByRole('textbox', { name: nameOf(text('admin.set-venue-pitch')) })
    .first()
    .waitFor()
  await saved(second)
  await second.page.getByText(nameOf(text('admin.set-saved'))).waitFor()
  await second.page.reload()
  const value = (key: 'admin.set-venue-pitch' | 'admin.set-venue-phone') =>
    second.page
      .getByLabel(nameOf(text(key)))
      .first()
      .inputValue()
  await second.page.getByRole('button', { name: nameOf(text('admin.set-look')) }).waitFor()
  const kept = [await value('admin.set-venue-pitch'), await value('admin.set-venue-phone')]
  if (kept.join() !== '先に保存した説明,000-111-2222') throw new Error(`One of both was lost: ${kept.join()}`)
}
