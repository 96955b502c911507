/**
 * Where Payload changes or deletes many documents, what went wrong with one of them stands in the answer without having
 * passed `renderError`. Each entry gets its code, as every refusal has one (SPEC §8).
 */
export async function codedErrors(response: Response): Promise<Response> {
  if (response.status !== 400 || !response.headers.get('content-type')?.includes('json')) return response
  const { errors, ...answer } = (await response.clone().json()) as { errors?: Failed[] }
  if (!errors?.some((entry) => 'isPublic' in entry)) return response
  const entries = errors.map(({ isPublic, ...entry }) => ({
    ...entry,
    code: isPublic ? 'invalid' : 'internal',
  }))
  return Response.json({ ...answer, errors: entries }, { status: 400, headers: response.headers })
}

type Failed = { id: string; isPublic?: boolean; message: string }
