// Gives files of ours to readers that others wrote: *.mmd to Mermaid's own parser, *.json to
// speedscope's importer. A line for each, and a status of 1 if one was refused.
import fs from 'node:fs';
import path from 'node:path';
import {JSDOM, VirtualConsole} from 'jsdom';

const page = new JSDOM('<!DOCTYPE html><body></body>', {pretendToBeVisual: true});
globalThis.window = page.window;
globalThis.document = page.window.document;

async function mermaidReads(text) {
  const {default: mermaid} = await import('mermaid');
  await mermaid.parse(text);
}

// speedscope is a page: it is given the file as its own command line gives it, and shows the name
// of what it has imported in its title.
async function speedscopeReads(text, name) {
  const folder = 'node_modules/speedscope/dist/release';
  const bundle = fs.readdirSync(folder).find((file) => /^speedscope-.*\.js$/.test(file));
  const {window} = new JSDOM('<!DOCTYPE html><body></body>', {
    runScripts: 'outside-only',
    url: 'http://localhost/#localProfilePath=none.js',
    virtualConsole: new VirtualConsole(),
    pretendToBeVisual: true,
  });
  window.matchMedia = () => ({matches: false, addListener() {}, addEventListener() {}});
  window.FontFace = class { load() { return Promise.resolve(); } };
  window.HTMLCanvasElement.prototype.getContext = () => null;
  window.Element.prototype.scrollIntoView = () => {};
  window.TextDecoder = TextDecoder;
  window.TextEncoder = TextEncoder;
  window.eval(fs.readFileSync(path.join(folder, bundle), 'utf8'));
  window.speedscope.loadFileFromBase64(name, Buffer.from(text).toString('base64'));
  const until = Date.now() + 20000;
  while (!window.document.title.includes(name)) {
    if (Date.now() > until) throw new Error('speedscope has not imported it');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  window.close();
}

let refused = 0;
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    await (file.endsWith('.mmd') ? mermaidReads(text) : speedscopeReads(text, path.basename(file)));
    console.log(`read      ${file}`);
  } catch (error) {
    ++refused;
    console.log(`REFUSED   ${file}: ${String(error).slice(0, 400)}`);
  }
}
process.exit(refused === 0 ? 0 : 1);
