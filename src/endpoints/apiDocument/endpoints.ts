import type { SanitizedConfig } from 'payload'
import { version } from '../../../package.json'
import type { Language } from '../../domain/language'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { languageOf } from '../../lib/language'
import { apiDocument } from '../../lib/openApi/apiDocument'
import type { ApiDocument } from '../../lib/openApi/openApi'
import { apiDocumentOut } from './contract'

/** `GET /api/openapi.json`: what this API takes and gives, in the language of whoever asks. */
export const apiDocumentEndpoint = defineEndpoint({
  door: 'GET /api/openapi.json',
  title: { de: 'Diese Beschreibung, als OpenAPI 3.1', en: 'This description, as OpenAPI 3.1' },
  output: apiDocumentOut,
  handle: async ({ req }) => documentIn(req.payload.config, languageOf(req)),
})

/** Making it takes a third of a second, and nothing that it is made of changes while the portal runs. */
const made = new Map<Language, ApiDocument>()

function documentIn(config: SanitizedConfig, language: Language): ApiDocument {
  const known = made.get(language)
  if (known) return known
  const document = apiDocument({ config, language, version })
  made.set(language, document)
  return document
}
