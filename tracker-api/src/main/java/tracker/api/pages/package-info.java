/** The files of the pages, as a browser asks for them: our own, and the modules of others. Knows neither the plan nor who is asking. */
package tracker.api.pages;
