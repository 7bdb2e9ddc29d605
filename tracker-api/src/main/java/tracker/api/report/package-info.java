/** The generated assessment report: a pure model of what an assessment says, and its page. Knows neither HTTP nor Kafka. */
package tracker.api.report;
