/* As Payload's template has it, with bodies limited. */
import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { withLimitedBody } from '@/lib/withLimitedBody'

export const GET = REST_GET(config)
export const POST = withLimitedBody(REST_POST(config))
export const DELETE = withLimitedBody(REST_DELETE(config))
export const PATCH = withLimitedBody(REST_PATCH(config))
export const PUT = withLimitedBody(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
