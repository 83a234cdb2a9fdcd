package org.comity.evidence.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.EvidenceSettings;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UploadTurnsTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());
    private static final Official TOM = new Official("tom", "T. Adu", "XB-1/o-4", Set.of());

    static UploadTurns turns(int ofOne) {
        return new UploadTurns(
                new EvidenceSettings(Path.of("."), 1, ofOne, Duration.ofDays(1), DataSize.ofMegabytes(1), null));
    }

    @Test
    void slow_files_of_one_person_leave_turns_for_another() {
        var turns = turns(2);
        var first = turns.take(PIA);
        try (var second = turns.take(PIA)) {
            assertThatExceptionOfType(EvidenceRefused.class)
                    .isThrownBy(() -> turns.take(PIA))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.too-many-at-once"));
            turns.take(TOM).close();
        }
        first.close();
        turns.take(PIA).close();
    }
}
