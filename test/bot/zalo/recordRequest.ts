import { vi } from 'vitest'

/** A request as it would have gone to Zalo, in a form that can be read and compared. */
export interface Recorded {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** A JSON body as it is; the fields of a form, a file by its name. */
  readonly body?: unknown
  /** Of the files of a form. */
  readonly files?: Readonly<Record<string, string>>
}

/**
 * Does this with a fetch that reaches nobody: what was asked, at the address that a real account has, and what became of `answer`.
 * Node itself makes the request, so that its headers and its body are those that would have gone out.
 */
export async function recordRequest<T>(
  answer: unknown,
  work: () => Promise<T>,
): Promise<{ readonly request: Recorded; readonly result: T }> {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (url: string, options: RequestInit): Promise<Response> => {
    asked.push(new Request(url, options))
    return Response.json(answer)
  })
  try {
    const result = await work()
    const [request, ...more] = asked
    if (request === undefined || more.length > 0) throw new Error(`${asked.length} requests instead of one`)
    return { request: await toRecorded(request), result }
  } finally {
    vi.unstubAllGlobals()
  }
}

async function toRecorded(request: Request): Promise<Recorded> {
  const { host, protocol, pathname, searchParams } = new URL(request.url)
  if (protocol !== 'https:') throw new Error(`${protocol} instead of https`)
  const query = Object.fromEntries(searchParams)
  return {
    method: request.method,
    host,
    path: pathname,
    ...(Object.keys(query).length === 0 ? {} : { query }),
    headers: headersOf(request),
    ...(await bodyOf(request)),
  }
}

/** But for the line between the parts of a form, which chance makes. */
const headersOf = ({ headers }: Request): Recorded['headers'] =>
  Object.fromEntries([...headers].map(([name, value]) => [name, value.replace(/; boundary=.*/, '')]))

async function bodyOf(request: Request): Promise<Pick<Recorded, 'body' | 'files'>> {
  const type = request.headers.get('content-type') ?? ''
  if (request.body === null) return {}
  if (type.startsWith('application/json')) return { body: await request.json() }
  const body: Record<string, string> = {}
  const files: Record<string, string> = {}
  for (const [name, value] of await request.formData()) {
    body[name] = typeof value === 'string' ? value : value.name
    if (typeof value !== 'string') files[name] = `${value.type}, ${value.size} bytes`
  }
  return Object.keys(files).length === 0 ? { body } : { body, files }
}
