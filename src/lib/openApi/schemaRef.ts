import { formatNames } from 'payload'
import type { JsonSchema } from './openApi'

/** A reference to a schema that the document has under that name. */
export function schemaRef(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}

/** What a document of a collection or global is called among the schemas: `Case`, as among the types. */
export function documentName(slug: string): string {
  return formatNames(slug).singular.replaceAll(' ', '')
}
