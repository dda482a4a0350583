import { expect, test } from 'vitest'
import {
  caseId,
  conversationId,
  digestId,
  draftId,
  fileId,
  memberId,
  personId,
  reportId,
  unitId,
} from '../../src/domain/ids.ts'

const MAKERS = { caseId, conversationId, digestId, draftId, fileId, memberId, personId, reportId, unitId }

test.each(Object.entries(MAKERS))('%s takes what is an id and keeps it', (_name, make) => {
  expect(['a', 'xa-1', 'F-SUP', 'draft:1', 'A_b.c', '0'.repeat(64)].map((raw) => make(raw))).toEqual([
    'a',
    'xa-1',
    'F-SUP',
    'draft:1',
    'A_b.c',
    '0'.repeat(64),
  ])
})

test.each(['', ' a', '-a', '.a', 'a b', 'a\n', 'a/b', "a'--", 'xã', 'a|b', '0'.repeat(65)])('%j is no id', (raw) => {
  for (const make of Object.values(MAKERS)) expect(() => make(raw)).toThrow('not a')
})

test('a refused id is not repeated in the error', () => {
  expect(() => personId('chị Lan 0912')).toThrow(/^not a person id$/)
})
