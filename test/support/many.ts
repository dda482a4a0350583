/** How often a test does the same: this often in `npm test`, that often where `npm run prove` runs it in full. */
export const many = (usual: number, full: number): number => (process.env['PROVE'] === 'full' ? full : usual)

/** The time limit of such a test, in milliseconds. */
export const patience = (usual: number): number => many(usual, 4 * 3600_000)
