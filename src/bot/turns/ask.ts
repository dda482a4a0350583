/** How often a flow may ask for more within one turn; more means that it goes in circles. */
const MOST = 12

/** Drives a flow to its decision, answering what it asks for, inside the transaction of the turn. */
export async function drive<N, K, T>(flow: Generator<N, T, K>, answer: (need: N) => Promise<K>): Promise<T> {
  let step = flow.next()
  for (let asked = 0; step.done !== true; asked++) {
    if (asked >= MOST) throw new Error('a flow asked too often')
    step = flow.next(await answer(step.value))
  }
  return step.value
}
