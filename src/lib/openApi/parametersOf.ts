import type { z } from 'zod'
import type { Language } from '../../domain/language'
import type { DoorContract } from '../doorContract'
import { exampleOf } from './exampleOf'
import { jsonSchemaOf } from './jsonSchemaOf'
import type { ApiParameter, JsonSchema, Schemas } from './openApi'
import { parameterText } from './parameterTexts'

type Call = { contract: DoorContract; names: readonly string[]; language: Language; schemas: Schemas }

/** The parameters of an address, as far as they stand in it (`names`), and of the query. */
export function parametersOf({ contract, names, language, schemas }: Call): ApiParameter[] {
  const { properties: inPath = {} } = objectSchema(contract.params)
  const query = objectSchema(contract.query)
  const parameter = (name: string, schema: JsonSchema): Omit<ApiParameter, 'in' | 'required'> => ({
    name,
    ...described(parameterText(name, language)),
    schema,
    example: exampleOf({ schema, schemas, name }),
  })
  return [
    ...names.map((name) => ({
      ...parameter(name, inPath[name] ?? { type: 'string' }),
      in: 'path' as const,
      required: true,
    })),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      ...parameter(name, schema),
      in: 'query' as const,
      required: query.required?.includes(name) ?? false,
      // `where[field][equals]=value`, as far as OpenAPI can say it.
      ...(schema.$ref ? { style: 'deepObject' as const, explode: true } : {}),
    })),
  ]
}

function objectSchema(schema: z.ZodType | undefined): JsonSchema {
  return schema ? jsonSchemaOf(schema, 'input') : {}
}

function described(description: string | undefined): { description?: string } {
  return description === undefined ? {} : { description }
}
