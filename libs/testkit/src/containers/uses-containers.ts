/** `npm run images -- containers`: the servers of the tests are images of ours, in the network of our own engine. */
export const usesContainers = process.env['TEST_CONTAINERS'] === '1'
