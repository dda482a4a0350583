import type { Channel } from '../../channel.ts'

/** Who waits for which address, in this process. */
export interface WebHub {
  subscribe(address: string, wake: () => void): () => void
  wake(address: string): void
}

export function webHub(): WebHub {
  const wakesByAddress = new Map<string, Set<() => void>>()
  return {
    subscribe(address, wake) {
      const wakes = wakesByAddress.get(address) ?? new Set()
      wakesByAddress.set(address, wakes.add(wake))
      return () => {
        wakes.delete(wake)
        if (wakes.size === 0 && wakesByAddress.get(address) === wakes) wakesByAddress.delete(address)
      }
    },
    wake(address) {
      for (const wake of wakesByAddress.get(address) ?? []) wake()
    },
  }
}

/** Messages stay in the outbox until the page has shown them; sending is only a call to look. */
export function webChannel(hub: Pick<WebHub, 'wake'>): Channel {
  return {
    name: 'web',
    caps: {
      textMax: 8000,
      buttonsMax: 30,
      labelMax: 80,
      edit: false,
      delete: false,
      seenBy: 'nobody',
      fileMax: 10 * 1024 * 1024,
    },
    mode: 'pull',
    async send(address) {
      hub.wake(address)
      return {}
    },
  }
}
