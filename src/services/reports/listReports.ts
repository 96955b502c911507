import type { PayloadRequest, Where } from 'payload'
import type { Report } from '../../payload-types'

/** A stored report without its sheets, and the name of who generated it: `null` when it came by itself. */
export type ListedReport = { report: Omit<Report, 'data'>; generatedBy: string | null }

/** The current report of each week, the newest week first, and with it the versions before it, the latest first. */
export async function listReports({
  req,
  query: { page, limit, jahr, kw },
}: {
  req: PayloadRequest
  query: { page: number; limit: number; jahr?: number; kw?: number }
}) {
  const where: Where[] = [{ isCurrent: { equals: true } }]
  if (jahr !== undefined) where.push({ jahr: { equals: jahr } })
  if (kw !== undefined) where.push({ kw: { equals: kw } })
  const found = await req.payload.find({
    collection: 'reports',
    where: { and: where },
    sort: ['-jahr', '-kw'],
    page,
    limit,
    depth: 0,
    select: { data: false },
    overrideAccess: false,
    req,
  })
  const earlier = await earlierVersions({ req, years: found.docs.map((report) => report.jahr) })
  const named = await namedBy({ req, reports: [...found.docs, ...earlier] })
  const docs = found.docs.map((report) => ({
    ...named(report),
    earlier: earlier.filter((other) => other.jahr === report.jahr && other.kw === report.kw).map(named),
  }))
  return { docs, totalDocs: found.totalDocs, page, limit, totalPages: found.totalPages }
}

async function earlierVersions({ req, years }: { req: PayloadRequest; years: number[] }) {
  if (years.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: { and: [{ jahr: { in: [...new Set(years)] } }, { isCurrent: { not_equals: true } }] },
    sort: '-version',
    pagination: false,
    depth: 0,
    select: { data: false },
    overrideAccess: false,
    req,
  })
  return docs
}

/** Who generated a report is told by name to everyone who may read it, though users themselves are not readable. */
async function namedBy({
  req,
  reports,
}: {
  req: PayloadRequest
  reports: ListedReport['report'][]
}): Promise<(report: ListedReport['report']) => ListedReport> {
  const ids = [...new Set(reports.flatMap((report) => report.generatedBy ?? []).map(String))]
  const { docs } =
    ids.length === 0
      ? { docs: [] }
      : await req.payload.find({
          collection: 'users',
          where: { id: { in: ids } },
          select: { username: true },
          pagination: false,
          req,
        })
  const names = new Map(docs.map((user) => [String(user.id), user.username]))
  return (report) => ({ report, generatedBy: names.get(String(report.generatedBy)) ?? null })
}
