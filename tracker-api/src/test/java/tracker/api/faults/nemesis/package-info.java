/** What is broken on purpose, and mended again. */
package tracker.api.faults.nemesis;
