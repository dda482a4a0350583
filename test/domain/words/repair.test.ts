import { expect, test } from 'vitest'
import { readRepair } from '../../../src/domain/words/repair.ts'

test.each([
  ['à nhầm, 45 chứ không phải 54', { said: '45', old: '54', opened: true }],
  ['a nham 45 chu ko phai 54', { said: '45', old: '54', opened: true }],
  ['45 chứ không phải 54 ạ', { said: '45', old: '54 ạ' }],
  ['không phải 54 mà là 45', { said: '45', old: '54' }],
  ['nhầm rồi, 45', { said: '45', opened: true }],
  ['à nhầm 12/3', { said: '12/3', opened: true }],
  ['đính chính: 30 nữ', { said: '30 nữ', opened: true }],
  ['phải là hôm qua', { said: 'hôm qua' }],
  ['sửa 54 thành 45', { said: '45', old: '54' }],
  ['sửa câu 3', { question: '3' }],
  ['sửa 3', { question: '3' }],
  ['sửa câu 3 thành 45', { said: '45', question: '3' }],
  ['sửa ngày thực hiện', { question: 'ngày thực hiện' }],
])('«%s» puts something right', (said, repair) => {
  expect(readRepair(said)).toEqual(repair)
})

test.each([
  '45',
  '12/3',
  'sai phạm đất đai',
  'Nhầm lẫn trong quản lý đất',
  'tuyên truyền 45 người',
  '',
  'không phải',
  'x'.repeat(500),
])('«%s» does not', (said) => {
  expect(readRepair(said)).toBeUndefined()
})
