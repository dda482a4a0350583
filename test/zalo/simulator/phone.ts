import { createHash } from 'node:crypto'
import type { Events } from './events.ts'
import { type Bubble, newDigits, type SimUser, type World } from './world.ts'

/** What a person can do with the account in her Zalo; each is one webhook event. Resolves with the bot's answer to it. */
export interface Phone {
  readonly user: SimUser
  say(text: string): Promise<number | undefined>
  /** The newest button whose title contains this. */
  press(title: string): Promise<number | undefined>
  sendImage(bytes: Uint8Array, text?: string): Promise<number | undefined>
  sendFile(name: string, bytes: Uint8Array): Promise<number | undefined>
  sendSticker(): Promise<number | undefined>
  sendVoice(): Promise<number | undefined>
  follow(): Promise<number | undefined>
  unfollow(): Promise<number | undefined>
  shareInfo(name: string, phone: string): Promise<number | undefined>
  withdraw(): Promise<number | undefined>
  /** A person of the Union writes to her in Zalo's own tool. */
  hearPerson(text: string): void
  /** What the account said, oldest first. */
  heard(): readonly Bubble[]
}

interface Parts {
  readonly world: World
  readonly events: Events
  readonly url: () => string
}

export function phoneOf({ world, events, url }: Parts, user: SimUser): Phone {
  const { oaId, now } = world.options
  const interact = (): void => {
    user.lastInteraction = now()
  }
  const show = (text: string, attachment?: Bubble['attachment']): void => {
    const bubble: Bubble = { id: newDigits(), from: 'user', text, buttons: [] }
    user.bubbles.push(attachment === undefined ? bubble : { ...bubble, attachment })
  }
  const send = async (name: string, message: Readonly<Record<string, unknown>>) => {
    interact()
    return await events.fromUser(name, user, message)
  }
  const keepMedia = (mime: string, bytes: Uint8Array): string => {
    const id = newDigits()
    world.media.set(id, { mime, bytes })
    return `${url()}/media/${id}`
  }
  const about = { oa_id: oaId, user_id_by_app: `55${user.id}` }

  return {
    user,
    say: (text) => {
      show(text)
      return send('user_send_text', { text })
    },
    press: (title) => {
      const button = user.bubbles
        .flatMap((bubble) => bubble.buttons)
        .findLast((one) => one.title.includes(title) && one.type.startsWith('oa.query.'))
      if (button === undefined || typeof button.payload !== 'string') throw new Error(`no button '${title}'`)
      if (button.type === 'oa.query.show') show(button.payload)
      // Nothing tells that it was a press.
      return send('user_send_text', { text: button.payload })
    },
    sendImage: (bytes, text) => {
      const address = keepMedia('image/jpeg', bytes)
      show(text ?? '', { kind: 'image', name: 'photo.jpg' })
      const attachments = [{ type: 'image', payload: { thumbnail: address, url: address } }]
      return send('user_send_image', { attachments, ...(text === undefined ? {} : { text }) })
    },
    sendFile: (name, bytes) => {
      show('', { kind: 'file', name })
      const checksum = createHash('md5').update(bytes).digest('hex')
      const payload = {
        size: String(bytes.length),
        name,
        checksum,
        type: name.split('.').at(-1),
        url: keepMedia('application/octet-stream', bytes),
      }
      return send('user_send_file', { attachments: [{ type: 'file', payload }] })
    },
    sendSticker: () =>
      send('user_send_sticker', { attachments: [{ type: 'sticker', payload: { id: '1', url: url() } }] }),
    sendVoice: () =>
      send('user_send_audio', { attachments: [{ type: 'audio', payload: { url: `${url()}/media/none` } }] }),
    follow: () => {
      user.follower = true
      interact()
      return events.emit({ ...about, follower: { id: user.id }, event_name: 'follow', source: 'oa_profile' })
    },
    unfollow: () => {
      user.follower = false
      user.blocked = true
      return events.emit({ ...about, follower: { id: user.id }, event_name: 'unfollow', source: 'oa_profile' })
    },
    shareInfo: (name, phone) => {
      interact()
      const info = { name, phone, full_address: { user_city: '', user_ward: '', user_address: '' } }
      return events.emit({ sender: { id: user.id }, recipient: { id: oaId }, event_name: 'user_submit_info', info })
    },
    withdraw: () => events.emit({ user_id: user.id, user_id_by_app: `55${user.id}`, event_name: 'user_withdraw' }),
    hearPerson: (text) => {
      const bubble: Bubble = { id: newDigits(), from: 'person', text, buttons: [] }
      user.bubbles.push(bubble)
      events.echo(user, bubble)
    },
    heard: () => user.bubbles.filter(({ from }) => from === 'oa'),
  }
}
