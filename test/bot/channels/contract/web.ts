import { z } from 'zod'
import type { BoundChannel, ChannelUnderTest, Person, Shown, Trouble } from './channel.ts'
import type { Stand } from './stand.ts'
import { textMax } from '../../../../src/bot/channels/web/bodies.ts'

const said = z.object({
  id: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ token: z.string(), label: z.string() })),
  files: z.array(z.object({ name: z.string() })),
})

/** The web chat by its routes; the page is this program: it shows what the stream brings, each message once. */
export const web: ChannelUnderTest = {
  name: 'web',
  // The page cuts there, and says so; what is longer all the same is refused (chat.test.ts).
  textMax,
  unknowns: [],
  skips: {
    unknown: 'page and server are of one version: what docs/web-chat.md does not know is a bad request (chat.test.ts)',
    voiceIn: 'the page has no way to record one',
    unreachable: 'nothing is handed to anybody: a message waits until her page has fetched it',
    paused: 'nobody but ourselves sets a pace',
    lostDigest: 'nothing is sent that could be lost: an acknowledgement that is lost is asked for again',
  },
  bind(stand: Stand): BoundChannel {
    const { http, web, address: server } = stand
    let trouble: Trouble | undefined
    let events = 0

    return {
      trouble: (what) => {
        trouble = what
      },
      unknown: async () => 0,
      async newcomer(): Promise<Person> {
        const opened = await http.inject({ method: 'POST', url: '/chat/session', payload: {} })
        const { token } = z.object({ token: z.string() }).parse(opened.json())
        const address = (await web.findSession(token)) ?? ''
        const headers = { authorization: `Bearer ${token}` }
        const seen = new Map<string, z.infer<typeof said>>()
        let last = async (): Promise<void> => {}
        const post = async (body: object): Promise<void> => {
          const id = `00000000-0000-4000-8000-${String(++events).padStart(12, '0')}`
          const payload = { id, ...body }
          last = async () => {
            const answer = await http.inject({ method: 'POST', url: '/chat/messages', payload, headers })
            if (answer.statusCode !== 202) throw new Error(`not taken: ${answer.statusCode}`)
          }
          await last()
        }
        /** What the page does when it opens, and when something new comes. */
        const look = async (): Promise<void> => {
          const broken = trouble
          trouble = undefined
          const hangUp = new AbortController()
          const answer = await fetch(`${server}/chat/stream`, { headers, signal: hangUp.signal })
          const count = (await web.waiting(address)).length
          const messages = broken === 'later' ? [] : await readEvents(answer, count)
          hangUp.abort()
          for (const message of messages) seen.set(message.id, message)
          if (broken === 'lost' || messages.length === 0) return
          const ids = messages.map(({ id }) => id)
          await http.inject({ method: 'POST', url: '/chat/ack', payload: { ids }, headers })
        }
        const person: Person = {
          address,
          say: (text) => post({ text }),
          press: (press) => post({ press }),
          sendFile: async (name, bytes) => {
            const form = new FormData()
            form.set('id', `00000000-0000-4000-8000-${String(++events).padStart(12, '0')}`)
            form.set('file', new Blob([Uint8Array.from(bytes)]), name)
            const request = new Request('http://localhost/', { method: 'POST', body: form })
            const payload = Buffer.from(await request.arrayBuffer())
            const all = {
              ...headers,
              'content-type': request.headers.get('content-type') ?? '',
              'content-length': String(payload.length),
            }
            const answer = await http.inject({ method: 'POST', url: '/chat/files', payload, headers: all })
            if (answer.statusCode !== 202) throw new Error(`not taken: ${answer.statusCode}`)
          },
          sendVoice: async () => {},
          again: () => last(),
          shown: async () => {
            await look()
            return [...seen.values()].flatMap(({ text, buttons, files }): Shown[] => [
              ...files.map(({ name }): Shown => ({ text: '', buttons: [], file: name })),
              { text, buttons },
            ])
          },
          block: () => {},
          unblock: () => {},
        }
        await person.say('chào')
        return person
      },
    }
  },
}

/** So many events of the stream. */
async function readEvents(answer: Response, count: number): Promise<readonly z.infer<typeof said>[]> {
  let text = ''
  const messages = (): readonly string[] => [...text.matchAll(/^data: (.*)\n\n/gm)].map((one) => one[1] ?? '')
  const parts = answer.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]()
  while (messages().length < count) {
    const part = await parts?.next()
    if (part === undefined || part.done) break
    text += part.value
  }
  return messages().map((one) => said.parse(JSON.parse(one)))
}
