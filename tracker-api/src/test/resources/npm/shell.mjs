// As much of a shell as the README's sessions use. What it does not know, it refuses: it must not guess what a person's shell would do.

const SPACE = /[ \t]/;
const NAME = /^[A-Za-z_][A-Za-z_0-9]*/;

/** Reads a script into steps: functions, assignments and pipelines. */
export function parse(text) {
  const reader = { text, at: 0 };
  const steps = list(reader, '');
  if (reader.at < text.length) {
    throw new Error(`cannot be read from here: ${text.slice(reader.at, reader.at + 60)}`);
  }
  return steps;
}

function list(reader, end) {
  const steps = [];
  for (;;) {
    skip(reader, /[ \t\n;]/);
    const next = reader.text[reader.at];
    if (next === undefined || next === end) {
      return steps;
    }
    steps.push(step(reader));
  }
}

function step(reader) {
  const rest = reader.text.slice(reader.at);
  const named = NAME.exec(rest)?.[0];
  if (named && rest.startsWith(`${named}() {`)) {
    reader.at += named.length + '() {'.length;
    const body = list(reader, '}');
    reader.at++;
    return { define: named, body };
  }
  if (named && rest[named.length] === '=') {
    reader.at += named.length + 1;
    return { assign: named, value: word(reader) };
  }
  const pipeline = [command(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at++;
    pipeline.push(command(reader));
  }
  return { pipeline };
}

function command(reader) {
  const words = [];
  const files = {};
  for (;;) {
    skip(reader, SPACE);
    const next = reader.text[reader.at];
    if (next === undefined || '\n;|)}'.includes(next)) {
      return { words, files };
    }
    if (reader.text.startsWith('\\\n', reader.at)) {
      reader.at += 2;
    } else if (next === '<' || next === '>') {
      reader.at++;
      skip(reader, SPACE);
      files[next] = word(reader);
    } else {
      words.push(word(reader));
    }
  }
}

/** A word is parts that are joined: text, variables and what a command prints. */
function word(reader) {
  const parts = [];
  while (reader.at < reader.text.length && !/[ \t\n;|<>)]/.test(reader.text[reader.at])) {
    const next = reader.text[reader.at];
    if (next === "'") {
      const end = reader.text.indexOf("'", reader.at + 1);
      parts.push({ text: reader.text.slice(reader.at + 1, end) });
      reader.at = end + 1;
    } else if (next === '"') {
      reader.at++;
      parts.push(...quoted(reader));
    } else if (next === '$') {
      parts.push({ ...dollar(reader), bare: true });
    } else if ('`*?[]&(\\'.includes(next)) {
      throw new Error(`what does ${next} mean here? ${reader.text.slice(reader.at - 20, reader.at + 20)}`);
    } else {
      parts.push({ text: next });
      reader.at++;
    }
  }
  return parts;
}

function quoted(reader) {
  const parts = [];
  while (reader.text[reader.at] !== '"') {
    const next = reader.text[reader.at];
    if (next === undefined) {
      throw new Error('a quotation without its end');
    } else if (next === '$') {
      parts.push(dollar(reader));
    } else {
      const escapes = next === '\\' && '"\\$'.includes(reader.text[reader.at + 1]);
      reader.at += escapes ? 1 : 0;
      parts.push({ text: reader.text[reader.at] });
      reader.at++;
    }
  }
  reader.at++;
  return parts;
}

function dollar(reader) {
  reader.at++;
  if (reader.text[reader.at] === '(') {
    reader.at++;
    const steps = list(reader, ')');
    reader.at++;
    return { printed: steps };
  }
  const name = /^([0-9]|[A-Za-z_][A-Za-z_0-9]*)/.exec(reader.text.slice(reader.at))?.[0];
  if (!name) {
    throw new Error(`which variable? ${reader.text.slice(reader.at - 20, reader.at + 20)}`);
  }
  reader.at += name.length;
  return { variable: name };
}

function skip(reader, what) {
  while (reader.at < reader.text.length) {
    if (reader.text[reader.at] === '#' && /^$|\s/.test(reader.text[reader.at - 1] ?? '')) {
      const end = reader.text.indexOf('\n', reader.at);
      reader.at = end < 0 ? reader.text.length : end;
    } else if (what.test(reader.text[reader.at])) {
      reader.at++;
    } else {
      return;
    }
  }
}

/** Runs steps. `programs` are functions of (arguments, input) that answer what they print; `files` reads and writes. */
export class Shell {
  constructor(programs, files) {
    this.programs = programs;
    this.files = files;
    this.variables = {};
    this.functions = {};
  }

  /** What the steps print. */
  async run(steps, input = Buffer.alloc(0)) {
    const printed = [];
    for (const one of steps) {
      if (one.define) {
        this.functions[one.define] = one.body;
      } else if (one.assign) {
        this.variables[one.assign] = await this.expand(one.value);
      } else {
        printed.push(await this.pipe(one.pipeline, input));
      }
    }
    return Buffer.concat(printed);
  }

  async pipe(pipeline, input) {
    let passed = input;
    for (const { words, files } of pipeline) {
      const [name, ...given] = await Promise.all(words.map((one) => this.expand(one)));
      const stdin = files['<'] ? this.files.read(await this.expand(files['<'])) : passed;
      passed = await this.call(name, given, stdin);
      if (files['>']) {
        this.files.write(await this.expand(files['>']), passed);
        passed = Buffer.alloc(0);
      }
    }
    return passed;
  }

  async call(name, given, input) {
    if (Object.hasOwn(this.programs, name)) {
      return this.programs[name](given, input);
    }
    if (!Object.hasOwn(this.functions, name)) {
      throw new Error(`an unknown command: ${name}`);
    }
    const outer = this.variables;
    this.variables = { ...outer, ...Object.fromEntries(given.map((value, i) => [String(i + 1), value])) };
    try {
      return await this.run(this.functions[name], input);
    } finally {
      this.variables = outer;
    }
  }

  async expand(parts) {
    let whole = '';
    for (const part of parts) {
      const value = part.text ?? (await this.valueOf(part));
      if (part.bare && /[\s*?[]|^$/.test(value)) {
        throw new Error(`a shell would split or drop this, as it is not quoted: '${value}'`);
      }
      whole += value;
    }
    return whole;
  }

  async valueOf(part) {
    if (part.printed) {
      return (await this.run(part.printed)).toString().replace(/\n+$/, '');
    }
    if (this.variables[part.variable] === undefined) {
      throw new Error(`$${part.variable} is not set`);
    }
    return this.variables[part.variable];
  }
}
