package org.comity.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The real beans in the real house: one transaction by the caller, and the ledger's lines with it. */
@SpringBootTest
class ThreadsInSpringTest {

    @Autowired
    Threads threads;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate inTransaction;

    @Test
    void a_change_needs_the_callers_transaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> threads.nextReference());

        assertThat(inTransaction.<String>execute(tx -> threads.nextReference().text()))
                .matches("XA-[0-9]{4}-[0-9]{6}");
    }

    @Test
    void reading_needs_none() {
        assertThat(threads.find("none")).isEmpty();
        assertThat(threads.list(Threads.Filter.ALL, null, 10)).isEmpty();
        assertThat(threads.counts().open()).isZero();
    }

    @Test
    void a_fault_of_the_keepers_keys_does_not_undo_what_the_caller_records() {
        inTransaction.executeWithoutResult(tx -> {
            ledger.record(null, "thread.read", "keys", Map.of());
            assertThatExceptionOfType(Threads.Refused.class).isThrownBy(() -> threads.keepers("none"));
        });
        assertThat(ledger.lines("keys", null, 1)).hasSize(1);
    }

    @Test
    void the_ledger_chains_what_the_transaction_recorded_and_a_lone_line_too() {
        var maren = new Official("maren", "I. Maren", "XA-1/o-1", Set.of());
        inTransaction.executeWithoutResult(tx -> ledger.record(maren, "thread.read", "t1", Map.of()));
        ledger.record(null, "thread.read", "t2", Map.of());

        assertThat(ledger.lines("t1", null, 1)).hasSize(1);
        assertThat(ledger.lines("t2", null, 1)).hasSize(1);
        assertThat(ledger.verify().holds()).isTrue();
    }
}
