package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequiredProgramsTest {

    @Test
    void what_is_not_here_is_named_before_anything_begins() {
        assertThatCode(() -> RequiredPrograms.programs("sh")).doesNotThrowAnyException();
        assertThatThrownBy(() -> RequiredPrograms.programs("sh", "no-such-program"))
                .isInstanceOf(RequiredPrograms.Missing.class)
                .hasMessage("needs no-such-program; install with: apt-get install no-such-program");
    }
}
