package org.comity.proof.form;

import java.security.Security;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Has the JVM of the tests verify signatures as the command {@code verify} does, by the same library. */
public final class ShippedCiphers implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Security.insertProviderAt(new EcdsaVerification(), 1);
    }
}
