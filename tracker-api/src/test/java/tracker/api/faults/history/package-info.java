/**
 * What clients of the tracker saw while it was made to fail, and what must never be among it. A {@link
 * tracker.api.faults.history.HistoryRecorder} takes down what happens, a {@link tracker.api.faults.history.HistoryFile} keeps it, and the
 * {@link tracker.api.faults.history.HistoryChecker}, which knows no I/O and no clock, holds it against the log as it was in the end.
 */
package tracker.api.faults.history;
