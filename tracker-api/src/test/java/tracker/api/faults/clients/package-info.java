/** Those who use the tracker while it is made to fail, and take down what they see. */
package tracker.api.faults.clients;
