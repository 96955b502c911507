/** The installation to carry: which one it is, and a digest of all that is stored in it. */
export type TransferSource = { installation: string; state: string }

/** Where it is carried to. `begun` is what an earlier run noted of itself; its state is `null` if it must not be continued. */
export type TransferTarget = {
  isEmpty: boolean
  begun: { installation: string; state: string | null } | null
}

/**
 * What a run does: `begin` in an empty target, `continue` where one was cut off, `beginAnew` where what was carried is no
 * longer what is stored; or why it does nothing.
 */
export type TransferDecision =
  | { do: 'begin' | 'continue' | 'beginAnew' }
  | { do: 'refuse'; because: 'occupied' | 'otherInstallation' }

/** Decides what a run of the transfer may do to its target. Only what a transfer of the same installation left is touched. */
export function decideTransfer({
  source,
  target,
}: {
  source: TransferSource
  target: TransferTarget
}): TransferDecision {
  const { begun, isEmpty } = target
  if (!begun) return isEmpty ? { do: 'begin' } : { do: 'refuse', because: 'occupied' }
  if (begun.installation !== source.installation) return { do: 'refuse', because: 'otherInstallation' }
  return { do: begun.state === source.state ? 'continue' : 'beginAnew' }
}
