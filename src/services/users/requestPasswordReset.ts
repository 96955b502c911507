import { isolateObjectProperty, type PayloadRequest } from 'payload'

/**
 * Sends the mail with which a password is set anew, if the address has an account. Nobody waits for it: what is answered,
 * and when, is the same whether there is one or not.
 */
export function requestPasswordReset({ req, email }: { req: PayloadRequest; email: string }): void {
  const { payload } = req
  const own = isolateObjectProperty(req, 'transactionID')
  own.transactionID = undefined
  payload
    .forgotPassword({ collection: 'users', data: { email }, req: own })
    .catch((error: unknown) => payload.logger.error({ err: error, msg: 'A reset could not be sent.' }))
}
