import { type BasePayload, isolateObjectProperty, type PayloadRequest } from 'payload'

/**
 * Sends the mail with which a password is set anew, if the address has an account. Nobody waits for it: what is answered,
 * and when, is the same whether there is one or not.
 */
export function requestPasswordReset({ req, email }: { req: PayloadRequest; email: string }): void {
  const { payload } = req
  const own = isolateObjectProperty(req, 'transactionID')
  own.transactionID = undefined
  const sending = payload
    .forgotPassword({ collection: 'users', data: { email }, req: own })
    .then(() => undefined)
    .catch((error: unknown) => payload.logger.error({ err: error, msg: 'A reset could not be sent.' }))
  remember(payload, sending)
}

const underway = new WeakMap<BasePayload, Set<Promise<void>>>()

/** Waits for the mails that are being sent. */
export async function untilResetsAreSent(payload: BasePayload): Promise<void> {
  await Promise.all(underway.get(payload) ?? [])
}

function remember(payload: BasePayload, sending: Promise<void>): void {
  const sent = underway.get(payload) ?? new Set()
  underway.set(payload, sent)
  sent.add(sending)
  void sending.finally(() => sent.delete(sending))
}
