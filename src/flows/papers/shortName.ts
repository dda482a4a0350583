/** 'xã Phú An' for 'Hội LHPN xã Phú An': where every line is a unit of the Union, its name need not say so. */
export const shortName = (name: string): string => name.replace(/(?<=^|\()Hội (?:LHPN|Liên hiệp Phụ nữ) /gu, '')
