package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whoever takes the year's register away may be slow. */
class RegisterOnSlowLineTest extends Officers {

    @Autowired
    private YearRegister register;

    @Test
    void no_transaction_waits_for_the_line_that_takes_the_register_away() throws Exception {
        var reference = sent("XB-1", ordinary(), "tolva").reference();
        var waited = new AtomicBoolean();
        var text = new StringBuilder();
        var writes = new AtomicInteger();
        var line = new Writer() {
            @Override
            public void write(char[] some, int from, int length) {
                waited.compareAndSet(false, TransactionSynchronizationManager.isSynchronizationActive());
                writes.incrementAndGet();
                text.append(some, from, length);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        register.write(register.thisYear(), official("maren"), line);

        assertThat(writes).hasPositiveValue();
        assertThat(text.toString()).contains(String.valueOf(reference));
        assertThat(waited).isFalse();
    }
}
