// The HTTP API, typed from its document; answers come without their envelope, refusals as ApiError.
import createClient, { type Client as TypedClient } from 'openapi-fetch';
import type { components, paths } from './openapi.js';

export type Schemas = components['schemas'];
export type Miner = Schemas['Miner'];
export type Stats = Schemas['PerformanceMetrics'];
export type MiningEvent = Schemas['Event'];
export type Http = TypedClient<paths>;

export interface Transport {
  baseUrl: string; // of the API, such as http://localhost:8080/api/v1/mining
  getToken?: () => Promise<string>; // an access key, asked for at each request; '' for none
  fetch?: typeof globalThis.fetch;
}

/** Why the API did not do what it was asked for. */
export class ApiError extends Error {
  constructor(
    readonly status: number, // 0: there was no answer
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  /** What is wrong, by field. */
  get fields(): Schemas['FieldError'][] {
    return (this.details['fields'] as Schemas['FieldError'][] | undefined) ?? [];
  }
}

/** A typed request for each operation of the API: `http.GET('/miners')`. Nobody is asked yet. */
export function connect(transport: Transport): Http {
  const { fetch = globalThis.fetch, getToken } = transport;
  const client = createClient<paths>({
    baseUrl: transport.baseUrl,
    fetch: (request) => fetch(request),
    querySerializer: { array: { style: 'form', explode: false } }, // lists have commas in them
  });
  client.use({
    async onRequest({ request }) {
      const token = await getToken?.();
      if (token) request.headers.set('Authorization', `Bearer ${token}`);
      return request;
    },
    onError({ error }) {
      return new ApiError(0, 'NO_ANSWER', error instanceof Error ? error.message : String(error));
    },
  });
  return client;
}

type Envelope = { data?: { data: unknown } | undefined; error?: unknown; response: Response };

/** The data of an answer. Throws ApiError where it was refused, or where nothing answered. */
export async function asked<T extends Envelope>(call: Promise<T>): Promise<NonNullable<T['data']>['data']> {
  const { data, error, response } = await call;
  if (data !== undefined) return data.data;
  const { code, message, details } = (error as Schemas['ErrorBody'] | undefined)?.error ?? {};
  throw new ApiError(response.status, code ?? 'NO_ENVELOPE', message ?? response.statusText, details ?? {});
}
