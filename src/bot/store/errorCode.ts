/** The `code` that node (`EACCES`) and PostgreSQL (`42P04`) put on their errors. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
