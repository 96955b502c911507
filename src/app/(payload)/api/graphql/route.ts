/* As Payload's template has it, with bodies limited and errors plain. */
import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { withLimitedBody } from '@/lib/withLimitedBody'
import { withPlainErrors } from '@/lib/withPlainErrors'

export const POST = withLimitedBody(withPlainErrors(GRAPHQL_POST(config)))
export const OPTIONS = REST_OPTIONS(config)
