package tracker.streams.topology;

import tracker.streams.domain.state.Head;
import tracker.streams.domain.view.Tally;

/** A plan's roll-up: the sums over its subjects, and the last event that is in them. */
public record PlanSums(Head latest, Tally tally) {}
