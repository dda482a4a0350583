import type { Instant } from '../../../domain/calendar.ts'
import type { UnitId } from '../../../domain/ids.ts'
import type { News } from '../../../flows/union/needs.ts'
import type { Tx } from '../tx.ts'
import type { UnionSeat } from './conversation.ts'

const NOTHING: News = { approved: 0, returned: 0, sent: 0, announcements: 0 }

interface Row {
  readonly approved: number
  readonly returned: number
  readonly sent: number
  readonly announcements: number
}

/** What has come about since she wrote last, or since then, in one statement. */
export async function newsOf(
  tx: Tx,
  {
    seat,
    units,
    since,
  }: {
    readonly seat: Pick<UnionSeat, 'who' | 'heardAt'>
    readonly units: readonly UnitId[]
    readonly since: Instant | undefined
  },
): Promise<News> {
  const { who } = seat
  const heardAt = since === undefined ? seat.heardAt : new Date(since)
  if (who === undefined || heardAt === undefined) return NOTHING
  const rows = await tx.$queryRaw<Row[]>`
    SELECT
      (SELECT count(DISTINCT e."reportId")::int FROM public.report_event e JOIN public.report r ON r.id = e."reportId"
        WHERE e.at > ${heardAt} AND e.kind = 'approved' AND r.by = ${who.id} AND r.state = 'approved'
          AND e.by IS DISTINCT FROM ${who.id}) AS approved,
      (SELECT count(DISTINCT e."reportId")::int FROM public.report_event e JOIN public.report r ON r.id = e."reportId"
        WHERE e.at > ${heardAt} AND e.kind = 'returned' AND r.by = ${who.id} AND r.state = 'returned') AS returned,
      (SELECT count(*)::int FROM public.report_event e JOIN public.report r ON r.id = e."reportId"
        WHERE e.at > ${heardAt} AND e.kind = 'submitted' AND r.unit = ANY (${[...units]}) AND r.state <> 'withdrawn'
          AND e.by IS DISTINCT FROM ${who.id}) AS sent,
      (SELECT count(*)::int FROM public.announcement_copy c JOIN public.announcement a ON a.id = c."announcementId"
        WHERE a."createdAt" > ${heardAt} AND c."personId" = ${who.id} AND c."readAt" IS NULL) AS announcements`
  return rows[0] ?? NOTHING
}
