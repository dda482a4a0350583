import { useEffect, useState } from 'preact/hooks'
import type { DemoPerson } from '../ports.ts'
import { get, post } from './api.ts'
import { readMayFill, readPeople, readToken } from './read.ts'
import { words } from './words.ts'

const here = ['127.0.0.1', 'localhost', '[::1]']

export interface DemoProps {
  readonly person: string
  readonly become: (person: string, token?: string) => void
}

/** Chooses whom one is; there only where the demonstration is. */
export function Demo({ person, become }: DemoProps) {
  const [people, setPeople] = useState<readonly DemoPerson[]>([])
  const [mayFill, setMayFill] = useState(false)
  useEffect(() => {
    // Elsewhere it would be refused, and a stranger's page need not even ask.
    if (!here.includes(location.hostname)) return
    void get('/demo/people').then((reply) => {
      setPeople(reply.kind === 'ok' ? readPeople(reply.body) : [])
      setMayFill(reply.kind === 'ok' && readMayFill(reply.body))
    })
  }, [])
  if (people.length === 0) return null

  const choose = async (key: string) => {
    if (key === '') return become('')
    const reply = await post('/demo/session', { key })
    const token = reply.kind === 'ok' ? readToken(reply.body) : undefined
    if (token !== undefined) return become(key, token)
    // The choice shown goes back to who one still is.
    setPeople([...people])
  }
  const fill = async () => {
    const reply = await post('/demo/examples', {})
    if (reply.kind === 'ok') setMayFill(false)
  }
  const roles = [...new Set(people.map(({ role }) => role))]
  return (
    <div class="demo">
      <label for="person">{words.demo}</label>
      <select id="person" value={person} onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="">{words.newcomer}</option>
        {roles.map((role) => (
          <optgroup key={role} label={role}>
            {people
              .filter((someone) => someone.role === role)
              .map(({ key, name, unit }) => (
                <option key={key} value={key}>
                  {unit === '' ? name : `${name} – ${unit}`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {mayFill && (
        <button type="button" class="fill" onClick={() => void fill()}>
          {words.fill}
        </button>
      )}
    </div>
  )
}
