import type { PayloadRequest, Where } from 'payload'

/** The current report of each week, the newest week first. */
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
  const names = await usernames({ req, ids: found.docs.flatMap((report) => report.generatedBy ?? []) })
  const docs = found.docs.map((report) => ({
    report,
    generatedBy: names.get(String(report.generatedBy)) ?? null,
  }))
  return { docs, totalDocs: found.totalDocs, page, limit, totalPages: found.totalPages }
}

/** Who generated a report is told by name to everyone who may read it, though users themselves are not readable. */
async function usernames({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: unknown[]
}): Promise<Map<string, string>> {
  const unique = [...new Set(ids.map(String))]
  if (unique.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: unique } },
    select: { username: true },
    pagination: false,
    req,
  })
  return new Map(docs.map((user) => [String(user.id), user.username]))
}
