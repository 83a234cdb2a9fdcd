package org.comity.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written as a backup can be read again, however many items the node has. */
class BackupManifestTest {

    @Test
    void the_parts_of_three_thousand_items_are_read_again() {
        var parts = new ArrayList<BackupManifest.Part>();
        for (int n = 0; n < 3000; n++) {
            var item = "files/evidence/kept/ab/%s/".formatted(new UUID(7, n));
            for (var file :
                    List.of("payload", "headers/" + "a".repeat(64), "headers/" + "b".repeat(64), "manifest.json")) {
                parts.add(new BackupManifest.Part(item + file, "0".repeat(64), n, "rw-------"));
            }
        }
        byte[] json = of(parts).json();

        assertThat(json.length).isGreaterThan(CanonicalJson.LARGEST_DOCUMENT);
        assertThat(BackupManifest.read(json)).isEqualTo(of(parts));
    }

    @Tag("long")
    @Test
    void one_that_would_not_be_read_is_not_written() {
        var name = "x".repeat(1 << 20);
        var parts = Collections.nCopies(64, new BackupManifest.Part(name, "", 1, ""));

        assertThatThrownBy(() -> of(parts).json())
                .isInstanceOf(BackupNotDone.class)
                .hasMessageContaining("node.evidence.s3");
    }

    private static BackupManifest of(List<BackupManifest.Part> parts) {
        return new BackupManifest("XA-1", "1", "2026-01-01T00:00:00Z", List.of(), List.of(), List.of(), parts);
    }
}
