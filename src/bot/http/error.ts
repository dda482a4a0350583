export interface HttpProblem {
  readonly status: number
  /** For programs; the page has a sentence for each. */
  readonly code: string
  /** For programmers. Never holds anything that was sent to us. */
  readonly message: string
  readonly field?: string
  readonly retryAfterSeconds?: number
}

/** The request is refused, and the caller can mend it. */
export class HttpError extends Error {
  readonly problem: HttpProblem

  constructor(problem: HttpProblem) {
    super(problem.code)
    this.name = 'HttpError'
    this.problem = problem
  }
}

export const notFound = (): HttpError =>
  new HttpError({ status: 404, code: 'notFound', message: 'There is nothing here.' })

export const noSession = (): HttpError =>
  new HttpError({ status: 401, code: 'noSession', message: 'No such session; open one with POST /chat/session.' })

export const problemBody = (problem: HttpProblem) => ({
  error: {
    code: problem.code,
    message: problem.message,
    ...(problem.field === undefined ? {} : { field: problem.field }),
  },
})
