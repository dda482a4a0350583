import { expect, test } from 'vitest'
import { findDatabaseClock } from '../../scripts/databaseClock.ts'

test.each([
  'ALTER TABLE a ADD at TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP;',
  'INSERT INTO a VALUES (now());',
  'INSERT INTO a VALUES (NOW ());',
  'SELECT clock_timestamp()',
  "SELECT 'now'::timestamptz",
  'WHERE day < current_date',
  '  at DateTime @default(now())',
  '  at DateTime @updatedAt',
])('asking the database for the time is found: %s', (line) => {
  expect(findDatabaseClock(`first\n${line}`)).toEqual([expect.stringMatching(/^2: /u)])
})

test.each([
  '-- no now() here',
  '/* nor\n CURRENT_TIMESTAMP here */ SELECT 1',
  '/// Prisma comments may say now()',
  'CREATE TABLE known (knowledge TEXT, "nowhere" TEXT)',
  'at TIMESTAMPTZ(3) NOT NULL',
])('other words are not taken for it: %s', (line) => {
  expect(findDatabaseClock(line)).toEqual([])
})
