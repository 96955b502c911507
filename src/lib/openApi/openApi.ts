/** A schema of JSON Schema 2020-12, as far as the documentation uses it. */
export type JsonSchema = {
  $ref?: string
  type?: string | readonly string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  const?: unknown
  default?: unknown
  examples?: readonly unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  items?: JsonSchema
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  unevaluatedProperties?: boolean
  contentMediaType?: string
  readOnly?: boolean
  /** Who may read or write a field, where that is narrower than for its document. */
  'x-read-roles'?: readonly string[]
  'x-write-roles'?: readonly string[]
}

export type Schemas = Readonly<Record<string, JsonSchema>>

export type ApiMediaType = { schema: JsonSchema; example?: unknown; encoding?: object }
export type ApiContent = Readonly<Record<string, ApiMediaType>>

export type ApiParameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
  style?: 'deepObject'
  explode?: boolean
  example?: unknown
}

export type ApiResponse = {
  description: string
  headers?: Readonly<Record<string, { description: string; schema: JsonSchema }>>
  content?: ApiContent
}

/** What a role may do through a door: with everything, with its own alone, nothing. */
export type Reach = 'all' | 'own' | 'none'

export type ApiOperation = {
  operationId: string
  tags: readonly [string]
  summary: string
  description: string
  security: readonly Readonly<Record<string, readonly string[]>>[]
  parameters: readonly ApiParameter[]
  requestBody?: { required: boolean; content: ApiContent }
  responses: Readonly<Record<string, ApiResponse | { $ref: string }>>
  'x-roles': 'anybody' | Readonly<Record<string, Reach>>
  'x-open-at': readonly string[]
}

/** An OpenAPI 3.1 document, as far as the portal's goes. */
export type ApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: readonly { url: string }[]
  tags: readonly { name: string; description: string }[]
  paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  components: {
    schemas: Schemas
    responses: Readonly<Record<string, ApiResponse>>
    securitySchemes: Readonly<Record<string, object>>
  }
}
