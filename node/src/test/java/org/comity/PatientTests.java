package org.comity;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Before the first test: what one waits for comes, on a slow machine later; and nodes that name no home get one that goes with the run. */
public final class PatientTests implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        System.setProperty("comity.temporary", TemporaryFolders.folder("home").toString());
        // Else that of the first Tomcat of the JVM, which the later ones make again when its test is over.
        System.setProperty("catalina.home", TemporaryFolders.folder("tomcat").toString());
    }
}
