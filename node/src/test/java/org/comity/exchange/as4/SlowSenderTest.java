package org.comity.exchange.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.time.Duration;
import org.comity.exchange.Refusal;
import org.junit.jupiter.api.Test;

/** The time for a body follows the bytes that come; the clock is the stream's. */
class SlowSenderTest {

    private static final int LARGEST = 5_632 * 1024;
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final int THIN = 64_000 / 8;

    private long nanos;

    @Test
    void sixteen_acts_over_a_line_of_64_kbit_a_second_are_waited_for() throws Exception {
        int sixteen = 16 * 40_000;

        assertThat(read(coming(sixteen, THIN))).hasSize(sixteen);
        assertThat(Duration.ofNanos(nanos)).isGreaterThan(EACH.multipliedBy(2));
    }

    @Test
    void the_slowest_line_that_is_waited_for_and_one_that_is_slower() throws Exception {
        assertThat(read(coming(200_000, 1024))).hasSize(200_000);
        assertThat(refused(coming(200_000, 950)).code()).isEqualTo("slow-sender");
    }

    @Test
    void who_stalls_after_a_good_beginning_is_cut() {
        var refusal = refused(new Coming(3_000_000, at -> at < 2_000_000 ? 1_000_000 : 1));

        assertThat(refusal.code()).isEqualTo("slow-sender");
        assertThat(Duration.ofNanos(nanos)).isLessThan(EACH.multipliedBy(3));
    }

    private byte[] read(InputStream in) throws Exception {
        nanos = 0;
        return new SlowSender(EACH, 1024, () -> nanos).read(in, -1, LARGEST);
    }

    private Refusal refused(InputStream in) {
        return catchThrowableOfType(Refusal.class, () -> read(in));
    }

    private Coming coming(int size, int perSecond) {
        return new Coming(size, at -> perSecond);
    }

    private interface Rate {
        int perSecond(int at);
    }

    /** A network's pieces, each after its time on the line. */
    private final class Coming extends InputStream {

        private final int size;
        private final Rate rate;
        private int at;

        Coming(int size, Rate rate) {
            this.size = size;
            this.rate = rate;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == size) return -1;
            int now = rate.perSecond(at);
            int n = Math.min(Math.min(length, Math.min(1448, now)), size - at);
            nanos += n * 1_000_000_000L / now;
            at += n;
            return n;
        }
    }
}
