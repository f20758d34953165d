// Simulated locks of zwave-js's own testing package: every frame is encoded and parsed as for real ones.
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A stick without locks, at a serial port of the library's own making. */
export async function createStick(home, { mockPort, serial }) {
  const [testing, mocks] = await Promise.all(
    ['zwave-js/Testing', '@zwave-js/testing'].map(name => libraryIn(home, name)),
  )
  const controller = await mocks.MockController.create({ homeId: 0x7e570001, ownNodeId: 1, mockPort, serial })
  controller.defineBehavior(...testing.createDefaultMockControllerBehaviors())
  return controller
}

/** A lock with so many places, in the network of a stick; version 1 of user codes masks them. */
export async function addLock(home, controller, { id, version, places, foreign }) {
  const [core, userCode, notification, testing, mocks] = await Promise.all(
    [
      '@zwave-js/core',
      '@zwave-js/cc/UserCodeCC',
      '@zwave-js/cc/NotificationCC',
      'zwave-js/Testing',
      '@zwave-js/testing',
    ].map(name => libraryIn(home, name)),
  )
  const capabilities = { isListening: true, commandClasses: classesOf({ core, mocks }, { version, places }) }
  const mock = await mocks.MockNode.create({ id, capabilities, controller })
  controller.addNode(mock)
  const quiet = { isIt: false }
  const held = () => heldBy(mock, places)
  mock.defineBehavior(...testing.createDefaultMockNodeBehaviors())
  // A second call: the later ones are asked first.
  mock.defineBehavior(refusesDuplicates(userCode, held))
  if (version === 1) mock.defineBehavior(masksCodes(userCode))
  mock.defineBehavior({ handleCC: () => (quiet.isIt ? { action: 'stop' } : undefined) })
  if (foreign) {
    mock.state.set(`UserCode_userIdStatus_${foreign.slot}`, 1)
    mock.state.set(`UserCode_userCode_${foreign.slot}`, foreign.digits)
  }
  return {
    held,
    reach(isOn) {
      quiet.isIt = !isOn
      mock.autoAckControllerFrames = isOn
    },
    async say(happened) {
      const report = new notification.NotificationCCReport({
        nodeId: controller.ownNodeId,
        notificationType: ACCESS_CONTROL,
        ...noticeOf(happened),
      })
      await mock.sendToController(mocks.createMockZWaveRequestFrame(report, { ackRequested: false }))
    },
  }
}

export async function libraryIn(home, name) {
  return import(pathToFileURL(createRequire(path.join(home, 'index.js')).resolve(name)).href)
}

const ACCESS_CONTROL = 6
const [LOCKED_AT_KEYPAD, OPENED_AT_KEYPAD, NO_SUCH_CODE] = [5, 6, 20]

function noticeOf(happened) {
  if (happened.type === 'locked') return { notificationEvent: LOCKED_AT_KEYPAD }
  if (happened.type === 'denied') return { notificationEvent: NO_SUCH_CODE }
  // The place, as a report of its code would begin.
  return {
    notificationEvent: OPENED_AT_KEYPAD,
    eventParameters: Uint8Array.from([0x63, 0x03, happened.slot, 1, 0]),
  }
}

function classesOf({ core: { CommandClasses: CC }, mocks: { ccCaps } }, { version, places }) {
  return [
    ccCaps({ ccId: CC.Version, version: 3 }),
    ccCaps({
      ccId: CC['Door Lock'],
      version: 4,
      supportedOperationTypes: [1],
      supportedDoorLockModes: [0, 255],
    }),
    ccCaps({
      ccId: CC.Notification,
      version: 8,
      supportsV1Alarm: false,
      notificationTypesAndEvents: {
        [ACCESS_CONTROL]: [LOCKED_AT_KEYPAD, OPENED_AT_KEYPAD, 11, NO_SUCH_CODE],
      },
    }),
    ccCaps({ ccId: CC['User Code'], version, numUsers: places, supportedASCIIChars: '0123456789' }),
    ...(version > 1 ? [ccCaps({ ccId: CC.Supervision, version: 1 })] : []),
  ]
}

function refusesDuplicates({ UserCodeCCExtendedUserCodeSet, UserCodeCCSet }, heldNow) {
  return {
    handleCC(_controller, _mock, cc) {
      const extended = cc instanceof UserCodeCCExtendedUserCodeSet ? cc.userCodes : []
      const wanted = cc instanceof UserCodeCCSet ? [cc] : extended
      const held = heldNow()
      const isTaken = ({ userId, userIdStatus, userCode }) =>
        userIdStatus !== 0 &&
        [...held].some(([slot, { digits }]) => slot !== userId && digits === textOf(userCode))
      return wanted.some(isTaken) ? { action: 'fail' } : undefined
    },
  }
}

function masksCodes({ UserCodeCCGet, UserCodeCCReport }) {
  return {
    handleCC(controller, mock, cc) {
      if (!(cc instanceof UserCodeCCGet)) return undefined
      const code = textOf(mock.state.get(`UserCode_userCode_${cc.userId}`))
      const report = new UserCodeCCReport({
        nodeId: controller.ownNodeId,
        userId: cc.userId,
        userIdStatus: mock.state.get(`UserCode_userIdStatus_${cc.userId}`) ?? 0,
        userCode: code && '*'.repeat(code.length),
      })
      return { action: 'sendCC', cc: report }
    },
  }
}

function heldBy(mock, places) {
  const held = new Map()
  for (let slot = 1; slot <= places; slot += 1) {
    const status = mock.state.get(`UserCode_userIdStatus_${slot}`)
    if (status)
      held.set(slot, { digits: textOf(mock.state.get(`UserCode_userCode_${slot}`)), isOn: status === 1 })
  }
  return held
}

function textOf(code) {
  return code instanceof Uint8Array ? new TextDecoder().decode(code) : code
}
