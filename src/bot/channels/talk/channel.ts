import type { Caps, Channel, Out, SentRef } from '../../channel.ts'

const caps: Caps = {
  textMax: 100_000,
  buttonsMax: 1000,
  labelMax: 1000,
  edit: false,
  delete: false,
  seenBy: 'nobody',
  fileMax: 50 * 1024 * 1024,
}

export interface Spoken {
  readonly to: string
  readonly out: Out
}

/** The conversation in the terminal: what is sent is handed to whoever prints it. */
export function talkChannel(hear: (spoken: Spoken) => void): Channel {
  return {
    name: 'talk',
    caps,
    mode: 'push',
    send: async (address, out): Promise<SentRef> => {
      hear({ to: address, out })
      return {}
    },
  }
}
