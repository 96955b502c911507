/** The answer to what is left to a job, 202. */
export function acceptedResponse(body: unknown): Response {
  return Response.json(body, { status: 202, headers: { 'Cache-Control': 'no-store' } })
}
