import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { instant } from '../../src/domain/calendar.ts'
import { caseId, type CaseId, memberId } from '../../src/domain/ids.ts'
import { ChannelError } from '../../src/bot/channel.ts'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import type { Tx } from '../../src/bot/store/tx.ts'
import { makeCaseKey, turnCaseKeys } from '../../src/bot/store/vault/caseKeys.ts'
import { addWords, wordsOf } from '../../src/bot/store/vault/cases.ts'
import { takeVaultSeat } from '../../src/bot/store/vault/conversation.ts'
import { takeAlarm } from '../../src/bot/store/vault/alarms.ts'
import { eraseWoman } from '../../src/bot/store/vault/leaving.ts'
import { many, patience } from '../support/many.ts'
import { ask, DAY, MINUTE, startTestBot, takeFirst, type TestBot, text } from '../support/bot.ts'

let bot: TestBot
let refused: (to: string) => boolean = () => false
beforeAll(async () => {
  bot = await startTestBot({
    at: '2026-11-10T09:00',
    refuse: (to) => (refused(to) ? new ChannelError('retry', 'down', 1000) : undefined),
  })
})
beforeEach(() => {
  refused = () => false
})
afterAll(() => bot.stop())

/** Everything of the vault that still opens with the keys that are there: words of cases, alarms, messages, states. */
async function readable(): Promise<string> {
  const { vault, seals } = bot.store
  const found: string[] = []
  const tryOpen = (table: string, column: string, row: string, sealed: Uint8Array | null): void => {
    if (sealed === null || sealed.length === 0) return
    found.push(seals.vault.open({ table: `vault.${table}`, column, row }, sealed))
  }
  await vault.$transaction(async (tx) => {
    for (const one of await tx.case.findMany())
      found.push(...(await wordsOf(bot.store, tx, caseId(one.id), 'woman')).map((words) => words.text))
    for (const one of await tx.alarm.findMany()) tryOpen('alarm', 'body', one.id, one.body)
    for (const one of await tx.vaultOutbox.findMany()) tryOpen('outbox', 'body', one.key, one.body)
    for (const one of await tx.vaultConversation.findMany()) tryOpen('conversation', 'state', one.id, one.state)
    for (const one of await tx.inbox.findMany({ where: { body: { not: null } } }))
      found.push(
        seals.inbox.open(
          { table: 'inbox', column: 'body', row: `${one.channel}|${one.eventKey}` },
          one.body ?? new Uint8Array(),
        ),
      )
  })
  return found.join('\n')
}

async function erase(woman: string): Promise<void> {
  await bot.press(woman, 'Xóa')
  await bot.press(woman, 'Xóa hết')
}

const dead = { state: 'dead', code: 'test', attempts: 5 }

test('an erased case has no key and no words', async () => {
  await ask(bot, 'w1', 'tôi muốn ly hôn KANARI1')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', 'trả lời KANARI2')
  expect(await readable()).toMatch(/KANARI1[^]*KANARI2/)
  const row = await bot.store.vault.case.findFirstOrThrow({ where: { conversationId: { not: null } } })
  await erase('w1')
  expect(await readable()).not.toMatch(/KANARI[12]/)
  expect(await bot.store.vault.caseKey.count({ where: { caseId: row.id } })).toBe(0)
  expect(await bot.store.vault.caseMessage.count({ where: { caseId: row.id } })).toBe(0)
  const after = await bot.store.vault.case.findUniqueOrThrow({ where: { id: row.id } })
  expect([after.conversationId, after.receipt, after.codeWord, after.state]).toEqual([null, null, null, 'closed'])
})

test('what waits to be shown to the counsellor is erased with the case', async () => {
  await ask(bot, 'w2', 'tôi muốn ly hôn KANARI3')
  refused = (to) => to === 'counsellor-1'
  await bot.say('counsellor-1', 'bàn')
  const at = await bot.store.vault.vaultConversation.findUniqueOrThrow({ where: { id: 'demo-counsellor-1-talk' } })
  expect(at.memberId).toBe('demo-counsellor-1')
  const waiting = await bot.store.vault.case.findFirstOrThrow({ where: { state: 'waiting' } })
  await bot.store.vault.case.update({
    where: { id: waiting.id },
    data: { state: 'taken', takenBy: memberId('demo-counsellor-1') },
  })
  await bot.say('counsellor-1', 'ca của tôi')
  await bot.say('counsellor-1', '1')
  expect(await readable()).toContain('KANARI3')
  await erase('w2')
  expect(await readable()).not.toContain('KANARI3')
  refused = () => false
  bot.clock.move(MINUTE)
  await bot.settle()
  expect(JSON.stringify(bot.seen('counsellor-1'))).not.toContain('KANARI3')
})

test('words of danger are erased with everything else, and nobody is paged for them any more', async () => {
  await bot.say('w3', 'chồng em đang cầm dao đuổi em, cứu em với KANARI4')
  await bot.say('w3', 'em an toàn rồi')
  await bot.say('w3', 'thoát')
  await ask(bot, 'w3', 'tôi muốn hỏi về ly hôn KANARI5')
  await erase('w3')
  expect(await readable()).not.toMatch(/KANARI[45]/)
  expect(await bot.store.vault.alarm.count({ where: { takenAt: null, stoodDownAt: null } })).toBe(0)
})

test('every case of hers is erased, also one that was closed before', async () => {
  await ask(bot, 'w4', 'tôi muốn ly hôn KANARI6')
  await bot.store.vault.case.updateMany({ where: { state: 'waiting' }, data: { state: 'closed' } })
  await bot.say('w4', 'thoát')
  await ask(bot, 'w4', 'tôi muốn hỏi chuyện chia tài sản KANARI7')
  expect(await readable()).toMatch(/KANARI6[^]*KANARI7|KANARI7[^]*KANARI6/)
  await erase('w4')
  expect(await readable()).not.toMatch(/KANARI[67]/)
})

test('an event of hers that was set aside is erased too', async () => {
  await ask(bot, 'w5', 'tôi muốn ly hôn')
  await bot.arrive('w5', text('KANARI8'))
  await bot.store.union.inbox.updateMany({ where: { state: 'waiting' }, data: dead })
  expect(await readable()).toContain('KANARI8')
  await erase('w5')
  expect(await readable()).not.toContain('KANARI8')
})

test('words before consent are shredded after a day, also those that stand behind an alarm', async () => {
  for (const woman of ['first-1', 'first-2']) await bot.say(woman, 'tôi muốn hỏi về ly hôn KANARI9')
  await bot.say('first-2', 'chồng em đang cầm dao đuổi em, cứu em với')
  await bot.store.vault.alarm.updateMany({ data: { stoodDownAt: bot.clock.now() } })
  expect(await readable()).toContain('KANARI9')
  bot.clock.move(2 * DAY)
  await bot.settle()
  expect(await readable()).not.toContain('KANARI9')
})

const RACES = many(24, 1000)

test(`${RACES} answers, alarms taken and keys turned that race with an erasure leave nothing`, {
  timeout: patience(120_000),
}, async () => {
  await ask(bot, 'race', 'tôi muốn ly hôn')
  const lane = blindIndex(bot.store.keys.vaultLane, 'talk', 'race')
  const room = await bot.store.vault.vaultConversation.findUniqueOrThrow({ where: { lane } })
  const desk = await bot.store.vault.vaultConversation.findUniqueOrThrow({ where: { id: 'demo-counsellor-1-talk' } })
  const { store, clock } = bot
  const now = clock.now()
  const ids = Array.from({ length: RACES }, (_, n) => caseId(`race-${n}`))
  let left = 0
  for (const [n, id] of ids.entries()) {
    await store.vault.$transaction(async (tx) => await openBareCase(tx, id))
    const erases = (): Promise<unknown> =>
      store.vault.$transaction(async (tx) => {
        const seat = await takeVaultSeat(store, tx, room.lane)
        if (seat !== undefined) await eraseWoman(store, tx, { seat, case: id, now })
      })
    const answers = (): Promise<unknown> =>
      store.vault.$transaction((tx) =>
        addWords(store, tx, { case: id, id: `race-${n}`, from: 'counsellor', text: 'RACE', now }),
      )
    const body = store.seals.vault.seal({ table: 'vault.alarm', column: 'body', row: `race-${n}` }, 'RACE')
    const alarm = {
      id: `race-${n}`,
      severity: 'immediate',
      raisedAt: now,
      dueAt: now,
      lane: room.lane,
      channel: 'talk',
    }
    await store.vault.alarm.create({ data: { ...alarm, address: new Uint8Array(0), body } })
    const takes = async (): Promise<unknown> => {
      const taken = { alarm: alarm.id, case: caseId(`taken-${n}`), alias: `taken-${n}` }
      const effect = { do: 'takeAlarm' as const, ...taken, promiseAt: instant(now.getTime()) }
      return await store.vault
        .$transaction(async (tx) => {
          const seat = await takeVaultSeat(store, tx, desk.lane)
          if (seat !== undefined) await takeAlarm(store, tx, { seat, now, newId: () => 'x', effect })
        })
        .catch(() => 'she has erased')
    }
    const turns = (): Promise<unknown> => store.vault.$transaction((tx) => turnCaseKeys(store, tx, now))
    const rival = [answers, takes, turns][n % 3] ?? answers
    await Promise.all(n % 2 === 0 ? [rival(), erases()] : [erases(), rival()])
    // Looked at after each race: the next erasure would hide what this one left.
    const of = { where: { caseId: { in: [id, `taken-${n}`] } } }
    left += (await store.vault.caseKey.count(of)) + (await store.vault.caseMessage.count(of))
  }
  expect(left).toBe(0)
  expect(await readable()).not.toContain('RACE')
})

test('the staff hear that she has erased, and the clock of the law stands still', async () => {
  await ask(bot, 'told', 'tôi muốn ly hôn')
  await takeFirst(bot, 'counsellor-1')
  await erase('told')
  expect(bot.seen('head').at(-1)?.text).toContain('chị ấy đã xóa')
  const requests = await bot.store.vault.subjectRequest.findMany({ where: { kind: 'erase' } })
  expect(requests.filter((one) => one.doneAt === null)).toEqual([])
})

test('«xóa» locked is an exit with the same face, and erases nothing', async () => {
  await ask(bot, 'locked', 'tôi muốn ly hôn KANARI-L')
  const card = (await bot.say('locked', 'thoát')).map((one) => one.text)
  expect((await bot.say('locked', 'xóa')).map((one) => one.text)).toEqual(card)
  await bot.say('locked', 'hỏi kín')
  expect((await bot.say('locked', 'Xoá hết!')).map((one) => one.text)).toEqual(card)
  expect(await readable()).toContain('KANARI-L')
})

async function openBareCase(tx: Tx, id: CaseId): Promise<void> {
  const now = bot.clock.now()
  await tx.case.create({
    data: {
      id,
      alias: id,
      state: 'taken',
      severity: 'none',
      topic: 'other_legal',
      openedAt: now,
      promiseAt: now,
      consent: 'v1',
      consentAt: now,
    },
  })
  await makeCaseKey(bot.store, tx, id, now)
}
