// zwave-js with simulated locks of its own testing package, in this process: every frame is encoded and parsed as for a real stick.
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const PLACES = 6

/** Two locks, each with a code that stood on it before. */
export async function startSimulatedNetwork({ home, cacheDir, driverOptions, foreign }) {
  const require = createRequire(path.join(home, 'index.js'))
  const load = name => import(pathToFileURL(require.resolve(name)).href)
  const [core, userCode, notification, testing, mocks] = await Promise.all(
    [
      '@zwave-js/core',
      '@zwave-js/cc/UserCodeCC',
      '@zwave-js/cc/NotificationCC',
      'zwave-js/Testing',
      '@zwave-js/testing',
    ].map(load),
  )
  const { driver, mockPort, serial, continueStartup } = await testing.createAndStartDriverWithMockPort({
    logConfig: { enabled: false },
    storage: { cacheDir },
    features: { softReset: false },
    testingHooks: { skipFirmwareIdentification: true },
    ...driverOptions,
  })
  const controller = await mocks.MockController.create({ homeId: 0x7e570001, ownNodeId: 1, mockPort, serial })
  controller.defineBehavior(...testing.createDefaultMockControllerBehaviors())
  const libraries = { core, userCode, notification, testing, mocks, controller }
  const shows = await addLock(libraries, { id: 2, version: 2, foreign })
  const masks = await addLock(libraries, { id: 3, version: 1, foreign })
  const ready = new Promise(resolve => driver.once('all nodes ready', resolve))
  continueStartup()
  await ready
  const simulated = ({ mock, id, quiet }) => {
    const node = driver.controller.nodes.get(id)
    return {
      node,
      truth: () => heldBy(mock),
      async reach(isOn) {
        quiet.isIt = !isOn
        mock.autoAckControllerFrames = isOn
        if (isOn) await node.ping()
      },
      async openAt(slot) {
        const told = new Promise(resolve => node.once('notification', resolve))
        const report = new notification.NotificationCCReport({
          nodeId: 1,
          notificationType: 6,
          notificationEvent: 6,
          eventParameters: Uint8Array.from([0x63, 0x03, slot, 1, 0]),
        })
        await mock.sendToController(mocks.createMockZWaveRequestFrame(report, { ackRequested: false }))
        await told
      },
    }
  }
  return {
    shows: simulated(shows),
    masks: simulated(masks),
    async end() {
      await driver.destroy()
      controller.destroy()
    },
  }
}

async function addLock({ core, userCode, testing, mocks, controller }, { id, version, foreign }) {
  const { CommandClasses: CC } = core
  const { ccCaps } = mocks
  const classes = [
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
      notificationTypesAndEvents: { 6: [5, 6, 11] },
    }),
    ccCaps({ ccId: CC['User Code'], version, numUsers: PLACES, supportedASCIIChars: '0123456789' }),
    ...(version > 1 ? [ccCaps({ ccId: CC.Supervision, version: 1 })] : []),
  ]
  const capabilities = { isListening: true, commandClasses: classes }
  const mock = await mocks.MockNode.create({ id, capabilities, controller })
  controller.addNode(mock)
  const quiet = { isIt: false }
  mock.defineBehavior(...testing.createDefaultMockNodeBehaviors())
  // A second call: the later ones are asked first.
  mock.defineBehavior(refusesDuplicates(userCode))
  if (version === 1) mock.defineBehavior(masksCodes(userCode))
  mock.defineBehavior({ handleCC: () => (quiet.isIt ? { action: 'stop' } : undefined) })
  mock.state.set(`UserCode_userIdStatus_${foreign.slot}`, 1)
  mock.state.set(`UserCode_userCode_${foreign.slot}`, foreign.digits)
  return { mock, id, quiet }
}

function refusesDuplicates({ UserCodeCCExtendedUserCodeSet, UserCodeCCSet }) {
  return {
    handleCC(_controller, mock, cc) {
      const extended = cc instanceof UserCodeCCExtendedUserCodeSet ? cc.userCodes : []
      const wanted = cc instanceof UserCodeCCSet ? [cc] : extended
      const held = heldBy(mock)
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

function heldBy(mock) {
  const held = new Map()
  for (let slot = 1; slot <= PLACES; slot += 1) {
    const status = mock.state.get(`UserCode_userIdStatus_${slot}`)
    if (status)
      held.set(slot, { digits: textOf(mock.state.get(`UserCode_userCode_${slot}`)), isOn: status === 1 })
  }
  return held
}

function textOf(code) {
  return code instanceof Uint8Array ? new TextDecoder().decode(code) : code
}
