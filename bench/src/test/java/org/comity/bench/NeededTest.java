package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeededTest {

    @Test
    void what_is_not_here_is_named_before_anything_begins() {
        assertThatCode(() -> Needed.programs("sh")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Needed.programs("sh", "no-such-program"))
                .isInstanceOf(Needed.Missing.class)
                .hasMessage("needs no-such-program; install with: apt-get install no-such-program");
    }
}
