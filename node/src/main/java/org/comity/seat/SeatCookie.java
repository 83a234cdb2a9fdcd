package org.comity.seat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The seats' own cookie: sent to their pages alone, never to those of officials. */
@Component
class SeatCookie {

    private final String name;
    private final boolean secure;

    SeatCookie(@Value("${node.id}") String node, @Value("${node.origin}") URI origin) {
        this.name = "comity-seat-" + node;
        this.secure = "https".equals(origin.getScheme());
    }

    boolean secure() {
        return secure;
    }

    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    void set(HttpServletResponse response, String value) {
        add(response, value, Duration.ofSeconds(-1));
    }

    void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(SeatSecurity.PATH)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
