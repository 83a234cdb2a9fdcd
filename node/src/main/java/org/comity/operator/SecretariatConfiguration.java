package org.comity.operator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Opens the directory of a Secretariat's node to everybody: what is signed is read and brought, and no page with it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(CollatingHere.SECRETARIAT)
@EnableConfigurationProperties(OperatorSettings.class)
class SecretariatConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain directoryOfTheSecretariat(HttpSecurity http) throws Exception {
        return http.securityMatcher(door())
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** The paths of {@link DirectoryDoor}, each by its method; the pages of the directory lie beside them. */
    static RequestMatcher door() {
        return new OrRequestMatcher(
                of(HttpMethod.GET, "/directory/root"),
                of(HttpMethod.GET, "/directory/list"),
                of(HttpMethod.GET, "/directory/proposed"),
                of(HttpMethod.GET, "/directory/entries/{id}/{version}"),
                of(HttpMethod.GET, "/directory/revocations"),
                of(HttpMethod.POST, "/directory/entries"),
                of(HttpMethod.POST, "/directory/signatures"),
                of(HttpMethod.POST, "/directory/revocations"));
    }

    private static RequestMatcher of(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
