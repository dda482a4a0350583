/** A person must do something. `code` is the channel's, never words. */
export type Alarm = (event: string, code?: string) => void

const AGAIN_MS = 3600_000

/** The same alarm at once, and then each hour while it lasts. */
export function hourly(alarm: Alarm, now: () => Date): Alarm {
  const told = new Map<string, number>()
  return (event, code) => {
    const key = `${event} ${code ?? ''}`
    const at = now().getTime()
    if (at - (told.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
    told.set(key, at)
    alarm(event, code)
  }
}
