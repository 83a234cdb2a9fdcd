package org.comity.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.comity.identity.secret.ApiTokens;
import org.comity.identity.secret.FailedAttempts;
import org.comity.identity.secret.SignInRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes an API token as {@code Bearer}, or as the password of {@code Basic} under the official's id. */
class TokenFilter extends OncePerRequestFilter {

    private static final int LONGEST = 500;

    private final ApiTokens tokens;
    private final FailedAttempts attempts;

    TokenFilter(ApiTokens tokens, FailedAttempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            person(request)
                    .ifPresent(it -> SecurityContextHolder.setContext(new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated(it, null, List.of()))));
        } catch (SignInRefused refused) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private Optional<String> person(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(proven(header.substring(7).strip(), null, request));
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            var pair = decoded(header.substring(6).strip()).split(":", 2);
            return pair.length == 2 ? Optional.of(proven(pair[1], pair[0], request)) : Optional.empty();
        }
        return Optional.empty();
    }

    private String proven(String token, @Nullable String claimed, HttpServletRequest request) {
        return tokens.person(token)
                .filter(it -> claimed == null || claimed.equals(it))
                .orElseGet(() -> attempts.guard(null, request.getRemoteAddr(), TokenFilter::refused));
    }

    private static String refused() {
        throw SignInRefused.wrong();
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
