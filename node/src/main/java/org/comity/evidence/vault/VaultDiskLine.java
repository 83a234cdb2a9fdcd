package org.comity.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.evidence.EvidenceSettings;
import org.comity.ui.DiskLine;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLines;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says on Health how full the disk of the evidence is, where it is another than the node's own. */
@Component
class VaultDiskLine implements HealthLines {

    private static final String TOPIC = "vault-disk";

    private final Vault vault;
    private final Path folder;
    private final Path home;

    VaultDiskLine(Vault vault, EvidenceSettings settings, @Value("${node.home}") Path home) {
        this.vault = vault;
        this.folder = settings.folder();
        this.home = home;
    }

    @Override
    public List<HealthLine> lines() {
        try {
            return Files.getFileStore(folder).equals(Files.getFileStore(home))
                    ? List.of()
                    : List.of(DiskLine.of(TOPIC, vault.room(), vault.disk()));
        } catch (IOException e) {
            return List.of(DiskLine.unreadable(TOPIC));
        }
    }
}
