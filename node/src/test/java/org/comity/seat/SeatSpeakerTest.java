package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A person in a seat reads who said what, also where the host wrote down both sides of an older exchange. */
class SeatSpeakerTest {

    @Test
    void what_the_host_wrote_down_of_its_own_is_its_own() {
        assertThat(SeatController.theirs(act("requesting", Map.of()), Role.REQUESTING))
                .isFalse();
        assertThat(SeatController.theirs(act("requested", Map.of("recorded", "mail")), Role.REQUESTING))
                .isTrue();
        assertThat(SeatController.theirs(
                        act("requesting", Map.of("recorded", "mail", "speaker", "XA-1")), Role.REQUESTING))
                .isFalse();
    }

    private static Envelope act(String role, Map<String, String> facts) {
        return new Envelope(
                "network",
                "thread",
                "assistance/1",
                "uncc/1",
                "request",
                "XA-1",
                "XD-1",
                role,
                Instant.parse("2026-03-02T10:00:00Z"),
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(Map.of())),
                List.of());
    }
}
