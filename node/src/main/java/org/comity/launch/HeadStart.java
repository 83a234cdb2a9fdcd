package org.comity.launch;

import jakarta.validation.Validation;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What a start needs and what needs nothing of ours: made ready on another core while Spring reads its configuration. */
final class HeadStart {

    private final CompletableFuture<Void> ciphers = beside("ciphers", HeadStart::ciphers);

    /** For a node: what it would come upon one after the other. What fails here fails again where it is needed. */
    static HeadStart ofNode() {
        beside("libraries", HeadStart::libraries);
        return new HeadStart();
    }

    /** Until the provider is there; nothing of ours looks for it before. */
    void await() {
        ciphers.join();
    }

    private static CompletableFuture<Void> beside(String name, Runnable work) {
        return CompletableFuture.runAsync(work, it -> Thread.ofPlatform().daemon().name(name).start(it));
    }

    /** Last, so that the JDK's faster ciphers come first. Its jar is signed, and checking that takes a third of a second. */
    private static void ciphers() {
        Security.addProvider(new BouncyCastleProvider());
    }

    private static void libraries() {
        Validation.buildDefaultValidatorFactory().close();
        try {
            SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        org.apache.xml.security.Init.init();
    }
}
