/** Values and identifiers of the domain. Everything below this package is pure: no I/O, no clock, no random numbers. */
package tracker.streams.domain;
