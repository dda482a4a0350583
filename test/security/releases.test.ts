import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeyRing } from '../../src/bot/keys/keys.ts'
import { openStore, type Store } from '../../src/bot/store/store.ts'
import { readReleases } from '../../src/bot/store/union/releases.ts'
import { releaseFigures } from '../../src/bot/store/vault/releases.ts'
import { freshDatabase } from '../support/database.ts'
import { quickParent } from '../support/quickParent.ts'

let store: Store
let leave: () => Promise<void>

beforeAll(async () => {
  const database = await freshDatabase()
  const folder = mkdtempSync(path.join(quickParent(), 'chihoi-releases-'))
  const { ring } = openKeyRing(path.join(folder, 'keys.json'))
  store = openStore({ botUrl: database.botUrl, vaultUrl: database.vaultUrl, ring })
  leave = async () => {
    await store.close()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})
afterAll(() => leave())

const time = (text: string): Date => new Date(`${text}+07:00`)
let made = 0

/** A case of a woman, opened on this day, with a promise that was kept or not. */
async function aCase(woman: string, topic: string, kept: boolean): Promise<void> {
  const id = `case-${++made}`
  const openedAt = time('2026-11-17T09:00')
  const promiseAt = time('2026-11-18T17:00')
  await store.vault.case.create({
    data: {
      id,
      alias: `CA-${made}`,
      conversationId: woman,
      state: 'taken',
      severity: 'none',
      topic,
      openedAt,
      promiseAt,
      consent: 'v1',
      consentAt: openedAt,
    },
  })
  await store.vault.casePromise.create({
    data: { caseId: id, dueAt: promiseAt, ...(kept ? { answeredAt: time('2026-11-18T10:00') } : {}) },
  })
}

const release = async (now: string): Promise<number> =>
  await store.vault.$transaction(async (tx) => await releaseFigures(tx, time(now)))
const WEEK = '2026-11-16'

test('the Union reads nothing before there is a release', async () => {
  expect(await readReleases(store.union, WEEK)).toEqual({})
})

test('a week is told as a band, and nothing of the quarter that is still open', async () => {
  for (let n = 0; n < 7; n++) await aCase(`w${n}`, 'debt_credit', n > 0)
  for (let n = 0; n < 3; n++) await aCase('w9', 'family_violence', true)
  expect(await release('2026-11-23T00:01')).toBe(1)
  expect(await readReleases(store.union, WEEK)).toEqual({ week: { week: WEEK, band: 'kept' } })
})

test('a closed quarter is told by groups, small ones hidden, a total only where it undoes nothing', async () => {
  expect(await release('2027-01-01T00:01')).toBe(2)
  const { quarter } = await readReleases(store.union, WEEK)
  expect(quarter).toEqual({ quarter: '2026-Q4', groups: { family: 'few', livelihood: 5, other: 'few' }, total: 5 })
})

test('what was released is frozen: later data change nothing', async () => {
  for (let n = 0; n < 9; n++) await aCase(`late${n}`, 'family_violence', false)
  expect(await release('2027-01-01T00:05')).toBe(0)
  expect((await readReleases(store.union, WEEK)).quarter?.groups.family).toBe('few')
  expect((await readReleases(store.union, WEEK)).week?.band).toBe('kept')
})
