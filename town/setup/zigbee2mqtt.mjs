import { npmTool } from './npm-tool.mjs'

/**
 * The program that a site runs beside its bridge to Zigbee locks, for the test of the bridge. It is licensed under the GPL and
 * nothing of ours is linked with it, so it is none of our packages.
 */
export const zigbee2mqtt = npmTool('zigbee2mqtt', ['zigbee2mqtt@2.14.1'])
