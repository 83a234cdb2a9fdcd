package org.comity.identity.me;

import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.comity.identity.secret.Secrets;

/** A code secret that was shown and waits for its first code; it stays the same while its owner mistypes. */
final class PendingSecret {

    private static final String ATTRIBUTE = "pending-secret";

    private PendingSecret() {}

    static byte[] of(HttpSession session, Secrets secrets) {
        if (session.getAttribute(ATTRIBUTE) instanceof byte[] pending) {
            return pending;
        }
        var fresh = secrets.newSecret();
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    static void done(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    static String address(String node, String person, String base32) {
        var label = URLEncoder.encode("Comity " + node + ":" + person, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + base32 + "&issuer=Comity%20" + node;
    }
}
