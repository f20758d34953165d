import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Told } from '../../staff/shared/told.tsx'
import type { Edits } from '../settings/edits.ts'
import type { Section } from '../settings/question.ts'
import type { Scope } from '../settings/scope.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { type Read, useSettings } from '../settings/use-settings.ts'
import { PlannedVenue } from './planned-venue.tsx'
import { useVenueDocument, useVenueSending } from './use-venue.ts'

type Props = {
  readonly read: Read<Venue>
  readonly reload: () => void
  readonly draft: string
  readonly root?: string
  readonly sections: readonly Section[]
  readonly start?: Edits
  /** What stands under the questions of a section, which may answer them. */
  readonly under?: (scope: Scope) => Parameters<typeof SettingsForm>[0]['under']
  readonly onSaved: (venue: Venue) => void
}

/** Some questions of a venue, with what their answers would mean for bookings before they are put. */
export function VenueForm({ sections, under, root = '', draft, ...rest }: Props) {
  const sending = useVenueSending()
  const settings = useSettings({
    ...rest,
    ...sending,
    root,
    draft: `settings:${draft}`,
    questions: sections.flatMap(({ questions }) => questions),
  })
  return (
    <SettingsForm
      settings={settings}
      sections={sections}
      planned={planned => <PlannedVenue {...planned} />}
      under={under?.(settings.scope) ?? {}}
    />
  )
}

type OfVenueProps = {
  readonly cityId: string
  readonly venueId: string
  readonly children: (
    venue: Pick<Props, 'read' | 'reload'> & { readonly onSaved: () => void },
  ) => ComponentChildren
}

/** A page about a venue: asks for it, and says when it was saved. */
export function OfVenue({ cityId, venueId, children }: OfVenueProps) {
  const [saved, setSaved] = useState(false)
  const venue = useVenueDocument(cityId, venueId)
  const onSaved = () => {
    setSaved(true)
    venue.reload()
  }
  return (
    <>
      <Told>{saved && <T k="admin.set-saved" />}</Told>
      <Shown of={venue}>{read => children({ read, reload: venue.reload, onSaved })}</Shown>
    </>
  )
}
