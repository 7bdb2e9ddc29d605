/** What is made to fail: brokers and nodes of the tracker, each a JVM of its own, and the network between them. */
package tracker.api.faults.cluster;
