/** The pages as people have them: in a real browser, against a tracker that runs. */
package tracker.api.browser;
