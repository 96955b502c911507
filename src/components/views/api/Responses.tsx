'use client'

import type { ApiDocument, ApiOperation, ApiResponse } from '../../../endpoints/apiDocument/contract'
import styles from './Api.module.css'
import { Marked } from './Marked'
import { RequestBody } from './RequestBody'

type ResponsesProps = { responses: ApiOperation['responses']; components: ApiDocument['components'] }

/** The answers of an operation by status; of refusals their codes with their sentences. */
export function Responses({ responses, components }: ResponsesProps) {
  return Object.entries(responses).map(([status, response]) => (
    <div className={styles.response} key={status}>
      <strong className={styles.status} data-refused={Number(status) >= 400}>
        {status}
      </strong>
      <Response
        isRefusal={'$ref' in response}
        response={found(response, components)}
        schemas={components.schemas}
      />
    </div>
  ))
}

type ResponseProps = {
  response: ApiResponse | undefined
  isRefusal: boolean
  schemas: ApiDocument['components']['schemas']
}

/** Every refusal has the same form: what it says is enough. */
function Response({ response, isRefusal, schemas }: ResponseProps) {
  if (!response) return null
  return (
    <div>
      {response.description.split('\n\n').map((line) => (
        <p key={line}>
          <Marked text={line} />
        </p>
      ))}
      {!isRefusal && response.content && <RequestBody content={response.content} schemas={schemas} />}
    </div>
  )
}

function found(response: ApiResponse | { $ref: string }, { responses }: ApiDocument['components']) {
  return '$ref' in response ? responses[response.$ref.replace('#/components/responses/', '')] : response
}
