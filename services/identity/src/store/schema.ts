import type { Language, PermissionStatus, Role } from '@asaichi/contract/actor.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'
import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import type { Group } from '@asaichi/contract/identity/account.ts'
import type { ActName } from '@asaichi/contract/identity/acts.ts'
import type { Contact } from '@asaichi/contract/identity/staff.ts'
import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type LoginKinds = CityPolicy['loginKinds']
export type KnownClass = Pick<UserClass, 'classId' | 'name'>

type ProfileColumns<Mail = string> = {
  readonly mail: Mail
  readonly name: string
  readonly kana: string
  readonly birth_date: string
  readonly postal_code: string
  readonly address: string
  readonly phone: string
  readonly language: Language
  readonly password_hash: string
}

export type Tables = {
  readonly cities: {
    readonly city_id: string
    readonly version: number
    readonly login_kinds: ColumnType<LoginKinds, string, string>
    readonly office_phone: Generated<string>
    readonly service_stops: ColumnType<readonly ServiceStop[], string | undefined, string>
    readonly classes: ColumnType<readonly KnownClass[], string | undefined, string>
    readonly name: Generated<string>
    readonly staff_app_required: Generated<boolean>
    readonly terms_version: string
  }
  readonly registrations: ProfileColumns & {
    readonly registration_id: string
    readonly city_id: string
    readonly terms_version: string
    readonly group_roster: ColumnType<Group | null, string | null, string | null>
    readonly expires_at: string
  }
  readonly persons: ProfileColumns<string | null> & {
    readonly person_id: string
    readonly member_number: string
    readonly must_change: Generated<boolean>
    readonly group_name: string | null
    readonly press_key: Generated<string | null>
    readonly withdrawn_at: Generated<string | null>
    readonly mail_key: GeneratedAlways<string | null>
    readonly name_key: GeneratedAlways<string>
    readonly kana_key: GeneratedAlways<string>
    readonly group_key: GeneratedAlways<string | null>
    readonly phone_key: GeneratedAlways<string>
    readonly created_at: Generated<string>
  }
  readonly group_members: {
    readonly person_id: string
    readonly position: number
    readonly name: string
    readonly birth_date: string
    readonly name_key: GeneratedAlways<string>
  }
  readonly memberships: {
    readonly person_id: string
    readonly city_id: string
    readonly role: Role
    readonly terms_version: string | null
    readonly terms_accepted_at: string | null
  }
  readonly invitations: {
    readonly invitation_id: string
    readonly city_id: string
    readonly mail: string
    readonly mail_key: GeneratedAlways<string>
    readonly role: TeamRole
    readonly language: Language
    readonly invited_at: string
    readonly expires_at: string
    readonly ended_at: string | null
  }
  readonly permissions: {
    readonly person_id: string
    readonly city_id: string
    readonly status: Generated<PermissionStatus>
    readonly version: Generated<number>
    readonly reason: string | null
    readonly applied_at: string | null
    readonly changed_at: string | null
    readonly class_id: Generated<string | null>
  }
  readonly contacts: {
    readonly contact_id: string
    readonly person_id: string
    readonly city_id: string
    readonly staff_id: string
    readonly by: Contact['by']
    readonly outcome: Contact['outcome']
    readonly note: string | null
    readonly at: Generated<string>
  }
  readonly challenges: {
    readonly challenge_id: string
    readonly person_id: string
    readonly city_id: string
    readonly tries: Generated<number>
    readonly issued_at: string
    readonly expires_at: string
    readonly ended_at: string | null
    readonly used: Generated<boolean>
    readonly help_id: string | null
    readonly session_id: Generated<string | null>
  }
  readonly password_helps: {
    readonly help_id: string
    readonly city_id: string
    readonly person_id: string | null
    readonly asked_at: string
    readonly expires_at: string
    readonly ended_at: string | null
  }
  readonly mail_changes: {
    readonly change_id: string
    readonly person_id: string
    readonly city_id: string
    readonly old_mail: string | null
    readonly new_mail: string
    readonly tries: Generated<number>
    readonly asked_at: string
    readonly expires_at: string
    readonly ended_at: string | null
    readonly changed_at: string | null
  }
  readonly withdrawals: {
    readonly withdrawal_id: string
    readonly city_id: string
    readonly name: string
    readonly mail: string
    readonly language: Language
    readonly at: string
  }
  readonly sessions: {
    readonly session_id: string
    readonly token_hash: Buffer
    readonly person_id: string
    readonly city_id: string
    readonly role: Role
    readonly created_at: string
    readonly idle_until: string
    readonly ends_at: string
    readonly ended_at: string | null
    readonly help_id: string | null
    readonly stays: Generated<boolean>
    readonly factor_at: Generated<string | null>
  }
  readonly second_factors: {
    readonly person_id: string
    readonly offered: Buffer | null
    readonly sealed: Generated<Buffer | null>
    readonly enrolled_at: Generated<string | null>
    readonly last_step: Generated<number>
  }
  readonly recovery_codes: {
    readonly person_id: string
    readonly code_hash: string
    readonly used_at: Generated<string | null>
  }
  readonly known_devices: {
    readonly person_id: string
    readonly device_id: string
    readonly seen_at: string
  }
  readonly attempts: {
    readonly bucket: string
    readonly window_start: string
    readonly count: number
  }
  readonly audit: {
    readonly seq: Generated<number>
    readonly at: Generated<string>
    readonly actor_id: string | null
    readonly actor_role: Role | null
    readonly city_id: string
    readonly act: ActName
    readonly subject_id: string
    readonly about_id: Generated<string | null>
    readonly fact_id: Generated<string | null>
    readonly role: Generated<TeamRole | null>
  }
}
