/** M3: the post code, and an address in the four parts that browsers know. */
export const NO_ADDRESS = { postalCode: '', prefecture: '', municipality: '', street: '', building: '' }
