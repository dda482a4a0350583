/** Branded ids: a UnitId is refused where a PersonId is due. Each maker checks the form and throws on a bad one. */

declare const brand: unique symbol
type Id<B extends string> = string & { readonly [brand]: B }

export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type ReportId = Id<'report'>
export type DraftId = Id<'draft'>
export type ConversationId = Id<'conversation'>
export type CaseId = Id<'case'>
export type MemberId = Id<'member'>
export type FileId = Id<'file'>
export type DigestId = Id<'digest'>

const PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/

const maker = <T extends string>(kind: string): ((raw: string) => T) => {
  const isId = (raw: string): raw is T => PATTERN.test(raw)
  return (raw) => {
    if (!isId(raw)) throw new Error(`not a ${kind} id`)
    return raw
  }
}

export const unitId = maker<UnitId>('unit')
export const personId = maker<PersonId>('person')
export const reportId = maker<ReportId>('report')
export const draftId = maker<DraftId>('draft')
export const conversationId = maker<ConversationId>('conversation')
export const caseId = maker<CaseId>('case')
export const memberId = maker<MemberId>('member')
export const fileId = maker<FileId>('file')
export const digestId = maker<DigestId>('digest')
