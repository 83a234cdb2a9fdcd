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

    private static final String MADE = "-made";
    private static final Duration RINGS_WITHIN = Duration.ofDays(90);

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
        return of(name, request);
    }

    private static Optional<String> of(String name, HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    void set(HttpServletResponse response, String value) {
        add(name, "Strict", response, value, Duration.ofSeconds(-1));
    }

    void clear(HttpServletResponse response) {
        add(name, "Strict", response, "", Duration.ZERO);
    }

    /** Of the browser in which a key was made. */
    Optional<String> ofMaker(HttpServletRequest request) {
        return of(name + MADE, request);
    }

    /**
     * Kept when the browser is closed: an officer may ring days later. Sent when the link in a mail is followed, too: it only
     * shows the digits again.
     */
    void setMaker(HttpServletResponse response, String value) {
        add(name + MADE, "Lax", response, value, RINGS_WITHIN);
    }

    private void add(String name, String sameSite, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(SeatSecurity.PATH)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(sameSite)
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
