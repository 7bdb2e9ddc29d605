/** Several nodes as one: whose request it is, and the one hop from the node that was asked to the node that knows. */
package tracker.api.peers;
