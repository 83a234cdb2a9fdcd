package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comity.identity.passkey.PasskeyRefused;
import org.comity.identity.settings.IdentitySettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Gives a browser at the sign-in page its challenge in a cookie that only this process can have made: anybody may ask for the
 * page, and leaves nothing here. What was taken once is remembered, and is not taken again.
 */
@Component
class ChallengeCookie {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int MOST_TAKEN = 100_000;
    private static final int CHALLENGE = 32;
    private static final int SIGNED = CHALLENGE + Long.BYTES;
    private static final String SIGNS = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final String name;
    private final boolean https;
    private final int mostTaken;
    /** Of this process: what another gave out counts here no more than what nobody gave out. */
    private final SecretKeySpec key = new SecretKeySpec(random(CHALLENGE), SIGNS);

    /** In the order in which they were taken, with when each was given out. */
    private final Map<ByteBuffer, Instant> taken = new LinkedHashMap<>();

    private Instant forgotten = Instant.MIN;

    @Autowired
    ChallengeCookie(IdentitySettings settings, Clock clock) {
        this(settings, clock, MOST_TAKEN);
    }

    ChallengeCookie(IdentitySettings settings, Clock clock, int mostTaken) {
        this.clock = clock;
        this.name = "comity-asked-" + settings.id();
        this.https = settings.https();
        this.mostTaken = mostTaken;
    }

    /** The newest page of a browser counts. */
    byte[] fresh(HttpServletResponse response) {
        byte[] challenge = random(CHALLENGE);
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .put(challenge)
                .putLong(clock.instant().toEpochMilli())
                .array();
        byte[] mac = mac(signed);
        byte[] whole =
                ByteBuffer.allocate(SIGNED + mac.length).put(signed).put(mac).array();
        var cookie = ResponseCookie.from(
                        name, Base64.getUrlEncoder().withoutPadding().encodeToString(whole))
                .path("/sign-in")
                .maxAge(PATIENCE)
                .httpOnly(true)
                .secure(https)
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return challenge;
    }

    /** @throws PasskeyRefused if there is none: the page is old, or was sent twice */
    byte[] take(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name);
        if (cookie == null) throw new PasskeyRefused();
        var whole = ByteBuffer.wrap(decoded(cookie.getValue()));
        if (whole.remaining() <= SIGNED) throw new PasskeyRefused();
        byte[] signed = new byte[SIGNED];
        whole.get(signed);
        byte[] mac = new byte[whole.remaining()];
        whole.get(mac);
        if (!MessageDigest.isEqual(mac, mac(signed))) throw new PasskeyRefused();
        byte[] challenge = new byte[CHALLENGE];
        long given = ByteBuffer.wrap(signed).get(challenge).getLong();
        take(challenge, Instant.ofEpochMilli(given));
        return challenge;
    }

    private synchronized void take(byte[] challenge, Instant given) {
        var oldest = clock.instant().minus(PATIENCE);
        taken.values().removeIf(it -> it.isBefore(oldest));
        if (given.isBefore(oldest) || !given.isAfter(forgotten)) throw new PasskeyRefused();
        if (taken.putIfAbsent(ByteBuffer.wrap(challenge.clone()), given) != null) throw new PasskeyRefused();
        if (taken.size() > mostTaken) forgetFirst();
    }

    /** What is not remembered must not be taken again: so nothing is taken that was given out as early. */
    private void forgetFirst() {
        var first = taken.entrySet().iterator();
        var given = first.next().getValue();
        first.remove();
        if (given.isAfter(forgotten)) forgotten = given;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            throw new PasskeyRefused();
        }
    }

    private byte[] mac(byte[] signed) {
        try {
            var mac = Mac.getInstance(SIGNS);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
