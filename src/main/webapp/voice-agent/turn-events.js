import { parse, pieces } from './body.js';
import { EventStream } from './event-stream.js';
import { Problem } from './problems.js';

/**
 * The events in the answer to a turn, as `{type, ...data}`, to its `done`. The turn keeps in `stream` the id of the last one
 * that was told; `requests` notes what the server refuses.
 */
export async function* turnEvents(response, turn, requests) {
  const stream = new EventStream();
  turn.stream ??= '';
  for await (const bytes of pieces(response.body)) {
    for (const event of stream.push(bytes)) {
      const data = parse(event.data);
      turn.stream = event.lastEventId || turn.stream;
      if (event.type === 'error') throw requests.noted(new Problem(data, { streamed: true }));
      yield { ...data, type: event.type };
      if (event.type === 'done') return;
    }
  }
  throw Problem.local('cut');
}
