import type { DemoPerson, WebFile, WebMessage } from '../ports.ts'

// By hand and not with zod: it would be half of what a phone has to load, for three shapes.

export function readMessage(value: unknown): WebMessage | undefined {
  if (!isRecord(value)) return undefined
  const { id, at, text, card } = value
  if (typeof id !== 'string' || typeof at !== 'number' || typeof text !== 'string') return undefined
  return {
    id,
    at,
    text,
    card: card === true,
    ...(value['clears'] === true ? { clears: true } : {}),
    buttons: listOf(value['buttons'], readButton),
    files: listOf(value['files'], readFile),
  }
}

export function readPeople(value: unknown): readonly DemoPerson[] {
  return isRecord(value) ? listOf(value['people'], readPerson) : []
}

export const readMayFill = (value: unknown): boolean => isRecord(value) && value['mayFill'] === true

export function readToken(value: unknown): string | undefined {
  return isRecord(value) && typeof value['token'] === 'string' ? value['token'] : undefined
}

export function readCode(value: unknown): string {
  const error = isRecord(value) ? value['error'] : undefined
  return isRecord(error) ? textOf(error['code']) : ''
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readButton(value: Readonly<Record<string, unknown>>): WebMessage['buttons'][number] {
  const { token, label, style, lasts } = value
  const button = { token: textOf(token), label: textOf(label), ...(lasts === true ? { lasts } : {}) }
  return style === 'go' || style === 'danger' ? { ...button, style } : button
}

const readFile = (value: Readonly<Record<string, unknown>>): WebFile => ({
  id: textOf(value['id']),
  name: textOf(value['name']),
  mime: textOf(value['mime']),
})

const readPerson = (value: Readonly<Record<string, unknown>>): DemoPerson => ({
  key: textOf(value['key']),
  name: textOf(value['name']),
  role: textOf(value['role']),
  unit: textOf(value['unit']),
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const listOf = <T>(value: unknown, read: (item: Readonly<Record<string, unknown>>) => T): readonly T[] =>
  Array.isArray(value) ? value.filter(isRecord).map(read) : []
