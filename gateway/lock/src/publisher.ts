import { TOPIC_ROOT } from '@asaichi/contract/lock/topics.ts'
import type { Aedes, AedesPublishPacket } from 'aedes'
import { createTurns } from './turns.ts'

const WAITING_MAX = 10_000

export type Publish = (
  topic: string,
  document: object,
  options?: { readonly retain: boolean },
) => Promise<void>

/**
 * Publishes documents one at a time, QoS 1. aedes numbers packets when they are handed over, emits retained ones later, and lets
 * each client's duplicate filter drop every packet with a lower number than the last: only in order does nothing get lost.
 */
export function createPublisher(aedes: Aedes): Publish {
  const inTurn = createTurns()
  let waiting = 0
  let emitted = (_topic: string) => {}
  // Told when a packet goes out to its subscribers; waiting for them all would let one frozen client hold up the rest.
  aedes.subscribe(
    `${TOPIC_ROOT}/#`,
    (packet: AedesPublishPacket, done) => {
      emitted(packet.topic)
      done()
    },
    () => {},
  )
  return async (topic, document, { retain } = { retain: false }) => {
    if (waiting >= WAITING_MAX) throw new Error('too many documents wait to be published')
    waiting += 1
    try {
      await inTurn('publish', () => emit({ topic, payload: JSON.stringify(document), retain }))
    } finally {
      waiting -= 1
    }
  }

  function emit(packet: { readonly topic: string; readonly payload: string; readonly retain: boolean }) {
    return new Promise<void>((resolve, reject) => {
      emitted = topic => {
        if (topic === packet.topic) resolve()
      }
      aedes.publish({ cmd: 'publish', qos: 1, dup: false, ...packet }, error => {
        if (error) reject(error)
        else resolve()
      })
    })
  }
}
