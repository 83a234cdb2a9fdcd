package org.comity;

import java.security.Security;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.comity.proof.form.EcdsaVerification;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Before the first test: what one waits for comes, on a slow machine later; nodes that name no home get one that goes with the run;
 * and signatures are verified as in the program, whose tests would else verify by a library that it does not use.
 */
public final class PatientTests implements LauncherSessionListener {

    private static final Duration FIRST_LOOK = Duration.ofMillis(10);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Security.insertProviderAt(new EcdsaVerification(), 1);
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollDelay(FIRST_LOOK);
        // What is there soon is met soon; what takes long is not asked for so often that it takes longer.
        Awaitility.setDefaultPollInterval((look, _) -> look < 15 ? FIRST_LOOK : Duration.ofMillis(100));
        System.setProperty("comity.temporary", TemporaryFolders.folder("home").toString());
        // Else that of the first Tomcat of the JVM, which the later ones make again when its test is over.
        System.setProperty("catalina.home", TemporaryFolders.folder("tomcat").toString());
    }
}
