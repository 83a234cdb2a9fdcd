package org.comity.ui.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps when a request began, before anything was read for it. What a page shows may be as old as that: a later change is
 * news on it, although the page was drawn later still.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class BeginningOfRequest extends OncePerRequestFilter {

    private static final String ATTRIBUTE = BeginningOfRequest.class.getName();

    private final Clock clock;

    BeginningOfRequest(Clock clock) {
        this.clock = clock;
    }

    static Instant of(HttpServletRequest request) {
        return (Instant) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, clock.instant());
        chain.doFilter(request, response);
    }

    /** What the container refused, e.g. an address that is none, comes here as an error alone. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
