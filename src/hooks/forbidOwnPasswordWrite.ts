import type { CollectionBeforeOperationHook } from 'payload'
import { refusal } from '../lib/refuse'

/** One's own password is changed with the present one only, so that an open screen is not enough to take an account. */
export const forbidOwnPasswordWrite: CollectionBeforeOperationHook = ({
  args,
  operation,
  req,
  overrideAccess,
}) => {
  if (operation !== 'update' || overrideAccess || !('data' in args) || !args.data) return
  const isPassword = 'password' in args.data && Boolean(args.data.password)
  const isOwn = !('id' in args) || args.id === undefined || args.id === req.user?.id
  if (isPassword && isOwn) throw refusal(req, 403, 'ownPasswordElsewhere', { extra: { field: 'password' } })
}
