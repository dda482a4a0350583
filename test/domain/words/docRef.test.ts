import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../../src/domain/calendar.ts'
import { formatDocRef, readDocRef } from '../../../src/domain/words/docRef.ts'

const today = localDate('2026-03-18')

test.each([
  '521/KH-BTV',
  '217-QĐ/TW',
  '218-QĐ/TW',
  '68/NQ-CP',
  '126/NQ-CP',
  '06-CT/TW',
  '2074/QĐ-TTg',
  '04-NQ/TW',
  '13/2022/QH15',
  '02/2007/QH12',
  '56/2012/NĐ-CP',
  '4021/QC-UBND-HLHPN',
  '13/CTPH-HLHPN-CA-VKSND-TAND',
  '11/CTPH-TWHLHPN-BCA-VKSNDTC-TANDTC',
  '25-NQ/TW',
  '54-KH/TU',
  '04/2015/NĐ-CP',
  '120-KL/TW',
  '45a/KH-HPN',
  '45/KH',
])('the symbol %s is well formed', (symbol) => {
  expect(readDocRef(symbol, today)).toEqual({ ref: { symbol }, wellFormed: true })
})

const full = { symbol: '45/KH-HPN', date: '2026-03-12', issuer: 'Hội LHPN xã' }

test.each([
  '45/KH-HPN ngày 12/3/2026 của Hội LHPN xã',
  '45/KH-HPN ngày 12/3 của Hội LHPN xã',
  'Kế hoạch số 45/KH-HPN, ngày 12 tháng 3 năm 2026, của Hội LHPN xã',
  '45/KH-HPN của Hội LHPN xã ngày 12/3/2026',
  '45/KH-HPN do Hội LHPN xã ban hành ngày 12-3-2026',
  '45/KH-HPN, 12/3/2026, Hội LHPN xã',
  '45 / KH-HPN ngày 12.3.2026 cua Hội LHPN xã.',
  '45/kh-hpn ngay 12/3/26 của Hội LHPN xã',
])('number, date and issuer: %s', (text) => {
  expect(readDocRef(text, today)).toEqual({ ref: full, wellFormed: true })
})

test.each([
  ['45/KH-HPN hôm qua', { symbol: '45/KH-HPN', date: '2026-03-17' }, true],
  ['12/3/2026 45/KH-HPN', { symbol: '45/KH-HPN', date: '2026-03-12' }, true],
  ['45/KH-HPN ngày 30/2', { symbol: '45/KH-HPN' }, false],
  ['45/KH-HPN ngày 20/3/2026', { symbol: '45/KH-HPN', date: '2026-03-20' }, false],
  ['45-KH-HPN', { symbol: '45-KH-HPN' }, false],
  ['Kế hoạch số 45 ngày 12/3', { symbol: 'Kế hoạch số 45', date: '2026-03-12' }, false],
  ['Kế hoạch 45 của UBND xã', { symbol: 'Kế hoạch 45', issuer: 'UBND xã' }, false],
  ['45', { symbol: '45' }, false],
])('%s is kept, with or without a warning', (text, ref, wellFormed) => {
  expect(readDocRef(text, today)).toEqual({ ref, wellFormed })
})

test.each(['', 'không có', 'chưa có số', 'ngày 12/3', '12/3/2026', 'của Hội LHPN xã', '🙏', '1'.repeat(400)])(
  '%s is no reference',
  (text) => {
    expect(readDocRef(text, today)).toBeUndefined()
  },
)

test('a reference is read back as it was written', () => {
  const ref = fc.record({
    symbol: fc.constantFrom('45/KH-HPN', '217-QĐ/TW', '56/2012/NĐ-CP', '2074/QĐ-TTg', '7a/BC-BTV'),
    date: fc.integer({ min: 0, max: 3000 }).map((n) => addDays(today, -n)),
    issuer: fc.constantFrom('Hội LHPN xã', 'UBND tỉnh Phú Thọ', 'Ban Bí thư', 'Thường trực HĐND xã Phú An'),
  })
  fc.assert(
    fc.property(ref, (one) => {
      expect(readDocRef(formatDocRef(one), today)).toEqual({ ref: one, wellFormed: true })
    }),
  )
})

test('any text is read without throwing, composed or not', () => {
  const piece = fc.constantFrom('45/KH-HPN', 'ngày', '12/3', 'của', 'Hội', ',', '/', '-', '9', 'do ', ' ')
  const salad = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), salad), (text) => {
      expect(readDocRef(text.normalize('NFD'), today)).toEqual(readDocRef(text.normalize('NFC'), today))
    }),
    { numRuns: 500 },
  )
})
