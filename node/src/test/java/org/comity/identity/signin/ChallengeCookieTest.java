package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.comity.identity.passkey.PasskeyRefused;
import org.comity.identity.settings.IdentitySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A challenge counts once, for the browser that was asked, and for as long as somebody needs to find a passkey. */
class ChallengeCookieTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String NAME = "comity-asked-XA-1";

    private final Clock clock = mock(Clock.class);
    private final IdentitySettings settings = mock(IdentitySettings.class);
    private ChallengeCookie challenges;

    @BeforeEach
    void now() {
        when(clock.instant()).thenReturn(NOON);
        when(settings.id()).thenReturn("XA-1");
        challenges = new ChallengeCookie(settings, clock, 3);
    }

    @Test
    void what_a_browser_was_asked_is_taken_once() {
        var answer = new MockHttpServletResponse();
        byte[] challenge = challenges.fresh(answer);
        var cookie = Objects.requireNonNull(answer.getCookie(NAME));

        assertThat(challenges.take(with(cookie))).isEqualTo(challenge);
        refused(cookie);
        assertThat(answer.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/sign-in");
    }

    @Test
    void nobody_else_gives_a_browser_its_challenge() {
        var cookie = asked();
        refused(new Cookie(NAME, cookie.getValue().substring(1) + "A"));
        refused(new Cookie(NAME, "A" + cookie.getValue().substring(1, 20)));
        refused(new Cookie(NAME, "%"));
        refused(new Cookie(NAME, ""));
        refused(new Cookie("other", cookie.getValue()));
        var other = new ChallengeCookie(settings, clock, 3);
        assertThatExceptionOfType(PasskeyRefused.class)
                .as("of another process")
                .isThrownBy(() -> other.take(with(cookie)));
    }

    @Test
    void an_old_page_is_asked_for_again() {
        var cookie = asked();
        when(clock.instant()).thenReturn(NOON.plus(Duration.ofMinutes(20)).plusMillis(1));
        refused(cookie);
    }

    @Test
    void however_many_are_taken_none_is_taken_again() {
        var first = asked();
        var waiting = asked();
        challenges.take(with(first));
        for (int n = 1; n <= 3; n++) {
            when(clock.instant()).thenReturn(NOON.plusSeconds(n));
            challenges.take(with(asked()));
        }

        refused(first);
        refused(waiting);
        when(clock.instant()).thenReturn(NOON.plusSeconds(9));
        assertThat(challenges.take(with(asked()))).hasSize(32);
    }

    private Cookie asked() {
        var answer = new MockHttpServletResponse();
        challenges.fresh(answer);
        return Objects.requireNonNull(answer.getCookie(NAME));
    }

    private void refused(Cookie cookie) {
        assertThatExceptionOfType(PasskeyRefused.class).isThrownBy(() -> challenges.take(with(cookie)));
    }

    private static MockHttpServletRequest with(Cookie cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return request;
    }
}
