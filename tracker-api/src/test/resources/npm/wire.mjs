// A place between client and tracker that sees the bytes of both, and cuts connections.

import net from 'node:net';

export class Wire {
  /** `cuts`: after so many bytes of the answer the first connection is destroyed, the second …; those after them are left alone. */
  static async to(port, cuts = []) {
    const wire = new Wire(port, [...cuts]);
    await new Promise((ready) => wire.server.listen(0, '127.0.0.1', ready));
    wire.base = `http://127.0.0.1:${wire.server.address().port}`;
    return wire;
  }

  constructor(port, cuts) {
    /** What each connection asked. */
    this.asked = [];
    this.answered = '';
    this.cut = 0;
    this.server = net.createServer((client) => this.join(client, net.connect(port, '127.0.0.1'), cuts.shift() ?? Infinity));
  }

  join(client, tracker, most) {
    const number = this.asked.push('') - 1;
    let left = most;
    client.on('data', (bytes) => {
      this.asked[number] += bytes.toString('latin1');
      tracker.write(bytes);
    });
    tracker.on('data', (bytes) => {
      this.answered += bytes.toString('latin1');
      client.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left <= 0 && !client.destroyed) {
        this.cut++;
        tracker.destroy();
        client.end(() => client.destroy());
      }
    });
    for (const [one, other] of [[client, tracker], [tracker, client]]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.end());
    }
  }

  close() {
    this.server.close();
  }
}
