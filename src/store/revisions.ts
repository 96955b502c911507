/** What one process plans while others may do the same, on what is there then. */
export type Revised = 'imports' | 'audit-seals'

/**
 * For what is planned first and written later: whoever writes names the revision that the plan was made on, and is
 * `overtaken` when somebody else has written since. Nobody waits for a process that has ended.
 */
export type Revisions = {
  /** The revision to plan on; always 0 where no other process works on the database. */
  revisionOf(of: Revised): Promise<number>
}
