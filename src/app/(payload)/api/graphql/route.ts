/* As Payload's template has it, with bodies limited. */
import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { withLimitedBody } from '@/lib/withLimitedBody'

export const POST = withLimitedBody(GRAPHQL_POST(config))
export const OPTIONS = REST_OPTIONS(config)
