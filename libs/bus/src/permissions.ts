import type { Service } from '@asaichi/contract/define.ts'
import { CLOCK_SUBJECT, getTownClock, replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { type Doings, INSIDE, PARTIES, type Party, producerOf } from './parties.ts'
import { streamOf } from './topology.ts'
import { inboxOf } from './wire.ts'

/** What NATS lets one user do. Subjects may end in wildcards; what is denied is so in spite of what is allowed. */
export type Permissions = {
  readonly publish: { readonly allow: readonly string[]; readonly deny?: readonly string[] }
  readonly subscribe: { readonly allow: readonly string[] }
  /** May answer each question it was asked, once, wherever that is to be answered. */
  readonly answers: boolean
}

const EVERYTHING: Permissions = {
  publish: { allow: ['>'] },
  subscribe: { allow: ['>'] },
  answers: true,
}

/** The permissions that follow from what a party does; those of a tester, who is in no town, are all there are. */
export function permissionsOf(party: Party): Permissions {
  if (party === 'tester') return EVERYTHING
  const doings: Doings = PARTIES[party]
  const { speaksFor, hears = [], asks = [] } = doings
  return {
    publish: {
      allow: [
        getTownClock.subject,
        ...(speaksFor === undefined ? [] : telling(speaksFor)),
        ...hears.flatMap(heard => hearing(producerOf(heard), party)),
        ...(asks === 'for-people' ? ['*.call.>'] : asks.map(request => request.subject)),
        ...(doings.tellsTheTime ? [CLOCK_SUBJECT] : []),
        ...(doings.keepsStreams ? KEEPING : []),
      ],
      ...(asks === 'for-people' && { deny: INSIDE.map(request => request.subject) }),
    },
    subscribe: {
      allow: [
        `${inboxOf(party)}.>`,
        CLOCK_SUBJECT,
        ...(speaksFor === undefined ? [] : [`${speaksFor}.call.>`]),
      ],
    },
    answers: speaksFor !== undefined,
  }
}

function telling(service: Service): readonly string[] {
  return service === 'town' ? [] : [`${service}.event.>`, `$JS.API.STREAM.INFO.${streamOf(service)}`]
}

function hearing(from: Service, listener: string): readonly string[] {
  const stream = streamOf(from)
  return [
    replayOutboxOf(from).subject,
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.CONSUMER.INFO.${stream}.${listener}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${listener}`,
    `$JS.ACK.${stream}.${listener}.>`,
  ]
}

const KEEPING = [
  'STREAM.INFO',
  'STREAM.CREATE',
  'STREAM.UPDATE',
  'CONSUMER.INFO',
  'CONSUMER.CREATE',
  'CONSUMER.DURABLE',
].map(verb => `$JS.API.${verb}.>`)
