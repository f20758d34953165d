/** The first node of a Z-Wave network is its stick. */
const FIRST_NODE = 2
const FIRST_ADDRESS = 0x00124b0000000110n

/** The lock of a door, by its place in the list of doors, as its Z-Wave network numbers it. */
export function zwaveNodeOf(door: number): number {
  return FIRST_NODE + door
}

/** The same in a Zigbee network. */
export function zigbeeAddressOf(door: number): string {
  return `0x${(FIRST_ADDRESS + BigInt(door)).toString(16).padStart(16, '0')}`
}
