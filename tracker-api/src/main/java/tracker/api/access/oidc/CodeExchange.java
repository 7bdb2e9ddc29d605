package tracker.api.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import tracker.streams.domain.Text;

/** Gives a code back to the provider for the token that says who somebody is. Neither gets into a message or a cause. */
@Singleton
@Requires(property = "tracker.oidc.client-id")
final class CodeExchange {
    private final OidcSettings settings;
    private final IdentityProvider provider;
    private final IdentityRules identities;
    private final IDTokenValidator validator;

    CodeExchange(OidcSettings settings, OidcRoles roles, IdentityProvider provider, JwtRules rules) {
        this.settings = settings;
        this.provider = provider;
        this.identities = IdentityRules.of(settings, roles);
        this.validator = new IDTokenValidator(
                new Issuer(settings.issuer()), new ClientID(settings.clientId()), rules.keys(), null);
        this.validator.setMaxClockSkew((int) settings.clockSkew().toSeconds());
    }

    CodeFlow.SignedIn signedIn(AuthorizationCode code, CodeFlow.Begun begun) {
        try {
            JWT token = idToken(code, begun);
            IDTokenClaimsSet checked = validator.validate(token, begun.nonce());
            Identity identity = identities.of(token.getJWTClaimsSet().getClaims());
            if (identity instanceof Identity.Refused refused) {
                throw RefusedIdentityException.holder(refused.why());
            }
            return new CodeFlow.SignedIn(
                    ((Identity.Accepted) identity).actor(),
                    checked.getExpirationTime().toInstant(),
                    settings.issuer(),
                    begun.next());
        } catch (KeySourceException unknown) {
            throw new ProviderUnavailableException("the keys of the identity provider cannot be had", unknown);
        } catch (BadJOSEException | JOSEException | ParseException | java.text.ParseException bad) {
            throw RefusedIdentityException.token("身份提供方的令牌未通过检查。", "What the identity provider says does not hold.");
        }
    }

    private JWT idToken(AuthorizationCode code, CodeFlow.Begun begun) throws ParseException {
        HTTPResponse answer;
        try {
            HTTPRequest request = request(code, begun).toHTTPRequest();
            request.setConnectTimeout(IdentityProvider.WAIT_MILLIS);
            request.setReadTimeout(IdentityProvider.WAIT_MILLIS);
            request.setFollowRedirects(false);
            answer = request.send();
        } catch (IOException silent) {
            throw new ProviderUnavailableException("the identity provider does not answer", silent);
        }
        if (answer.getStatusCode() >= 500) {
            throw new ProviderUnavailableException("the identity provider answers " + answer.getStatusCode(), null);
        }
        TokenResponse response = OIDCTokenResponseParser.parse(answer);
        JWT token = response.indicatesSuccess() && response.toSuccessResponse() instanceof OIDCTokenResponse success
                ? success.getOIDCTokens().getIDToken()
                : null;
        if (token == null) {
            throw RefusedIdentityException.holder(
                    new Text("身份提供方未接受该登录。", "The identity provider did not accept the sign-in."));
        }
        return token;
    }

    private TokenRequest request(AuthorizationCode code, CodeFlow.Begun begun) {
        URI where = provider.metadata().getTokenEndpointURI();
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, begun.redirect(), begun.verifier());
        ClientID client = new ClientID(settings.clientId());
        String secret = settings.secret();
        return secret == null
                ? new TokenRequest.Builder(where, client, grant).build()
                : new TokenRequest.Builder(where, new ClientSecretBasic(client, new Secret(secret)), grant).build();
    }
}
