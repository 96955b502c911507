/** Of a restore that has begun: what is restored, and where that which it replaces has been kept. */
export type RestoreNote = { work: 'restore'; file: string; kept: string | null; since: string }

/**
 * Of a transfer that has begun: the embedded database it carries, which installation that is, and a SHA-256 of what was
 * stored there, by which a later run knows that it may continue; `null` where it must not.
 */
export type TransferNote = {
  work: 'transfer'
  from: string
  installation: string
  state: string | null
  since: string
}

/** What is noted of a database while it is being filled; a portal does not start beside such a note. */
export type UnfinishedWork = RestoreNote | TransferNote

/** A note as it was stored. Earlier versions noted restores only, and did not say so. */
export function readUnfinished(stored: object): UnfinishedWork {
  return { work: 'restore', ...stored } as UnfinishedWork
}

/** Why a database is left alone that is being filled, or whose filling was cut off, and what to do. */
export function unfinishedWork(note: UnfinishedWork): Error {
  switch (note.work) {
    case 'restore':
      return restoreUnfinished(note)
    case 'transfer':
      return transferUnfinished(note)
  }
}

function restoreUnfinished({ file, kept, since }: RestoreNote): Error {
  const back = kept ? `, or take it back with \`npm run restore -- ${kept} --replace\`` : ''
  return new Error(
    `The restore of ${file} into this database, begun at ${since}, has not ended. If it is not running any more, ` +
      `finish it with \`npm run restore -- ${file} --replace\`${back}.`,
  )
}

function transferUnfinished({ from, since }: TransferNote): Error {
  return new Error(
    `The transfer of ${from} into this database, begun at ${since}, has not ended, so only a part of it is here. If it ` +
      `is not running any more, finish it with \`npm run transfer -- --from ${from} --to …\` and the URI of this ` +
      'database, or give it up and drop this database.',
  )
}
