package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;

import java.security.KeyPair;
import java.time.Duration;
import org.comity.directory.Directory.Validity;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.directory.trust.ANode.AnOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of one node on one database: what the one has taken, the other asks for before it trusts anybody. */
class TwoProcessesTest {

    private static final KeyPair KEY = newKey();
    private static final KeyPair RECOVERY = newKey();
    private static final SignedParticipantEntry FIRST =
            anEntry().keys(KEY, RECOVERY).signed();

    private static ANode one;
    private static ANode other;
    private AnOperator operator;

    @BeforeAll
    static void start() throws Exception {
        one = ANode.of("XA-1");
        other = one.beside();
    }

    @BeforeEach
    void known() throws Exception {
        one.forget();
        operator = new AnOperator().admits(FIRST).publishes(NOON);
        one.take(operator);
        assertThat(other.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }

    @AfterAll
    static void close() {
        other.close();
        one.close();
    }

    @Test
    void a_revocation_that_one_process_took_counts_at_the_other_at_once() {
        one.watch().revoke(revocation(NOON));

        assertThat(other.directory().standing("XB-1")).isEqualTo(Validity.REVOKED);
        assertThat(other.directory().keysWithdrawn("XB-1")).contains(NOON);
        assertThat(other.warnings()).contains("keys-withdrawn");
    }

    @Test
    void a_pin_that_one_process_took_is_the_other_s_once_it_has_asked() throws Exception {
        var second = anEntry().keys(KEY, RECOVERY).after(FIRST).hours("8 to 20").signed();

        one.take(operator.admits(second).publishes(NOON.plusSeconds(1)));

        assertThat(other.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(other.directory().get("XB-1").version()).isEqualTo(2);
    }

    @Test
    void what_a_transaction_has_changed_is_trusted_only_when_it_is_kept() {
        assertThatIllegalStateException()
                .isThrownBy(() -> one.inTransaction(() -> {
                    one.watch().revoke(revocation(NOON));
                    assertThat(one.directory().standing("XB-1")).isEqualTo(Validity.VALID);
                    throw new IllegalStateException("undone");
                }));

        assertThat(one.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(other.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }

    @Test
    void nothing_is_sealed_for_keys_from_the_instant_at_which_they_may_be_in_other_hands() {
        one.watch().revoke(revocation(NOON.plus(Duration.ofHours(1))));

        assertThat(other.directory().standing("XB-1"))
                .as("it is still accepted")
                .isEqualTo(Validity.VALID);
        assertThat(other.directory().keysWithdrawn("XB-1")).contains(NOON);
        assertThat(other.directory().keysWithdrawn("XB-1", 2))
                .as("of keys that came after")
                .isEmpty();
    }

    private static byte[] revocation(java.time.Instant effective) {
        return SignedRevocation.sign(NETWORK.id(), "XB-1", 1, effective, NOON, RECOVERY.getPrivate())
                .json();
    }
}
