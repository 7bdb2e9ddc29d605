package tracker.api.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Whether a JWT is one that the identity provider made for this tracker and that is good now. */
@Singleton
@Requires(property = "tracker.oidc.issuer")
final class JwtRules {
    /** Signatures by a private key alone: what is verified by a public value must not be made by it. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final JWSKeySelector<SecurityContext> keys;

    JwtRules(OidcSettings settings, IdentityProvider provider, Clock clock) {
        keys = new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys());
        processor.setJWSKeySelector(keys);
        // Not a logout token, nor anything else that is signed by the same key.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                        Set.of("exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Those that verify what the provider signed, for other kinds of token too. */
    JWSKeySelector<SecurityContext> keys() {
        return keys;
    }

    /** A {@link RefusedIdentityException} where the token is not good, a {@link ProviderUnavailableException} where that cannot be told. */
    JWTClaimsSet claims(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (jwt.getHeader().getKeyID() == null) {
                throw RefusedIdentityException.token("令牌未注明签名密钥（kid）。", "The token names no key (kid).");
            }
            return processor.process(jwt, null);
        } catch (KeySourceException unknown) {
            throw new ProviderUnavailableException("the keys of the identity provider cannot be had", unknown);
        } catch (ExpiredJWTException expired) {
            throw RefusedIdentityException.token("令牌已过期。", "The token has expired.");
        } catch (BadJWTException other) {
            throw RefusedIdentityException.token(
                    "令牌的签发者、受众或有效期不符。", "The token's issuer, audience or time is not right for this tracker.");
        } catch (BadJWSException forged) {
            throw RefusedIdentityException.token("令牌的签名无效。", "The token's signature does not verify.");
        } catch (BadJOSEException | JOSEException unusable) {
            throw RefusedIdentityException.token("令牌的签名算法或密钥不被接受。", "The token's algorithm or key is not accepted.");
        } catch (ParseException | IllegalArgumentException garbled) {
            throw RefusedIdentityException.token("令牌无法读取，或未签名。", "The token cannot be read, or is not signed.");
        }
    }
}
