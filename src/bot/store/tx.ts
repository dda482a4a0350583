import type { PrismaClient } from './generated/client.ts'

/** A transaction of Prisma's: what the stores are given. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>
