package org.comity.launch;

import java.security.Security;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.comity.proof.form.EcdsaVerification;

/** Makes the ciphers that a start needs ready on another core while Spring reads its configuration. */
final class CipherPreloading {

    private final CompletableFuture<Void> ciphers = CompletableFuture.runAsync(
            CipherPreloading::ciphers,
            it -> Thread.ofPlatform().daemon().name("ciphers").start(it));

    /** Until the provider is there; nothing of ours looks for it before. */
    void await() {
        ciphers.join();
    }

    /**
     * Bouncy Castle last, so that the JDK's faster ciphers come first; its verifying, which is faster, before them. Where its
     * jar is signed, checking that takes a third of a second.
     */
    private static void ciphers() {
        Security.addProvider(new BouncyCastleProvider());
        Security.insertProviderAt(new EcdsaVerification(), 1);
    }
}
