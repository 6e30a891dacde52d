// Reads calendars with ical.js: one JSON string a line in, one JSON object a line out.
// `node reader.mjs ical.min.js.gz`
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

const source = gunzipSync(readFileSync(process.argv[2])).toString('base64');
const ICAL = (await import(`data:text/javascript;base64,${source}`)).default;

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map(event => {
    const value = name => event.getFirstPropertyValue(name);
    return {
      uid: value('uid'),
      start: value('dtstart').toUnixTime(),
      end: value('dtend').toUnixTime(),
      summary: value('summary'),
      location: value('location') ?? '',
      description: value('description') ?? '',
      url: value('url') ?? '',
      categories: event.getFirstProperty('categories')?.getValues() ?? [],
      status: value('status'),
      sequence: value('sequence'),
      properties: event.getAllProperties().map(each => each.name),
    };
  });
  return {
    name: calendar.getFirstPropertyValue('name'),
    description: calendar.getFirstPropertyValue('description') ?? '',
    components: calendar.getAllSubcomponents().map(each => each.name),
    properties: calendar.getAllProperties().map(each => each.name),
    events,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = read(JSON.parse(line));
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
