/** How a site of the lab answers: one handler a family of hosts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from './world';

export interface LabRequest {
  world: World;
  /** Absolute, with the production host name: `https://entra.microsoft.com/…`. */
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
  /** The request body as text (empty for GET). */
  body: string;
}

/** Answers the request, or returns `false` when the path is not its own. */
export type LabHandler = (request: LabRequest) => Promise<boolean> | boolean;
