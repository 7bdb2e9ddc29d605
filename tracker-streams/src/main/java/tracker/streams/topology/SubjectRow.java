package tracker.streams.topology;

import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Subject;

/** A subject's row in a state store: its state, and the digest that its next event must name. */
record SubjectRow(Subject subject, Hash hash) {}
