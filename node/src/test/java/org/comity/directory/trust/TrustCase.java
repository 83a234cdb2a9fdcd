package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;
import static org.comity.directory.trust.ANode.MAREN;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.comity.directory.Directory.Validity;
import org.comity.directory.EntryRefused;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.trust.ANode.AnOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A node that follows a directory, and keys of whoever signs in it. */
abstract class TrustCase {

    static final KeyPair KEY = newKey();
    static final KeyPair RECOVERY = newKey();

    static final SignedParticipantEntry FIRST = anEntry().keys(KEY, RECOVERY).signed();

    static final Duration DAY = Duration.ofDays(1);
    static ANode node;
    AnOperator operator;

    @BeforeAll
    static void node() throws Exception {
        node = ANode.of("XA-1");
    }

    @BeforeEach
    void forget() {
        node.forget();
        operator = new AnOperator().admits(FIRST).publishes(NOON);
    }

    @AfterAll
    static void close() {
        node.close();
    }

    Validity standingAt(Instant instant) {
        node.at(instant);
        return node.directory().standing("XB-1");
    }

    void refused(String reason, byte[] file) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.entries().take(file, MAREN))
                .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
