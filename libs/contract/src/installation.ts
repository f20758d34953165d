/** What operators act for. No city has this id, so nothing of a city is theirs to see. */
export const INSTALLATION = 'installation'
