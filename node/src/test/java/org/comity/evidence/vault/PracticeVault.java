package org.comity.evidence.vault;

import java.io.IOException;
import org.comity.evidence.EvidenceSettings;

public final class PracticeVault {

    private PracticeVault() {}

    public static Vault in(EvidenceSettings settings) throws IOException {
        return new DirectoryVault(settings);
    }
}
