package org.comity;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** An authenticator of the browser itself, which holds passkeys and whose person is always verified. */
public final class VirtualAuthenticator {

    private VirtualAuthenticator() {}

    public static void of(CDPSession devtools) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var request = new JsonObject();
        request.add("options", options);
        devtools.send("WebAuthn.enable");
        devtools.send("WebAuthn.addVirtualAuthenticator", request);
    }
}
