import { npmTool } from './npm-tool.mjs'

/** What the bridge to Z-Wave locks speaks through, and its simulated nodes: 95 MB that nobody else at a site or in the city needs. */
export const zwave = npmTool('zwave', ['zwave-js@15.29.0', '@zwave-js/testing@15.29.0'])
