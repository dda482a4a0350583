/** Numbers things, so that one that is the very same can be named in a key. */
export function makeNumbers(): (thing: object) => number {
  const numbers = new WeakMap<object, number>()
  let last = 0
  return (thing) => {
    const number = numbers.get(thing) ?? ++last
    numbers.set(thing, number)
    return number
  }
}
