/** 1234567 as it is written in Vietnam: '1.234.567'. */
export const grouped = (n: number | string): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
