package org.comity.evidence.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.comity.evidence.EvidenceSettings;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DirectoryVaultTest extends VaultContract {

    @TempDir
    private Path folder;

    @Override
    Vault vault() throws Exception {
        return new DirectoryVault(
                new EvidenceSettings(folder, 1, 1, Duration.ofDays(1), DataSize.ofMegabytes(1), null));
    }
}
