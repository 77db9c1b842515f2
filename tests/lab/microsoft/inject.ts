/** Runs a Node request handler on a made-up request, without a socket: how the sign-in pages drive the provider. */
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export interface InjectedRequest {
  method: 'GET' | 'POST';
  /** Path under which the handler is mounted, without a trailing slash. */
  mount: string;
  /** Path and query below the mount. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface InjectedResponse {
  status: number;
  location: string | undefined;
  cookies: string[];
  body: string;
}

export function inject(handler: RequestListener, wanted: InjectedRequest): Promise<InjectedResponse> {
  return new Promise((resolve, reject) => {
    const request = new IncomingMessage(Object.assign(new Socket(), { encrypted: true }));
    const body = Buffer.from(wanted.body ?? '');
    request.method = wanted.method;
    request.url = wanted.path;
    Object.assign(request, { originalUrl: wanted.mount + wanted.path });
    request.headers = {
      ...wanted.headers,
      ...(body.length > 0 ? { 'content-length': String(body.length) } : {}),
    };
    if (body.length > 0) request.push(body);
    request.push(null);
    const response = new ServerResponse(request);
    // `end` is where every answer of a small handler comes together; nothing here streams.
    response.end = ((chunk?: unknown) => {
      const cookies = response.getHeader('set-cookie');
      resolve({
        status: response.statusCode,
        location: response.getHeader('location')?.toString(),
        cookies: Array.isArray(cookies) ? cookies : cookies === undefined ? [] : [String(cookies)],
        body: typeof chunk === 'string' || Buffer.isBuffer(chunk) ? chunk.toString() : '',
      });
      return response;
    }) as ServerResponse['end'];
    Promise.resolve(handler(request, response)).catch(reject);
  });
}
