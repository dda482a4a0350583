/** 1234567 as it is written in Vietnam: '1.234.567'. */
export const grouped = (n: number | string): string => String(n).replace(/\d+/g, inThrees)

function inThrees(digits: string): string {
  const parts: string[] = []
  for (let end = digits.length; end > 0; end -= 3) parts.unshift(digits.slice(Math.max(0, end - 3), end))
  return parts.join('.')
}
