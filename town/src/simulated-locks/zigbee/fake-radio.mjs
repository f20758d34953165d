// Preloaded into the unmodified zigbee2mqtt (`--import`): in place of the radio below zigbee-herdsman there are simulated locks.
// Whoever started it hears over IPC what each lock holds, and says what happens at its door.
// MQTT, converters and the encoding of every frame are the shipped ones.
import { createRequire } from 'node:module'
import path from 'node:path'

const LOCKS = JSON.parse(process.env.FAKE_LOCKS ?? '[]')
const require = createRequire(path.join(process.env.ZIGBEE2MQTT_HOME, 'index.js'))
const herdsman = path.dirname(require.resolve('zigbee-herdsman/package.json'))
const { Adapter } = require(`${herdsman}/dist/adapter/adapter.js`)
const Zcl = require(`${herdsman}/dist/zspec/zcl`)

const COORDINATOR = '0x00124b0000000001'
const CLUSTER = 'closuresDoorLock'
const wait = ms => new Promise(resolve => setTimeout(resolve, ms))
const locks = LOCKS.map((lock, index) => ({
  network: 0x1000 + index,
  endpoint: 1,
  isAwake: true,
  pins: {},
  ...lock,
}))
const byNetwork = network => locks.find(lock => lock.network === network)

class FakeRadio extends Adapter {
  constructor(...options) {
    super(...options)
    this.hasZdoMessageOverhead = false
    this.manufacturerID = 0
  }
  async start() {
    setTimeout(() => {
      for (const { network, ieee } of locks)
        this.emit('deviceJoined', { networkAddress: network, ieeeAddr: ieee })
    }, 100)
    return 'resumed'
  }
  async stop() {}
  async getCoordinatorIEEE() {
    return COORDINATOR
  }
  async getCoordinatorVersion() {
    return { type: 'fake', meta: { revision: 1 } }
  }
  async reset() {}
  async supportsBackup() {
    return false
  }
  async getNetworkParameters() {
    return { panID: 0x1a62, extendedPanID: '0xdddddddddddddddd', channel: 11, nwkUpdateID: 0 }
  }
  waitFor() {
    return { promise: new Promise(() => {}), cancel() {} }
  }
  async permitJoin() {}
  async sendZclFrameToGroup() {}
  async sendZclFrameToAll() {}
  async sendZdo(_ieee, network, cluster) {
    const lock = byNetwork(network)
    if (network !== 0 && !lock?.isAwake) throw new Error('ZDO timeout')
    const endpoints = [lock?.endpoint ?? 1]
    if (cluster === 2)
      return [
        0,
        {
          nwkAddress: network,
          logicalType: network === 0 ? 0 : 2,
          manufacturerCode: 4444,
          capabilities: {},
          serverMask: { stackComplianceRevision: 22 },
        },
      ]
    if (cluster === 5) return [0, { nwkAddress: network, endpointList: endpoints }]
    if (cluster !== 4) return [0, {}]
    const inClusterList = network === 0 ? [] : [0, 1, 0x101]
    return [
      0,
      {
        nwkAddress: network,
        length: 0,
        endpoint: endpoints[0],
        profileId: 260,
        deviceId: 10,
        deviceVersion: 0,
        inClusterList,
        outClusterList: [],
      },
    ]
  }
  async sendZclFrameToEndpoint(...[, network, , frame]) {
    const lock = byNetwork(network)
    const bytes = frame.toBuffer()
    const request = Zcl.Frame.fromBuffer(frame.cluster.ID, Zcl.Header.fromBuffer(bytes), bytes, {})
    await wait(5)
    if (!lock.isAwake) {
      await wait(100)
      throw new Error('Timeout - no answer (MAC_TRANSACTION_EXPIRED)')
    }
    const [type, command, payload] = frame.header.isGlobal
      ? globalAnswer(lock, frame, request)
      : lockAnswer(lock, frame.command.name, request.payload)
    if (payload === undefined) return undefined
    const answer = Zcl.Frame.create(
      type,
      Zcl.Direction.SERVER_TO_CLIENT,
      true,
      undefined,
      request.header.transactionSequenceNumber,
      command,
      request.cluster.name,
      payload,
      {},
    )
    return this.hear(lock, answer)
  }
  hear(lock, frame) {
    const data = frame.toBuffer()
    const payload = {
      clusterID: frame.cluster.ID,
      address: lock.network,
      header: Zcl.Header.fromBuffer(data),
      data,
      endpoint: lock.endpoint,
      linkquality: 120,
      groupID: 0,
      wasBroadcast: false,
      destinationEndpoint: 1,
    }
    this.emit('zclPayload', payload)
    return payload
  }
}

function globalAnswer(lock, frame, { payload }) {
  const { GLOBAL } = Zcl.FrameType
  if (frame.command.name === 'write') return [GLOBAL, 'writeRsp', [{ status: 0 }]]
  if (frame.command.name === 'configReport') return [GLOBAL, 'configReportRsp', [{ status: 0 }]]
  if (frame.command.name !== 'read') return [GLOBAL, '', undefined]
  const held = {
    genBasic: { 4: ['CHAR_STR', lock.vendor], 5: ['CHAR_STR', lock.model], 7: ['ENUM8', 3] },
    [CLUSTER]: { 0: ['ENUM8', 1], 18: ['UINT16', lock.users], 23: ['UINT8', 8], 24: ['UINT8', 4] },
    genPowerCfg: { 33: ['UINT8', 160] },
  }[frame.cluster.name]
  const rows = payload.map(({ attrId }) => {
    const found = held?.[attrId]
    return found
      ? { attrId, status: 0, dataType: Zcl.DataType[found[0]], attrData: found[1] }
      : { attrId, status: 0x86 }
  })
  return [GLOBAL, 'readRsp', rows]
}

function lockAnswer(lock, command, payload) {
  const answer = COMMANDS[command]?.(lock, payload)
  tell(lock)
  return [Zcl.FrameType.SPECIFIC, `${command}Rsp`, answer]
}

/** Status bytes as the cluster's definition has them: 1 failure, 2 memory full, 3 duplicate. */
const COMMANDS = {
  setPinCode({ pins, users }, { userid, userstatus, pincodevalue }) {
    const digits = Buffer.from(pincodevalue).toString('ascii')
    if (userid >= users) return { status: 2 }
    if (!/^\d{4,8}$/.test(digits)) return { status: 1 }
    const isHeld = Object.entries(pins).some(
      ([user, pin]) => Number(user) !== userid && pin.digits === digits,
    )
    if (isHeld) return { status: 3 }
    pins[userid] = { digits, status: userstatus }
    return { status: 0 }
  },
  clearPinCode({ pins }, { userid }) {
    delete pins[userid]
    return { status: 0 }
  },
  setUserStatus({ pins }, { userid, userstatus }) {
    if (!pins[userid]) return { status: 1 }
    pins[userid].status = userstatus
    return { status: 0 }
  },
  getUserStatus: ({ pins }, { userid }) => ({ userid, userstatus: pins[userid]?.status ?? 0 }),
}

let radio
Adapter.create = async (...options) => (radio = new FakeRadio(...options))

process.on('message', ({ id, lock: index, isAwake, happened }) => {
  const lock = locks[index]
  if (isAwake !== undefined) lock.isAwake = isAwake
  if (happened !== undefined) radio.hear(lock, noticeOf(happened))
  tell(lock, id)
})

function tell(lock, id) {
  process.send({ id, lock: locks.indexOf(lock), pins: lock.pins })
}

/** Codes of the cluster's notifications of operation, from the keypad. */
const OPERATIONS = { locked: 1, opened: 2, denied: 5 }

function noticeOf({ type, slot = 0xffff }) {
  const payload = {
    opereventsrc: 0,
    opereventcode: OPERATIONS[type],
    userid: slot,
    pin: Buffer.alloc(0),
    zigbeelocaltime: 0,
    data: '',
  }
  const { SPECIFIC } = Zcl.FrameType
  const direction = Zcl.Direction.SERVER_TO_CLIENT
  const command = 'operationEventNotification'
  return Zcl.Frame.create(SPECIFIC, direction, true, undefined, 77, command, CLUSTER, payload, {})
}
