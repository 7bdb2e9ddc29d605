import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Spring's authorization server as it comes, with its own pages and endpoints: java -cp … Provider.java PORT HOME. Whom it knows, what it
 * claims of them, by which keys it signs (the first of them) and whereto it sends people back stands in HOME and is read each time.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Provider {
    private static final String PASSWORD = "{noop}password-of-the-test";
    private static final Path HOME = Path.of(System.getProperty("provider.home"));

    public static void main(String[] arguments) {
        SpringApplication.run(Provider.class, arguments);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .issuer("http://localhost:" + System.getProperty("server.port"))
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return (selector, context) -> selector.select(keySet());
    }

    @Bean
    UserDetailsService people() {
        return name -> {
            if (!claims().containsKey(name)) {
                throw new UsernameNotFoundException(name);
            }
            return User.withUsername(name).password(PASSWORD).build();
        };
    }

    /** "tracker" sends people here; everybody else is a program that speaks for itself. */
    @Bean
    RegisteredClientRepository clients() {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                // It would keep the secret hashed better: they are read anew each time.
            }

            @Override
            public RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public RegisteredClient findByClientId(String id) {
                RegisteredClient.Builder client = RegisteredClient.withId(id)
                        .clientId(id)
                        .clientSecret(PASSWORD)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(Duration.ofMinutes(5))
                                .build());
                if (id.equals("tracker")) {
                    return client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(read("redirect"))
                            .scopes(scopes -> scopes.addAll(List.of("openid", "profile")))
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .build())
                            .build();
                }
                return claims().containsKey(id)
                        ? client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .build()
                        : null;
            }
        };
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claimed() {
        return context -> {
            context.getJwsHeader().keyId(keySet().getKeys().get(0).getKeyID());
            context.getClaims().claim("preferred_username", context.getPrincipal().getName());
            if (context.getTokenType().getValue().equals("access_token")) {
                context.getClaims().audience(List.of("tracker-api"));
            }
            claims().get(context.getPrincipal().getName())
                    .forEach((name, value) -> context.getClaims().claim(name, value));
        };
    }

    private static JWKSet keySet() {
        try {
            return JWKSet.parse(read("keys"));
        } catch (java.text.ParseException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> claims() {
        try {
            return new ObjectMapper().readValue(read("claims"), Map.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(HOME.resolve(name)).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
