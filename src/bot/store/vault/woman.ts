import { instant, type Instant } from '../../../domain/calendar.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { besideSecrets, secretsIn } from '../../../domain/case/secretsSaid.ts'
import { readInviteCode } from '../../../domain/inviteCode.ts'
import { canonical } from '../../../domain/words/fold.ts'
import type { WomanEffect } from '../../../flows/vault/womanEffects.ts'
import { keyedHash } from '../../keys/keys.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { caseKey, sealWords } from './caseKeys.ts'
import { isCodeWord } from './cases.ts'
import type { VaultSeat } from './conversation.ts'
import { makeRoomLink } from './ownPage.ts'
import { keepRequest } from './requests.ts'

interface Performing {
  readonly seat: VaultSeat
  readonly now: Date
}

export async function performWoman(
  store: Store,
  tx: Tx,
  effect: WomanEffect,
  { seat, now }: Performing,
): Promise<void> {
  switch (effect.do) {
    case 'writeHandover': {
      const key = await caseKey(store, tx, effect.case)
      if (key === undefined) return
      const { case: id, receiver, consent } = effect
      const body = sealWords(key, id, `handover:${id}`, effect.text)
      await tx.handover.create({ data: { caseId: id, receiver, consent, body, writtenAt: now } })
      // She agreed to have exactly these words told: whoever hands them over reads them unmasked.
      await tx.caseMessage.updateMany({ where: { caseId: id, from: 'woman' }, data: { revealedAt: now } })
      return
    }
    case 'handOver':
      return await recordHandover(tx, seat, effect, now)
    case 'confirmHandover':
      if (!(await holds(tx, seat, effect.case))) return
      await tx.handover.updateMany({
        where: { caseId: effect.case, handedAt: { not: null }, receivedAt: null },
        data: { receivedAt: now },
      })
      return
    case 'tryHandover':
      if (!(await holds(tx, seat, effect.case))) return
      await tx.handover.updateMany({
        where: { caseId: effect.case, handedAt: null },
        data: { tries: { increment: 1 }, triedAt: now },
      })
      return
    case 'withdrawHandover': {
      const { count } = await tx.handover.updateMany({
        where: { caseId: effect.case, case: { conversationId: seat.id }, handedAt: null, withdrawnAt: null },
        data: { withdrawnAt: now },
      })
      if (count !== 1) throw new Error('it was handed over meanwhile')
      return
    }
    case 'referralShown':
      await tx.referral.updateMany({
        where: { id: effect.id, case: { id: effect.case, conversationId: seat.id }, state: 'asked' },
        data: { state: 'seen' },
      })
      return
    case 'setHours':
      await tx.case.updateMany({
        where: { id: effect.case, conversationId: seat.id },
        data: { hoursFrom: effect.hours?.fromHour ?? null, hoursTo: effect.hours?.toHour ?? null, nudgedAt: null },
      })
      return
    case 'setExitWord':
      await tx.vaultConversation.update({
        where: { id: seat.id },
        data: { exitWord: hashExitWord(store, effect.word) },
      })
      return
    case 'moveRoom': {
      const { secret, minutes, do: _, ...moved } = effect
      return await makeRoomLink(store, tx, { from: seat.id, secret, minutes, moved, now })
    }
    case 'rate': {
      const { count } = await tx.case.updateMany({
        where: { id: effect.case, conversationId: seat.id, rated: false },
        data: { rated: true },
      })
      if (count === 0) return
      const { quarter, score } = effect
      await tx.rating.upsert({
        where: { quarter_score: { quarter, score } },
        create: { quarter, score, count: 1 },
        update: { count: { increment: 1 } },
      })
      return
    }
    case 'requestOf':
      return await keepRequest(store, tx, effect, now)
  }
}

const holds = async (tx: Tx, seat: VaultSeat, id: CaseId): Promise<boolean> =>
  seat.member !== undefined && (await tx.case.count({ where: { id, takenBy: seat.member.id } })) === 1

/** Only whoever has the case, and only once: the time and the way are what the woman is shown. It is also an answer to her. */
async function recordHandover(
  tx: Tx,
  seat: VaultSeat,
  { case: id, how }: Extract<WomanEffect, { do: 'handOver' }>,
  now: Date,
): Promise<void> {
  if (!(await holds(tx, seat, id))) return
  const { count } = await tx.handover.updateMany({
    where: { caseId: id, handedAt: null },
    data: { handedAt: now, handedBy: seat.member?.id ?? null, how },
  })
  if (count !== 1) throw new Error('it was handed over meanwhile')
  await tx.case.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: now } })
}

const hashExitWord = (store: Store, word: string): Uint8Array<ArrayBuffer> =>
  keyedHash(store.keys.codeWord, `exit|${canonical(word)}`)

/** Is the whole message the word that she chose for leaving? */
export const isExitWord = (store: Store, said: string, stored: Uint8Array | undefined): boolean =>
  stored !== undefined && canonical(said) !== '' && Buffer.from(hashExitWord(store, said)).equals(stored)

/** What waited has been shown: the next thing that waits may be told of again. */
export async function forgetNudge(tx: Tx, id: CaseId): Promise<void> {
  await tx.case.updateMany({ where: { id, nudgedAt: { not: null } }, data: { nudgedAt: null } })
}

/** When she wrote the last words that nobody of the club has seen. */
export async function unseenSince(tx: Tx, id: CaseId): Promise<Instant | undefined> {
  const last = await tx.caseMessage.findFirst({
    where: { caseId: id, from: 'woman', shownAt: null },
    orderBy: { seq: 'desc' },
    select: { at: true },
  })
  return last === null ? undefined : instant(last.at.getTime())
}

const CODE = /[0-9A-Za-z]{5}[- ]?[0-9A-Za-z]{5}/g
const WORD_MAX = 60

/** Her code word or her receipt, alone, goes to nobody; a receipt is taken out wherever it stands. Of any case of hers. */
export async function withoutSecrets(
  store: Store,
  tx: Tx,
  { case: id, said }: { readonly case: CaseId; readonly said: string },
): Promise<{ readonly isSecret: boolean; readonly text: string }> {
  const select = { id: true, codeWord: true, receipt: true, conversationId: true } as const
  const row = await tx.case.findUnique({ where: { id }, select })
  if (row === null) return { isSecret: false, text: said }
  const { conversationId } = row
  const others = conversationId === null ? [] : await tx.case.findMany({ where: { conversationId }, select })
  const own = [row, ...others.filter((one) => one.id !== id)]
  const isReceipt = (typed: string): boolean => {
    const code = readInviteCode(typed)
    if (code === undefined) return false
    const hash = Buffer.from(keyedHash(store.keys.receipt, code))
    return own.some(({ receipt }) => receipt !== null && hash.equals(receipt))
  }
  const text = said.replaceAll(CODE, (typed) => (isReceipt(typed) ? '•••' : typed))
  if (text !== said && canonical(text) === '') return { isSecret: true, text }
  const words = own.flatMap(({ codeWord }) => (codeWord === null ? [] : [codeWord]))
  const isHers = async (one: string): Promise<boolean> =>
    canonical(one).length <= WORD_MAX &&
    (await Promise.all(words.map((word) => isCodeWord(store, one, word)))).includes(true)
  if (await isHers(said)) return { isSecret: true, text }
  const named = await Promise.all(
    secretsIn(said)
      .filter((one) => one !== said)
      .map(isHers),
  )
  // Named in a sentence, the clause in which it stands stays with her.
  const beside = named.includes(true) ? besideSecrets(said) : text
  return { isSecret: beside === '', text: beside }
}
