import { z } from 'zod'
import { requiredInput } from './documentSchemas'
import { documentName, schemaRef } from './schemaRef'

type Part = Parameters<typeof requiredInput>[0]

/** The body that makes a document. */
export function documentInput(part: Part): z.ZodType {
  return z.unknown().meta({ ...inputRef(part), required: requiredInput(part) })
}

/** The body that changes one: any of its fields. */
export function documentChanges(part: Part): z.ZodType {
  return z.unknown().meta(inputRef(part))
}

function inputRef({ slug }: Part): Record<string, unknown> {
  return { ...schemaRef(`${documentName(slug)}Input`) }
}
