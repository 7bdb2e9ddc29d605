/** Sessions of people at the pages: a cookie instead of a bearer token. */
package tracker.api.access.session;
