import type { CodingCase } from '../../../endpoints/codingQueue/contract'

/**
 * The cases still to be coded: those of the list without the ones done here. A case reloaded after a conflict counts
 * in its newer version, and stays open even where the list no longer has it.
 */
export function casesToCode({
  listed,
  reloaded,
  done,
}: {
  listed: readonly CodingCase[]
  reloaded: Readonly<Record<string, CodingCase>>
  done: ReadonlySet<string>
}): CodingCase[] {
  const known = new Set(listed.map(({ id }) => id))
  const gone = Object.values(reloaded).filter(({ id }) => !known.has(id))
  const current = listed.map((found) => newer(found, reloaded[found.id]))
  return [...gone, ...current].filter(({ id }) => !done.has(id))
}

function newer(listed: CodingCase, reloaded: CodingCase | undefined): CodingCase {
  return reloaded && Date.parse(reloaded.updatedAt) > Date.parse(listed.updatedAt) ? reloaded : listed
}
