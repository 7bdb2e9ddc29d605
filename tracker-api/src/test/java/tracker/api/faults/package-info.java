/**
 * The tracker on a cluster of brokers, used by many at once while nodes, brokers, network, clocks and disks fail, after the manner of Jepsen:
 * {@link tracker.api.faults.FaultIT}. What must hold is judged by the history of what everybody saw.
 */
package tracker.api.faults;
