import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../../support/database.ts'

async function rowsOf(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test('a fresh database has the whole schema, and its two logins see only their own', async () => {
  const database = await freshDatabase()
  onTestFinished(() => database.drop())
  expect(await rowsOf(database.botUrl, 'SELECT id FROM public.report')).toEqual([])
  expect(await rowsOf(database.vaultUrl, 'SELECT id FROM vault."case"')).toEqual([])
  await expect(rowsOf(database.botUrl, 'SELECT id FROM vault."case"')).rejects.toMatchObject({ code: '42501' })
  await expect(rowsOf(database.vaultUrl, 'SELECT id FROM public.report')).rejects.toMatchObject({ code: '42501' })
})

test('two fresh databases share nothing', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  onTestFinished(async () => {
    await one.drop()
    await other.drop()
  })
  await rowsOf(one.ownerUrl, "INSERT INTO public.setting (key, value) VALUES ('a', '1')")
  expect(await rowsOf(other.botUrl, 'SELECT key FROM public.setting')).toEqual([])
  const elsewhere = new URL(one.botUrl)
  elsewhere.pathname = new URL(other.botUrl).pathname
  await expect(rowsOf(elsewhere.href, 'SELECT 1')).rejects.toMatchObject({ code: '42501' })
})
