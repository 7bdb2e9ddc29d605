/** Access by the organisation's identity provider (OpenID Connect): nothing of this is made where none is set. */
package tracker.api.access.oidc;
