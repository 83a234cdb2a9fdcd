package org.comity.identity.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Settings of a node XA-1 in which only the bounds of signing in matter. */
public final class IdentitySettingsForTests {

    private IdentitySettingsForTests() {}

    public static IdentitySettings with(SignInLimits limits) {
        return new IdentitySettings(
                "XA-1",
                URI.create("http://localhost"),
                Path.of("home"),
                null,
                null,
                false,
                List.of(),
                List.of(),
                limits);
    }
}
