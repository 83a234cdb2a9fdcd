package org.comity.sealing.seal;

import org.comity.proof.log.LogKeys;
import org.comity.sealing.PracticeKeys;

/** The log keys of a practice participant, for tests of other rooms. */
public final class PracticeLogKeys {

    private PracticeLogKeys() {}

    public static LogKeys of(String participant) {
        return new SoftwareLogKeys(new KeyFolder(PracticeKeys.folder(participant)), participant);
    }
}
