/** Starts and stops the two Streams applications: settings, topics, error handling, readiness. */
package tracker.streams.runtime;
