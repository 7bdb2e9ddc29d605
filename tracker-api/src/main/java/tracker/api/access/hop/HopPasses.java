package tracker.api.access.hop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/** Signs the passes of requests that are handed on, and checks those that come: JWTs for one request at one node, of a minute's life. */
@Singleton
public final class HopPasses {
    private static final Duration LIFE = Duration.ofMinutes(1);
    /** How far the nodes' clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String METHOD = "method";
    private static final String TARGET = "target";
    private static final String ROLE = "role";
    private static final String DEPARTMENT = "department";
    private static final String ENDS = "ends";
    private static final String ADDRESS = "address";

    private final HopKey key;
    private final Clock clock;

    HopPasses(HopKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** For a request of that method for that path and query, at the node of that address. */
    public String sign(HopPass pass, String method, String target, String node) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(node)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim(METHOD, method)
                .claim(TARGET, target)
                .claim(ADDRESS, pass.address());
        if (pass.actor() != null) {
            claims.subject(pass.actor().user())
                    .claim(ROLE, pass.actor().role().label())
                    .claim(DEPARTMENT, pass.actor().department());
        }
        if (pass.ends() != null) {
            claims.claim(ENDS, pass.ends().toString());
        }
        SignedJWT signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            signed.sign(new MACSigner(key.bytes()));
        } catch (JOSEException cause) {
            throw new IllegalStateException("the node's key signs nothing", cause);
        }
        return signed.serialize();
    }

    /** Empty for what no node has signed, or not for this request at this node. */
    Optional<HopPass> check(String text, String method, String target, String node) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableSecret<>(key.bytes())));
        processor.setJWTClaimsSetVerifier(new Rules(node, method, target));
        try {
            JWTClaimsSet claims = processor.process(text, null);
            return Optional.of(new HopPass(actor(claims), ends(claims), claims.getStringClaim(ADDRESS)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Actor actor(JWTClaimsSet claims) throws ParseException {
        return claims.getSubject() == null
                ? null
                : new Actor(
                        Labelled.of(Role.class, claims.getStringClaim(ROLE)),
                        claims.getStringClaim(DEPARTMENT),
                        claims.getSubject());
    }

    private static Instant ends(JWTClaimsSet claims) throws ParseException {
        return claims.getStringClaim(ENDS) == null ? null : Instant.parse(claims.getStringClaim(ENDS));
    }

    /** As the library has them, by our clock. */
    private final class Rules extends DefaultJWTClaimsVerifier<SecurityContext> {
        Rules(String node, String method, String target) {
            super(
                    node,
                    new JWTClaimsSet.Builder()
                            .claim(METHOD, method)
                            .claim(TARGET, target)
                            .build(),
                    Set.of("exp", "iat"));
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
