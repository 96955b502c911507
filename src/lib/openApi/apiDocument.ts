import type { SanitizedConfig } from 'payload'
import type { Language } from '../../domain/language'
import { contractOfDoor } from './contractOfDoor'
import { type DocumentedDoor, documentedDoors } from './documentedDoors'
import { documentSchemas } from './documentSchemas'
import type { ApiDocument, ApiOperation, ApiResponse, JsonSchema, Schemas } from './openApi'
import { operationOf } from './operationOf'
import { errorsSchema, problemCodeSchema, refusalName, refusalResponse } from './refusalResponses'
import { refusalsOf } from './refusalsOf'
import { subjectTags } from './subjects'

type Call = { config: SanitizedConfig; language: Language; version: string }

/**
 * The documentation of the whole API as OpenAPI 3.1, from the table of roles, the contracts of the endpoints and the
 * fields of the collections. It is the same for everyone who is signed in; what a role may do stands at each operation.
 */
export function apiDocument({ config, language, version }: Call): ApiDocument {
  const doors = documentedDoors(config)
  const schemas = schemasOf({ config, language, doors })
  return {
    openapi: '3.1.0',
    info: { title: 'DAK Zweitmeinungs-Portal', version, description: introduction[language] },
    servers: [{ url: config.serverURL }],
    tags: subjectTags(language),
    paths: pathsOf({ config, language, doors, schemas }),
    components: {
      schemas,
      responses: responsesOf({ config, language, doors }),
      securitySchemes: securitySchemes(config.cookiePrefix),
    },
  }
}

type Doors = { config: SanitizedConfig; language: Language; doors: readonly DocumentedDoor[] }

function pathsOf({ config, language, doors, schemas }: Doors & { schemas: Schemas }): ApiDocument['paths'] {
  const paths: Record<string, Record<string, ApiOperation>> = {}
  for (const { door, rule, method, address } of doors) {
    const contract = contractOfDoor(config, door)
    paths[address] ??= {}
    paths[address][method.toLowerCase()] = operationOf({ method, address, rule, contract, language, schemas })
  }
  return paths
}

function schemasOf({ config, language, doors }: Doors): Schemas {
  const slugs = new Set(doors.map(({ door }) => door.of?.slug))
  const parts = [...config.collections, ...config.globals].filter(({ slug }) => slugs.has(slug))
  return {
    Errors: errorsSchema,
    ProblemCode: problemCodeSchema,
    Where: whereSchema,
    RichText: richTextSchema,
    ...Object.assign({}, ...parts.map((part) => documentSchemas({ part, config, language }))),
  }
}

function responsesOf({ config, language, doors }: Doors): Record<string, ApiResponse> {
  const refusals = doors.flatMap(({ door, rule, method }) =>
    refusalsOf({ contract: contractOfDoor(config, door), rule, method }),
  )
  return Object.fromEntries(
    refusals.map((refusal) => [refusalName(refusal), refusalResponse(refusal, language)]),
  )
}

const whereSchema: JsonSchema = {
  type: 'object',
  description:
    'Fields with an operator and a value each, and `and`, `or` with lists of such conditions. Operators: equals, not_equals, in, not_in, exists, greater_than, greater_than_equal, less_than, less_than_equal, like, not_like, contains.',
  examples: [{ jahr: { equals: 2026 } }],
}

const richTextSchema: JsonSchema = {
  type: 'object',
  description: 'The state of a Lexical editor.',
  properties: { root: { type: 'object' } },
  required: ['root'],
}

function securitySchemes(cookiePrefix: string): Record<string, object> {
  return {
    cookie: { type: 'apiKey', in: 'cookie', name: `${cookiePrefix}-token` },
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    jwt: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`JWT …`' },
  }
}

const introduction = {
  de: [
    'Alles, was das Portal über REST annimmt und antwortet. GraphQL ist unter `/api/graphql`, mit denselben Rechten.',
    'Anmelden: mit dem Cookie der Oberfläche, oder mit `Authorization: Bearer …` (auch `JWT …`) aus `POST /api/auth/token`; ein Zugriffstoken gilt 15 Minuten.',
    'Wer was darf, steht bei jedem Vorgang (`x-roles`). Jede Ablehnung ist `{"errors": [{"message", "code", …}]}` in der Sprache aus `Accept-Language` (`de` oder `en`).',
    'Tage sind `YYYY-MM-DD`, Zeitpunkte ISO 8601 in UTC. Höchstens 1 MB je Anfrage, 20 MB je Datei.',
  ].join('\n\n'),
  en: [
    'Everything the portal takes and answers over REST. GraphQL is at `/api/graphql`, with the same rights.',
    'Logging in: with the panel’s cookie, or with `Authorization: Bearer …` (or `JWT …`) from `POST /api/auth/token`; an access token is good for 15 minutes.',
    'Who may do what stands at each operation (`x-roles`). Every refusal is `{"errors": [{"message", "code", …}]}` in the language of `Accept-Language` (`de` or `en`).',
    'Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. At most 1 MB a request, 20 MB a file.',
  ].join('\n\n'),
} satisfies Record<Language, string>
