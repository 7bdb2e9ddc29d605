/** The demonstration plan: the real plan's subjects with five years of made-up history. Pure, but for the loader. */
package tracker.api.demo;
