import { pythonTool } from './python-tool.mjs'

/** Python's MQTT client, for the second implementation of a lock (docs/locks/lock.py). */
export const paho = pythonTool('paho', ['paho-mqtt==2.1.0'])
