/** Waits that end early when there is reason to hope: the line is back, or she looks at the page again. */
export interface Pause {
  /** The n-th in a row; longer each time, to 15 s. */
  wait(n: number, atLeastMs?: number): Promise<void>
  end(): void
}

export function pauses(): Pause {
  let finish = () => {}
  const pause: Pause = {
    wait(n, atLeastMs = 0) {
      const ms = Math.min(15_000, 500 * 2 ** Math.min(n, 6)) * (0.75 + Math.random() / 2)
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.max(ms, atLeastMs))
        finish = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
    end: () => finish(),
  }
  addEventListener('online', () => pause.end())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') pause.end()
  })
  return pause
}
