/**
 * Heights at least `apart` from one another and not below `floor`, each as near as that allows to the one wanted; those
 * wanted higher stay higher, equal ones keep their order.
 */
export function spread(wanted: readonly number[], apart: number, floor: number): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y || a.index - b.index)
  const placed: number[] = []
  for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? -Infinity) + apart))
  for (let n = placed.length - 1, limit = floor; n >= 0; n--, limit = (placed[n + 1] ?? floor) - apart)
    placed[n] = Math.min(placed[n] ?? limit, limit)
  const result = [...wanted]
  for (const [rank, { index }] of order.entries()) result[index] = placed[rank] ?? 0
  return result
}
