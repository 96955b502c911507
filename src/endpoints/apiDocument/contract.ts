import { z } from 'zod'
import type { ApiDocument } from '../../lib/openApi/openApi'

export type {
  ApiContent,
  ApiDocument,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  JsonSchema,
  Reach,
  Schemas,
} from '../../lib/openApi/openApi'

/** `GET /api/openapi.json`: an OpenAPI 3.1 document. What else must hold of it, its own specification says. */
export const apiDocumentOut = z
  .custom<ApiDocument>((value) => typeof value === 'object' && value !== null && 'openapi' in value)
  .meta({
    type: 'object',
    properties: { openapi: { type: 'string' }, info: { type: 'object' }, paths: { type: 'object' } },
    required: ['openapi', 'info', 'paths'],
  })
