import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findDetails,
  hasHers,
  maskDetails,
  maskHers,
  personalDetails,
} from '../../../src/domain/case/personalDetails.ts'

describe('details of a person are found', () => {
  test.each([
    ['Gọi chị Hoa 0912345678 nhé', ['phone']],
    ['số của em: 0912 345 678', ['phone']],
    ['sđt 0912.345.678', ['phone']],
    ['sdt 0912-345-678', ['phone']],
    ['+84912345678', ['phone']],
    ['+84 912 345 678', ['phone']],
    ['84912345678 là số mới', ['phone']],
    ['gọi 0387654321, gặp chị Mai', ['phone']],
    ['(0912345678)', ['phone']],
    ['zalo:0912345678', ['phone']],
    ['CCCD 001185012345', ['idNumber']],
    ['căn cước 001 185 012 345', ['idNumber']],
    ['CMND 123456789', ['idNumber']],
    ['chứng minh 123 456 789', ['idNumber']],
    ['nhà ở số nhà 12 đường Trần Phú', ['address']],
    ['So nha 7, to 3', ['address']],
    ['nhà số 15 xóm chợ', ['address']],
    ['ngõ 102 phố Huế', ['address']],
    ['ngách 5', ['address']],
    ['hẻm 45/2', ['address']],
    ['hem 45', ['address']],
    ['Chị Lan 0912345678, ngõ 3, căn cước 001185012345', ['phone', 'idNumber', 'address']],
  ])('«%s»', (text, kinds) => {
    expect(personalDetails(text).toSorted()).toEqual(kinds.toSorted())
  })
})

describe('what is no detail of a person is left alone', () => {
  test.each([
    '45 người dự, 30 nữ',
    'kinh phí 5.000.000 đồng',
    'hỗ trợ 15 000 000 đ',
    'ngày 12/03/2022',
    'ngày 12-03-2022',
    'từ 01.03.2022 đến 15.03.2022',
    'giai đoạn 2021-2026',
    'Kế hoạch 521/KH-BTV ngày 30/7/2021',
    'Nghị định 56/2012/NĐ-CP',
    'Quyết định số 217-QĐ/TW',
    'gọi 111, 113 hoặc 115',
    'tổng đài 1900969680',
    'thôn 5, tổ 3',
    'ngõ nhà tôi hẹp',
    'số nhà chưa rõ',
    '1.234 lượt, 12 buổi, 3 xã',
    'điểm 8,5',
    'quý 1/2022: 12, quý 2/2022: 15',
  ])('«%s»', (text) => {
    expect(personalDetails(text)).toEqual([])
    expect(maskDetails(text)).toBe(text)
  })
})

describe('masking', () => {
  test.each([
    ['Gọi 0912345678 nhé', 'Gọi ••• nhé'],
    ['căn cước 001 185 012 345.', 'căn cước •••.'],
    ['0912345678 hoặc 0387654321', '••• hoặc •••'],
    ['45 người, gọi +84 912 345 678', '45 người, gọi •••'],
  ])('«%s»', (text, shown) => {
    expect(maskDetails(text)).toBe(shown)
  })

  test('masked once, there is no number left to mask', () => {
    for (const text of ['0912345678', 'cccd 001185012345 và 0912 345 678']) {
      expect(personalDetails(maskDetails(text))).toEqual([])
      expect(maskDetails(maskDetails(text))).toBe(maskDetails(text))
    }
  })
})

describe('what is masked for the other side', () => {
  test.each([
    ['nhà em ở số nhà 12 đường Trần Phú, gần chợ', 'nhà em ở •••, gần chợ'],
    ['em ở ngõ 102 phố Huế', 'em ở •••'],
    ['nha em so 7 duong le loi', 'nha em •••'],
    ['số 15/4 hẻm Cây Điệp', '•••'],
    ['em ở ngõ 45 Trần Phú, gần chợ', 'em ở •••, gần chợ'],
    ['em o ngo 12 tran phu em so lam', 'em o ••• em so lam'],
    ['nhà ở ngách 5 chồng hay đánh', 'nhà ở ••• chồng hay đánh'],
    ['không chín một hai ba bốn năm sáu bảy tám', '•••'],
    ['０９１２３４５６７８', '•••'],
    ['mail em là lan.nguyen@gmail.com ạ', 'mail em là ••• ạ'],
    ['fb em: https://www.facebook.com/lan.nguyen.12', 'fb em: •••'],
    ['em gửi chỗ em ở https://maps.app.goo.gl/AbCdEf', 'em gửi chỗ em ở •••'],
    ['hộ chiếu B1234567', 'hộ chiếu •••'],
    ['nhà em ở số 5 tổ 3 thôn Đông, xã Phú An', 'nhà em ở •••, xã Phú An'],
    ['nha em o so 5 to 3 thon Dong, xa Phu An', 'nha em o •••, xa Phu An'],
    ['em ở số 5, thôn Đông', 'em ở •••'],
    ['em ở chung cư HH3 phòng 1203 ạ', 'em ở ••• ạ'],
    ['em ở phòng 1203, chung cư HH3', 'em ở •••'],
    ['nhà 45A Nguyễn Trãi', '•••'],
    ['nha 45 tran phu', '•••'],
    ['0084912345678', '•••'],
    ['gọi em 09l2345678', 'gọi em •••'],
    ['O9I2 345 678', '•••'],
    ['stk 0123 4567 8901 của em', 'stk ••• của em'],
    ['cccd: 012.345.678', 'cccd: •••'],
  ])('«%s»', (text, shown) => {
    expect(maskDetails(text)).toBe(shown)
  })

  test.each([
    'em bị từ năm hai không một chín đến giờ',
    'chồng em đánh ba bốn lần một tháng',
    'nợ 150.000.000 đồng',
    'lấy nhau 12 năm, có 2 con',
    'em ở xã Phú An',
    'việc xảy ra ngày 12/03/2022 ở ngõ nhà em',
    'xem https://thuvienphapluat.vn/van-ban',
    'số 5 trong đơn',
    'nhà 3 tầng, 2 phòng',
    'phòng 12 tòa án huyện',
    'nhà 2 con nhỏ',
    'Kế hoạch số 5 tổ 3',
    'chia tổ số 5 tổ 3 người',
    'biển số 66A gì đó',
    'tuyên truyền ở khu phố 4 phường Trần Phú, 45 người',
    'họp tổ 3 thôn Đông, 20 người',
  ])('«%s» stays as it is', (text) => {
    expect(maskDetails(text)).toBe(text)
  })

  test.each([
    ['khu phố 4 phường Trần Phú', '••• phường Trần Phú'],
    ['khu pho 4, phuong Tran Phu', '•••, phuong Tran Phu'],
    ['em ở tổ 3 thôn Đông', 'em ở •••'],
    ['nhà em ở ấp 5 xã Phú An', 'nhà em ở ••• xã Phú An'],
  ])('in a woman’s own words also where she lives in her village: «%s»', (text, shown) => {
    expect([maskHers(text), hasHers(text), maskDetails(text)]).toEqual([shown, true, text])
  })

  test.each(['em ở xã Phú An', 'em ở thôn Đông xã Phú An', 'tổ 3 người', 'em ở tổ 3 người', 'em ở nhà 3 năm'])(
    'the commune, and what is counted, stay: «%s»',
    (text) => {
      expect([maskHers(text), hasHers(text)]).toEqual([text, false])
    },
  )

  test('places hold for any text: what is left is the text without the details', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const text = `${a} 0912345678 ${b}`
        expect(
          findDetails(text)
            .map((one) => text.slice(one.from, one.to))
            .join(),
        ).toContain('0912345678')
        expect(maskDetails(text)).not.toContain(' 0912345678 ')
      }),
      { numRuns: 200 },
    )
  })
})
