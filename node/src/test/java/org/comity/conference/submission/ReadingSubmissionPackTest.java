package org.comity.conference.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a State submitted for others than the Conference is not in its pack, and what was taken back is not either. */
class ReadingSubmissionPackTest {

    @Test
    void only_what_is_for_the_conference_or_everybody_and_stands_belongs_to_the_pack() {
        assertThat(ReadingSubmissionPack.belongs("Received", Map.of("readers", "conference")))
                .isTrue();
        assertThat(ReadingSubmissionPack.belongs("Closed", Map.of("readers", "everybody")))
                .isTrue();
        assertThat(ReadingSubmissionPack.belongs("Received", Map.of("readers", "reviewers")))
                .isFalse();
        assertThat(ReadingSubmissionPack.belongs("Withdrawn", Map.of("readers", "conference")))
                .isFalse();
        assertThat(ReadingSubmissionPack.belongs("Received", Map.of())).isFalse();
    }
}
