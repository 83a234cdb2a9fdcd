package org.comity.identity.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.comity.identity.PageHeaders;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.ApiTokens;
import org.comity.identity.secret.FailedAttempts;
import org.comity.identity.settings.IdentitySettings;
import org.comity.vocabulary.Duty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may reach which page: nobody, unless a line here says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/assets/**",
        "/favicon.ico",
        "/articles/**",
        "/practice/**",
        "/sign-in/**",
        "/enrol/**",
        "/verify",
        "/check",
        "/help/**",
        "/assess/*",
        "/treaty",
        "/treaty/states/*",
        "/treaty/table.csv",
        "/feed/public/**",
        "/feed/public-*/**",
        "/boards",
        "/boards/*/*",
        "/boards/*/*/proofs/*",
        "/rooms",
        "/rooms/**",
        "/actuator/health"
    };

    private static final RequestMatcher STRANGERS_FORMS = new OrRequestMatcher(Stream.of(
                    "/sign-in/**", "/enrol/**", "/practice/**", "/verify", "/check", "/assess/*")
            .map(it -> (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(it))
            .toList());

    /** An API of its own: no session, no cookie, so no CSRF; only a token of an official opens it. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Persons persons,
            ApiTokens tokens,
            FailedAttempts attempts,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().access(official()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(PageHeaders::set)
                .exceptionHandling(it -> it.authenticationEntryPoint(new TokenAsked(answers)))
                .addFilterAfter(new TokenFilter(tokens, attempts), SecurityContextHolderFilter.class)
                .addFilterAfter(new PresentOfficial(persons), TokenFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http, Persons persons, IdentitySettings settings) throws Exception {
        var door = new SignInAsked();
        return http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        // Below what is public, and for officers alone: whoever is nobody here is asked to sign in.
                        .requestMatchers("/rooms/held", "/rooms/held/**", "/rooms/at/**")
                        .access(official())
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers("/admin/**")
                        .access(holding(Duty.ADMINISTRATOR))
                        .requestMatchers("/oversight/**")
                        .access(holding(Duty.OVERSIGHT))
                        .anyRequest()
                        .access(official()))
                .csrf(it -> it.csrfTokenRepository(new FormTokens(settings)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(PageHeaders::set)
                .exceptionHandling(it -> it.authenticationEntryPoint(door).accessDeniedHandler(door))
                .addFilterAfter(new PresentOfficial(persons), SecurityContextHolderFilter.class)
                .addFilterAfter(SecurityConfiguration::early, CsrfFilter.class)
                .build();
    }

    /** Where a stranger finds a form, the cookie of its token is set before the page begins to leave. */
    private static void early(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (STRANGERS_FORMS.matches((HttpServletRequest) request)
                && PresentOfficial.of((HttpServletRequest) request).isEmpty()
                && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        chain.doFilter(request, response);
    }

    /** Named for the node, because cookies do not tell ports apart and several chairs share one browser. */
    @Bean
    CookieSerializer sessionCookie(IdentitySettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("comity-" + settings.id());
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(settings.https());
        return cookie;
    }

    /** Spring Boot would otherwise make a user of its own. */
    /** Two requests of one page may both write what the session does not hold yet. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsWrittenTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("people sign in on our own page");
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> official() {
        return (who, path) ->
                new AuthorizationDecision(PresentOfficial.of(path.getRequest()).isPresent());
    }

    private static AuthorizationManager<RequestAuthorizationContext> holding(Duty duty) {
        return (who, path) -> new AuthorizationDecision(PresentOfficial.of(path.getRequest())
                .filter(it -> it.holds(duty))
                .isPresent());
    }
}
