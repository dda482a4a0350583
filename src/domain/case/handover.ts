import type { Instant } from '../calendar.ts'

/** To whom a formal report may be handed over (domain reference §5.2). What the law says of them is a sheet, approved and dated. */
export const RECEIVERS = ['police', 'committee', 'communeUnion'] as const
export type Receiver = (typeof RECEIVERS)[number]

export const WAYS = ['phone', 'inPerson', 'writing'] as const
export type Way = (typeof WAYS)[number]

/**
 * Written, then handed over by a member who says how, then confirmed by the body. Nobody was told before `handedAt`; until then
 * she may take it back.
 */
export interface Handover {
  readonly receiver: Receiver
  readonly writtenAt: Instant
  readonly handedAt?: Instant
  readonly how?: Way
  readonly receivedAt?: Instant
  /** How often the body could not be reached, and when last. */
  readonly tried?: { readonly times: number; readonly at: Instant }
  readonly withdrawnAt?: Instant
}

/** Nobody was told yet, and she has not taken it back. */
export const waitsForHandover = (one: Handover | undefined): boolean =>
  one !== undefined && one.handedAt === undefined && one.withdrawnAt === undefined
