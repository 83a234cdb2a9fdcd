package org.comity.seat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.identity.PageHeaders;
import org.comity.identity.PracticeDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The narrow shell of seats: only its own pages, only with its own cookie. Who has that cookie is nobody on all other pages, and an
 * official is nobody here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SeatSecurity {

    static final String PATH = "/seat";

    private static final RequestMatcher PRACTICE =
            PathPatternRequestMatcher.withDefaults().matcher(PracticeSeatController.PATH + "/**");

    @Bean
    @Order(0)
    SecurityFilterChain seatChain(
            HttpSecurity http,
            SittingInSeats sitting,
            SeatCookie cookie,
            PracticeDoor door,
            @Value("${node.id}") String node)
            throws Exception {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("comity-seat-form-" + node);
        tokens.setCookiePath(PATH);
        tokens.setCookieCustomizer(
                it -> it.httpOnly(true).secure(cookie.secure()).sameSite("Strict"));
        return http.securityMatcher(PATH, PATH + "/**")
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PATH + "/sign-in", PATH + "/invitation/**")
                        .permitAll()
                        // Asks by itself whether this node practises; signing there wants a seat, as everywhere.
                        .requestMatchers(HttpMethod.GET, PracticeSeatController.PATH + "/*/*")
                        .permitAll()
                        .anyRequest()
                        .access((_, path) -> new AuthorizationDecision(
                                path.getRequest().getAttribute(SeatPresent.ATTRIBUTE) != null)))
                .csrf(it -> it.csrfTokenRepository(tokens))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(PageHeaders::set)
                .exceptionHandling(it -> it.authenticationEntryPoint((request, response, _) -> away(request, response))
                        .accessDeniedHandler((request, response, _) -> away(request, response)))
                .addFilterAfter(new SeatPresent(sitting, cookie), SecurityContextHolderFilter.class)
                .addFilterBefore((request, response, chain) -> absent(door, request, response, chain), CsrfFilter.class)
                .addFilterAfter(SeatSecurity::early, CsrfFilter.class)
                .build();
    }

    /** Whoever sits nowhere, or no more, signs in; what brings a file is told so, since it follows no link. */
    private static void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith(SeatFilesController.PATH + "/"))
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        else response.sendRedirect(PATH + "/sign-in");
    }

    /** Where nobody practises, its pages are not there for anybody, whatever is posted to them. */
    private static void absent(PracticeDoor door, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PRACTICE.matches((HttpServletRequest) request) && !door.open()) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The token's cookie is set before a page begins to leave. */
    private static void early(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) token.getToken();
        chain.doFilter(request, response);
    }
}
