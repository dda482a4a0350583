import { createHash } from 'node:crypto'
import * as fc from 'fast-check'

/**
 * What chance decides in a test, properties and keys alike, is the same in each run, so that a red run says something of the
 * change. `SEED=7` takes another; `SEED=any`, and what runs in full, takes a new one each time.
 */
const wanted = process.env['SEED'] ?? (process.env['PROVE'] === 'full' ? 'any' : '2022')
if (wanted !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })

/** The root of a key ring (32 bytes, base64) from which a bot's ids and codes come; undefined: let it make its own. */
export const seedRoot: string | undefined =
  wanted === 'any' ? undefined : createHash('sha256').update(`root ${wanted}`).digest('base64')
