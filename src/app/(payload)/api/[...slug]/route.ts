/* As Payload's template has it, with bodies limited and errors plain. */
import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { withLimitedBody } from '@/lib/withLimitedBody'
import { withPlainErrors } from '@/lib/withPlainErrors'

const guarded: typeof withPlainErrors = (handler) => withLimitedBody(withPlainErrors(handler))

export const GET = withPlainErrors(REST_GET(config))
export const POST = guarded(REST_POST(config))
export const DELETE = guarded(REST_DELETE(config))
export const PATCH = guarded(REST_PATCH(config))
export const PUT = guarded(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
