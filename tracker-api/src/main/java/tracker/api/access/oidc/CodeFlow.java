package tracker.api.access.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import tracker.streams.domain.Actor;

/**
 * Signing in to the pages by the identity provider: the authorization code flow with PKCE, state and nonce. What was begun is kept in
 * memory for ten minutes and answered once; who meets a restart in between begins again.
 */
@Singleton
@Requires(property = "tracker.oidc.client-id")
public final class CodeFlow {
    /** How long somebody may take to say to the provider who he is. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final OidcSettings settings;
    private final IdentityProvider provider;
    private final CodeExchange exchange;
    private final Cache<String, Begun> begun =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(WITHIN).build();

    CodeFlow(OidcSettings settings, IdentityProvider provider, CodeExchange exchange) {
        this.settings = settings;
        this.provider = provider;
        this.exchange = exchange;
    }

    /** What must be the same when somebody comes back. */
    record Begun(State state, Nonce nonce, CodeVerifier verifier, URI redirect, String next) {}

    /** Where to send the browser, and what it must bring back in a cookie: only who began can end. */
    public record Start(URI provider, String cookie) {}

    /** Who came back, until when the provider vouches for him, and where he wanted to go. */
    public record SignedIn(Actor actor, Instant until, String issuer, String next) {}

    /** {@code redirect} is where the provider sends people back to. */
    public Start begin(URI redirect, String next) {
        OIDCProviderMetadata metadata = provider.metadata();
        Begun one = new Begun(new State(), new Nonce(), new CodeVerifier(), redirect, next);
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes().toArray(String[]::new)),
                        new ClientID(settings.clientId()),
                        redirect)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(one.state())
                .nonce(one.nonce())
                .codeChallenge(one.verifier(), CodeChallengeMethod.S256)
                .build();
        String cookie = new State().getValue();
        begun.put(cookie, one);
        return new Start(request.toURI(), cookie);
    }

    /** {@code answer} is the address that the provider sent the browser to, {@code cookie} what the browser brings from {@link #begin}. */
    public SignedIn end(URI answer, @Nullable String cookie) {
        Begun one = cookie == null ? null : begun.asMap().remove(cookie);
        if (one == null) {
            throw RefusedIdentityException.token(
                    "登录已超时，或不是在本浏览器中开始的。", "This sign-in took too long, or was begun in another browser.");
        }
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            if (!one.state().equals(response.getState()) || !isOurProvider(response)) {
                throw RefusedIdentityException.token("登录的应答与请求不符。", "The answer is not to the sign-in that was begun.");
            }
            if (!response.indicatesSuccess()) {
                throw RefusedIdentityException.token("身份提供方拒绝了登录。", "The identity provider has refused the sign-in.");
            }
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            return exchange.signedIn(code, one);
        } catch (ParseException garbled) {
            throw RefusedIdentityException.token("登录的应答无法读取。", "The answer to the sign-in cannot be read.");
        }
    }

    /** RFC 9207: a provider that says who it is, or promises to, must be the right one. */
    private boolean isOurProvider(AuthenticationResponse response) {
        return response.getIssuer() == null
                ? !provider.metadata().supportsAuthorizationResponseIssuerParam()
                : response.getIssuer().getValue().equals(settings.issuer());
    }
}
