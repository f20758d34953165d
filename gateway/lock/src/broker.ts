import { createServer, type Server, type Socket } from 'node:net'
import type { LockTopic } from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import { Aedes, type AedesOptions, type AuthenticateError, type Client, type ConnectPacket } from 'aedes'
import { type Identity, mayReceive, maySubscribe, publishable } from './access.ts'
import { type GuardedStream, guardSocket } from './guarded-stream.ts'
import { createPublisher, type Publish } from './publisher.ts'
import { type Certificate, createSealedServer } from './sealed-server.ts'

const CONNECT_TIMEOUT_MS = 5_000
const DRAIN_TIMEOUT_MS = 10_000
/** A silent connection counts as there for one and a half times this long, and the door with it. */
const KEEPALIVE_MAX_S = 300
const LIMITS = { packetBytesMax: 128 * 1024, strangerBytesMax: 8 * 1024 } as const
// Where aedes puts what a client published; no one may subscribe there.
const TAKEN = 'taken'

export type BrokerOptions = {
  readonly log: Log
  /** Whom a client id, user name and password belong to, if anyone. */
  readonly identify: (claim: Claim) => Identity | undefined
  /** Without one locks speak in clear. */
  readonly certificate?: Certificate | undefined
}
export type Claim = { readonly clientId: string; readonly username: string; readonly password: Uint8Array }
export type Handlers = {
  /** Takes over what a client said; `malformed` ends the connection. */
  readonly receive: (said: Said) => Promise<'taken' | 'malformed'>
  readonly onSubscribed: (identity: Identity) => void
}
export type Said = { readonly identity: Identity; readonly topic: LockTopic; readonly payload: Uint8Array }
export type Broker = {
  readonly publish: Publish
  /** Who is connected now. */
  readonly identities: () => readonly Identity[]
  readonly disconnect: (shouldGo: (identity: Identity) => boolean) => void
  /** Lets clients in; answers the port. */
  readonly listen: (address: Address, handlers: Handlers) => Promise<number>
} & AsyncDisposable
export type Address = { readonly host: string; readonly port: number; readonly connectionsMax: number }

/** An MQTT 3.1.1 broker that lets each client say and hear only what its credential allows, and forwards nothing by itself. */
export async function createBroker({ log, identify, certificate }: BrokerOptions): Promise<Broker> {
  const work = createWork(log)
  const door = createDoor(identify, work.takeOver)
  const aedes = await Aedes.createBroker({
    connectTimeout: CONNECT_TIMEOUT_MS,
    drainTimeout: DRAIN_TIMEOUT_MS,
    // aedes would refuse with a code that MQTT 3.1.1 reserves; the door below does it by the table.
    keepaliveLimit: 0,
    maxTopicLevels: 8,
    ...door.rules,
  })
  const connected = followClients(aedes, log, door.identityOf)
  const { server, endSockets } = await createLockServer(aedes, { log, certificate })
  return {
    publish: createPublisher(aedes),
    identities: () => [...connected.values()],
    disconnect: shouldGo => {
      for (const [client, identity] of connected) if (shouldGo(identity)) client.close()
    },
    listen: (address, handlers) => {
      work.begin(handlers.receive)
      aedes.on('subscribe', (_subscriptions, client) => {
        const identity = door.identityOf(client)
        if (identity) handlers.onSubscribed(identity)
      })
      return listen(server, address)
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      await new Promise<void>(resolve => aedes.close(resolve))
      endSockets()
      if (server.listening) await closed
      await work.end()
    },
  }
}

type TakeOver = (said: Said, done: (error: Error | null) => void) => void

/** What clients said and is not yet taken over; a stop waits for it. */
function createWork(log: Log) {
  const inHand = new Set<Promise<unknown>>()
  let receive: Handlers['receive'] | undefined

  async function receiveOne(said: Said): Promise<Error | null> {
    try {
      return (await receive?.(said)) === 'taken' ? null : new Error('malformed document')
    } catch (err) {
      log.error({ err, leaf: said.topic.leaf }, 'document not taken')
      return new Error('document not taken')
    }
  }
  async function takeOver(said: Said, done: (error: Error | null) => void): Promise<void> {
    done(await receiveOne(said))
  }
  return {
    takeOver: ((said, done) => {
      const work = takeOver(said, done).finally(() => inHand.delete(work))
      inHand.add(work)
    }) satisfies TakeOver,
    begin: (handler: Handlers['receive']) => {
      receive = handler
    },
    end: () => Promise.all(inHand),
  }
}

function createDoor(identify: BrokerOptions['identify'], takeOver: TakeOver) {
  const identities = new WeakMap<Client, Identity>()
  const asked = new WeakMap<Client, ConnectPacket>()
  const rules: AedesOptions = {
    preConnect: (client, packet, done) => {
      asked.set(client, packet)
      done(null, true)
    },
    authenticate: (client, ...[username = '', password = Buffer.alloc(0), done]) => {
      const packet = asked.get(client)
      const unfit = packet && unfitness(packet)
      if (unfit) return done(unfit, false)
      const identity = identify({ clientId: client.id, username, password })
      const will = packet?.will
      if (!identity || (will && !publishable(identity, { topic: will.topic, retain: will.retain === true })))
        return done(null, false)
      identities.set(client, identity)
      if (isGuarded(client.conn)) client.conn.accept()
      done(null, true)
    },
    authorizePublish: (client, packet, done) => {
      const identity = client ? identities.get(client) : undefined
      const topic = identity && publishable(identity, packet)
      if (!identity || !topic) return done(new Error('publish not allowed'))
      const said = { identity, topic, payload: Buffer.from(packet.payload) }
      // The gateway forwards its own checked copy; the client's packet goes where nobody listens.
      packet.topic = TAKEN
      packet.retain = false
      takeOver(said, done)
    },
    authorizeSubscribe: (client, subscription, done) => {
      const identity = identities.get(client)
      const isAllowed = identity !== undefined && maySubscribe(identity, subscription.topic)
      done(isAllowed ? null : new Error('subscription not allowed'), subscription)
    },
    authorizeForward: (client, packet) => {
      const identity = identities.get(client)
      return identity && mayReceive(identity, packet.topic) ? packet : null
    },
  }
  return { rules, identityOf: (client: Client) => identities.get(client) }
}

/** Why a CONNECT is turned away whoever sends it: its code by MQTT 3.1.1 table 3.1, and words for the log that the lock's maker can use. */
function unfitness({ clientId, clean, keepalive = 0 }: ConnectPacket): AuthenticateError | undefined {
  if (clientId === '') return refusal(IDENTIFIER_REJECTED, 'the client id is empty')
  // A persistent session queues without a bound, and state lives in retained documents.
  if (clean !== true)
    return refusal(NOT_AUTHORIZED, 'clean session is 0; sessions must be clean (clean session 1)')
  if (keepalive < 1 || keepalive > KEEPALIVE_MAX_S)
    return refusal(
      NOT_AUTHORIZED,
      `keep-alive is ${keepalive} s; it must be between 1 and ${KEEPALIVE_MAX_S} s`,
    )
  return undefined
}

const IDENTIFIER_REJECTED = 2
const NOT_AUTHORIZED = 5

function refusal(returnCode: 2 | 5, message: string): AuthenticateError {
  return Object.assign(new Error(message), { returnCode })
}

function isGuarded(stream: object): stream is GuardedStream {
  return 'accept' in stream
}

function followClients(
  aedes: Aedes,
  log: Log,
  identityOf: (client: Client) => Identity | undefined,
): ReadonlyMap<Client, Identity> {
  const connected = new Map<Client, Identity>()
  aedes.on('client', client => {
    const identity = identityOf(client)
    if (identity) connected.set(client, identity)
  })
  aedes.on('clientDisconnect', client => connected.delete(client))
  for (const event of ['clientError', 'connectionError'] as const)
    aedes.on(event, (client, err) => log.warn({ err, clientId: client.id }, 'connection ended'))
  return connected
}

async function createLockServer(
  aedes: Aedes,
  { log, certificate }: Pick<BrokerOptions, 'log' | 'certificate'>,
): Promise<{ readonly server: Server; readonly endSockets: () => void }> {
  const sockets = new Set<Socket>()
  const speak = (socket: Socket) => void aedes.handle(guardSocket(socket, LIMITS))
  const server = certificate ? await createSealedServer(certificate, { log, speak }) : createServer(speak)
  // Before a handshake too, so that a stop ends who has not said anything yet.
  server.on('connection', socket => {
    // Nagle's algorithm would hold a small document back for 40 ms and more.
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('drop', () => log.warn('connection refused: too many'))
  return {
    server,
    endSockets: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}

async function listen(server: Server, { host, port, connectionsMax }: Address): Promise<number> {
  server.maxConnections = connectionsMax
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
