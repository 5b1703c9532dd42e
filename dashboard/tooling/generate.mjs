// Makes the types of the API from its two documents: src/api/openapi.ts and src/api/frames.ts, which are committed.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';
import { compile } from 'json-schema-to-typescript';

const documents = new URL('../../docs/reference/', import.meta.url);
const types = new URL('../src/api/', import.meta.url);
const banner = (name) => `/* Made from docs/reference/${name} by \`npm run types\`; do not edit. */\n\n`;

const schema = await openapi(new URL('openapi.json', documents), { defaultNonNullable: false });
await writeFile(fileURLToPath(new URL('openapi.ts', types)), banner('openapi.json') + astToString(schema));

const asyncapi = JSON.parse(await readFile(new URL('asyncapi.json', documents), 'utf8'));
const named = ([name, message]) => ({ ...message.payload, title: `${name}Frame` });
const frames = Object.entries(asyncapi.components.messages)
  .filter(([, message]) => message.payload.properties?.data) // what the server says
  .map(named);
const whole = {
  title: 'Frame',
  anyOf: frames,
  components: { schemas: asyncapi.components.schemas },
};
const text = await compile(whole, 'Frame', { additionalProperties: false, bannerComment: '', unreachableDefinitions: false });
await writeFile(fileURLToPath(new URL('frames.ts', types)), banner('asyncapi.json') + text);
