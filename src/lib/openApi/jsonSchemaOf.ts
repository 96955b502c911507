import { z } from 'zod'
import { closedDocument } from './documentSchemas'
import type { JsonSchema } from './openApi'

/** The JSON Schema of a zod schema: of what is sent (`input`), or of what is answered (`output`). */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema, ...made } = z.toJSONSchema(schema, {
    io,
    // What JSON Schema cannot say, such as a transformation, is left open.
    unrepresentable: 'any',
    override: ({ jsonSchema }) => Object.assign(jsonSchema, mended(jsonSchema as Made)),
  })
  return withoutUndefined(made) as JsonSchema
}

type Made = JsonSchema & { collection?: string }

function mended(made: Made): Record<string, unknown> {
  if (made.collection) return { collection: undefined, ...closedDocument(made.collection) }
  if (made.type === 'integer') return { minimum: bounded(made.minimum), maximum: bounded(made.maximum) }
  // Each part of an intersection alone would forbid what the others have.
  if (made.allOf)
    return {
      allOf: made.allOf.map(({ additionalProperties, unevaluatedProperties, ...part }) => part),
      unevaluatedProperties: false,
    }
  return {}
}

/** zod says of integers how large a number may be that is exact; nobody reads that. */
function bounded(limit: number | undefined): number | undefined {
  return limit !== undefined && Number.isSafeInteger(limit) && Math.abs(limit) < Number.MAX_SAFE_INTEGER
    ? limit
    : undefined
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, withoutUndefined(one)]])),
  )
}
