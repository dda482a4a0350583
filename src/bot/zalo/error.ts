/** Code tables differ between Zalo's hosts: -216 is a dead token on one and a blocked account on another. */
export type ZaloHost = 'oa' | 'business' | 'oauth'

/**
 * retry: not done, try again. limited: over the limit of requests, wait for the next minute. unknown: the answer was lost, it may
 * have been done. refresh: the access token is dead. expired: upload the attachment again. gone: this person cannot be reached.
 * window: not until she writes again. bug: our request is wrong. money: quota, package or balance. configuration: a right or a
 * setting is missing at Zalo.
 */
export type ZaloProblem =
  | 'retry'
  | 'limited'
  | 'unknown'
  | 'refresh'
  | 'expired'
  | 'gone'
  | 'window'
  | 'bug'
  | 'money'
  | 'configuration'

/** Never holds a token, an address or words: only where it happened and Zalo's own code. */
export class ZaloError extends Error {
  readonly host: ZaloHost
  readonly problem: ZaloProblem
  /** What Zalo answered; absent where there was no answer, or none of its form. */
  readonly code: number | undefined

  constructor(host: ZaloHost, problem: ZaloProblem, code?: number) {
    super(`zalo ${host} ${problem}${code === undefined ? '' : ` ${code}`}`)
    this.name = 'ZaloError'
    this.host = host
    this.problem = problem
    this.code = code
  }
}

/** A code that is in no table is ours to look at: never tried again by itself. */
export function problemOf(host: ZaloHost, code: number): ZaloProblem {
  return tables[host].get(code) ?? 'bug'
}

type Row = readonly [problem: ZaloProblem, codes: readonly number[]]

const tableOf = (rows: readonly Row[]): ReadonlyMap<number, ZaloProblem> =>
  new Map(rows.flatMap(([problem, codes]) => codes.map((code) => [code, problem] as const)))

const tables: Readonly<Record<ZaloHost, ReadonlyMap<number, ZaloProblem>>> = {
  oa: tableOf([
    // -218: she has had as much as she may receive for now. -234: not at night.
    ['retry', [-200, -218, -234]],
    ['limited', [-32]],
    ['refresh', [-216, -220]],
    ['expired', [-100]],
    ['gone', [-213, -217, -227, -244, -248]],
    ['window', [-230, -231, -232]],
    ['bug', [-201, -210, -233, -240, -249]],
    ['money', [-211, -224, -320, -321]],
    ['configuration', [-204, -205, -209, -212, -219, -221, -223, -235, -237, -238, -241, -242, -403]],
  ]),
  business: tableOf([
    ['retry', [-133]],
    ['limited', [-32]],
    ['refresh', [-124]],
    ['gone', [-108, -114, -118, -119, -139, -140, -141, -144]],
    ['bug', [-109, -111, -112, -113, -1121, -1122, -1123, -1124, -120, -126, -127, -132]],
    ['money', [-115, -137, -147, -1471, -1472]],
    ['configuration', [-117, -131, -135, -1351, -136, -146]],
  ]),
  oauth: tableOf([
    ['limited', [-32]],
    ['configuration', [-14_002, -14_003, -14_012, -14_024]],
  ]),
}
