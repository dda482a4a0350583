import { localDate } from '../../domain/calendar.ts'
import { type UnitId, unitId } from '../../domain/ids.ts'
import type { Register, UnitVersion } from '../../domain/unit/unit.ts'

/** The demonstration province: every name is invented. As in life, districts end on 30/06/2025. */
const BEGIN = localDate('2021-01-01')
const LAST_OF_DISTRICTS = localDate('2025-06-30')
const TWO_TIERS = localDate('2025-07-01')

const DISTRICTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Hội LHPN huyện Đông Hà Giang',
    ['Phú An', 'Tân Lập', 'Bình Hòa', 'An Nhơn', 'Long Thạnh', 'Mỹ Phước', 'Xuân Lập', 'Thanh Sơn', 'Hòa Bình'],
  ],
  [
    'Hội LHPN huyện Nam Khê',
    ['Phú An', 'Khê Trung', 'Khê Thượng', 'Đại Lộc', 'Vĩnh Thịnh', 'Tân Lập', 'Cẩm Vân', 'Yên Mỹ', 'Quảng Tâm'],
  ],
  [
    'Hội LHPN thị xã Tây Lĩnh',
    [
      'Lĩnh Sơn',
      'Lĩnh Đông',
      'Hòa Bình',
      'Trung Chính',
      'Ngọc Trạo',
      'Phong Châu',
      'Bạch Đằng',
      'Hưng Đạo',
      'Đồng Tâm',
    ],
  ],
  [
    'Hội LHPN thành phố Bắc Giang Khê',
    ['Trần Phú', 'Lê Lợi', 'Quang Trung', 'Nguyễn Trãi', 'Minh Khai', 'Thôn An', 'Đông Thọ', 'Tân An', 'Thắng Lợi'],
  ],
]

export const PROVINCE = unitId('tinh')
const districtId = (d: number): UnitId => unitId(`huyen-${d + 1}`)
const communeId = (d: number, c: number): UnitId => unitId(`xa-${d * 9 + c + 1}`)

export function demoRegister(): Register {
  const province: UnitVersion = { unit: PROVINCE, name: 'Hội LHPN tỉnh Khê Giang', level: 'province', from: BEGIN }
  const boards: readonly UnitVersion[] = [
    {
      unit: unitId('ban-tgcslp'),
      name: 'Ban Tuyên giáo – Chính sách Luật pháp',
      level: 'board',
      parent: PROVINCE,
      from: BEGIN,
    },
    {
      unit: unitId('ban-xdtc'),
      name: 'Ban Xây dựng Tổ chức Hội – Văn phòng',
      level: 'board',
      parent: PROVINCE,
      from: BEGIN,
    },
  ]
  const affiliated: readonly UnitVersion[] = [
    {
      unit: unitId('pn-cong-an'),
      name: 'Hội Phụ nữ Công an tỉnh',
      level: 'affiliated',
      parent: PROVINCE,
      from: BEGIN,
      grassroots: true,
    },
    {
      unit: unitId('pn-quan-su'),
      name: 'Hội Phụ nữ Bộ Chỉ huy quân sự tỉnh',
      level: 'affiliated',
      parent: PROVINCE,
      from: BEGIN,
    },
  ]
  const districts = DISTRICTS.map(
    ([name], d): UnitVersion => ({
      unit: districtId(d),
      name,
      level: 'district',
      parent: PROVINCE,
      from: BEGIN,
      to: LAST_OF_DISTRICTS,
    }),
  )
  const communes = DISTRICTS.flatMap(([, names], d) => names.flatMap((name, c) => communeVersions(d, c, name)))
  return {
    versions: [province, ...boards, ...affiliated, ...districts, ...communes],
    lineage: [
      {
        kind: 'reparent',
        on: TWO_TIERS,
        from: DISTRICTS.map((_, d) => districtId(d)),
        to: [PROVINCE],
        basis: 'Chính quyền địa phương hai cấp từ 01/7/2025 (minh họa)',
      },
    ],
  }
}

function communeVersions(d: number, c: number, name: string): readonly UnitVersion[] {
  const common = {
    unit: communeId(d, c),
    name: `Hội LHPN ${d === 3 ? 'phường' : 'xã'} ${name}`,
    level: 'commune' as const,
  }
  return [
    { ...common, parent: districtId(d), from: BEGIN, to: LAST_OF_DISTRICTS },
    { ...common, parent: PROVINCE, from: TWO_TIERS },
  ]
}

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly role: 'officer' | 'leader' | 'admin' | 'counsellor' | 'clubHead' | 'provinceDuty'
  readonly unit: UnitId
  readonly to?: string
}

const OFFICERS: readonly (readonly [string, number, number])[] = [
  ['Nguyễn Thị Lan', 0, 0],
  ['Trần Thị Hoa', 0, 1],
  ['Lê Thị Mai', 0, 2],
  ['Phạm Thị Hạnh', 1, 0],
  ['Hoàng Thị Thu', 1, 1],
  ['Vũ Thị Nga', 1, 3],
  ['Đặng Thị Yến', 2, 0],
  ['Bùi Thị Liên', 2, 4],
  ['Đỗ Thị Hương', 3, 0],
  ['Ngô Thị Bích', 3, 5],
]

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: 'leader', name: 'Phan Thị Minh', role: 'leader', unit: PROVINCE },
  { key: 'leader-district', name: 'Lý Thị Thủy', role: 'leader', unit: districtId(0), to: LAST_OF_DISTRICTS },
  { key: 'officer-province', name: 'Tạ Thị Vân', role: 'officer', unit: PROVINCE },
  { key: 'officer-district', name: 'Mai Thị Kim', role: 'officer', unit: districtId(0), to: LAST_OF_DISTRICTS },
  ...OFFICERS.map(([name, d, c], index) => ({
    key: `officer-${index + 1}`,
    name,
    role: 'officer' as const,
    unit: communeId(d, c),
  })),
  { key: 'officer-police', name: 'Cao Thị Tuyết', role: 'officer', unit: unitId('pn-cong-an') },
  { key: 'counsellor-1', name: 'Tư vấn viên 1', role: 'counsellor', unit: communeId(3, 0) },
  { key: 'counsellor-2', name: 'Tư vấn viên 2', role: 'counsellor', unit: communeId(2, 0) },
  { key: 'head', name: 'Chủ nhiệm CLB', role: 'clubHead', unit: PROVINCE },
  { key: 'province-duty', name: 'Trực Tỉnh hội', role: 'provinceDuty', unit: PROVINCE },
  { key: 'admin', name: 'Quản trị 1', role: 'admin', unit: PROVINCE },
  { key: 'admin-2', name: 'Quản trị 2', role: 'admin', unit: PROVINCE },
]
