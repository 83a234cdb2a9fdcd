package org.comity.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Everybody reads, participants submit what they signed, and the operator's people admit. */
@Profile("operator")
@Configuration(proxyBeanMethods = false)
class OperatorSecurity {

    private static final String ADMISSIONS = "/admissions/**";
    private static final String CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain operatorDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/directory/**")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operatorPages(HttpSecurity http, UserDetailsService people, FailedSignIns failures, Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(it -> it.requestMatchers("/", "/assets/**", "/actuator/health", "/error")
                        .permitAll()
                        .requestMatchers(ADMISSIONS)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                // Alone, with nobody behind it that would try the same password again.
                .authenticationManager(new ProviderManager(new GuardedSignIn(failures, people, clock)))
                .httpBasic(it -> it.authenticationEntryPoint(OperatorSecurity::refused))
                .exceptionHandling(it -> it.authenticationEntryPoint(onlyForAdmissions()))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .build();
    }

    /** Whoever mistypes an address is told that there is no such page, and not asked for a password. */
    private static AuthenticationEntryPoint onlyForAdmissions() {
        return DelegatingAuthenticationEntryPoint.builder()
                .addEntryPointFor(
                        OperatorSecurity::refused,
                        PathPatternRequestMatcher.withDefaults().matcher(ADMISSIONS))
                .defaultEntryPoint((request, response, refused) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                .build();
    }

    /** Asks for name and password; whoever has to wait is told to wait, and not asked again. */
    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"comity operator\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Bean
    UserDetailsService operatorsPeople(OperatorSettings settings) {
        return new InMemoryUserDetailsManager(settings.people().entrySet().stream()
                .map(it -> User.withUsername(it.getKey())
                        .password(it.getValue())
                        .authorities("admit")
                        .build())
                .toList());
    }
}
