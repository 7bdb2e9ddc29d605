/** Requests that one node hands on to another: who the caller is, signed by the node that has judged him. */
package tracker.api.access.hop;
