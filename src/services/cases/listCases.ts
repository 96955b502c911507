import type { PayloadRequest, Where } from 'payload'
import type { Case } from '../../payload-types'

/** Paging and filters of the lists of cases (SPEC §8). */
export type CaseListQuery = {
  page: number
  limit: number
  jahr?: number
  kw?: number
  fallgruppe?: string
  hasIcd?: boolean
  hasCoding?: boolean
}

export type CasePage = { docs: Case[]; totalDocs: number; page: number; limit: number; totalPages: number }

/** Cases pending ICD, the oldest first; `hasIcd` and `hasCoding` choose others. */
export async function listPendingIcd({ req, query }: { req: PayloadRequest; query: CaseListQuery }) {
  return listCases({ req, query: { hasIcd: false, ...defined(query) } })
}

/** Cases with an opinion that is not coded yet, the oldest first. */
export async function listPendingCoding({ req, query }: { req: PayloadRequest; query: CaseListQuery }) {
  return listCases({
    req,
    query: { hasCoding: false, ...defined(query) },
    where: [{ gutachten: { equals: true } }],
  })
}

/** Every case of the coding template, the oldest first: those pending ICD, with `all` the others too. */
export async function listCasesForTemplate({
  req,
  query: { all, ...query },
}: {
  req: PayloadRequest
  query: Omit<CaseListQuery, 'page' | 'limit'> & { all: boolean }
}): Promise<Case[]> {
  const { docs } = await req.payload.find({
    collection: 'cases',
    where: { and: filtersOf(all ? query : { hasIcd: false, ...defined(query) }) },
    sort: ['datum', 'fallId'],
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs
}

async function listCases({
  req,
  query,
  where = [],
}: {
  req: PayloadRequest
  query: CaseListQuery
  where?: Where[]
}): Promise<CasePage> {
  const found = await req.payload.find({
    collection: 'cases',
    where: { and: [...where, ...filtersOf(query)] },
    sort: ['datum', 'fallId'],
    page: query.page,
    limit: query.limit,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return {
    docs: found.docs,
    totalDocs: found.totalDocs,
    page: query.page,
    limit: query.limit,
    totalPages: found.totalPages,
  }
}

function filtersOf({ jahr, kw, fallgruppe, hasIcd, hasCoding }: Partial<CaseListQuery>): Where[] {
  const filters: Where[] = []
  if (jahr !== undefined) filters.push({ jahr: { equals: jahr } })
  if (kw !== undefined) filters.push({ kw: { equals: kw } })
  if (fallgruppe !== undefined) filters.push({ fallgruppe: { equals: fallgruppe } })
  if (hasIcd !== undefined) filters.push({ icd: { exists: hasIcd } })
  if (hasCoding !== undefined) filters.push({ gutachtenTyp: { exists: hasCoding } })
  return filters
}

/** Without the keys that are not given, so that they do not cover a default. */
function defined<Query extends Partial<CaseListQuery>>(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query
}
