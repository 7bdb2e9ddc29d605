/** The two Kafka Streams topologies, their topics and stores. Nothing here starts, stops or waits. */
package tracker.streams.topology;
