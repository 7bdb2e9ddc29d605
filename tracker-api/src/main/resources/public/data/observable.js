/** A value that can be followed. Who sets an equal one tells nobody. */
export class Observable {
  #value;
  #followers = new Set();

  constructor(value) {
    this.#value = value;
  }

  get value() {
    return this.#value;
  }

  set(value) {
    if (!Object.is(value, this.#value)) {
      this.#value = value;
      this.tell();
    }
  }

  tell() {
    [...this.#followers].forEach((follower) => follower(this.#value));
  }

  /** The answer ends it. */
  follow(follower) {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}

/** A lit controller: its host is rendered anew when one of the observables changes. */
export class Following {
  #host;
  #observables;
  #ends = [];

  constructor(host, ...observables) {
    this.#host = host;
    this.#observables = observables;
    host.addController(this);
  }

  hostConnected() {
    this.#ends = this.#observables.map((one) => one.follow(() => this.#host.requestUpdate()));
    // Whoever was away has missed what changed.
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#ends.forEach((end) => end());
  }
}
