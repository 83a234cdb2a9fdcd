package org.comity.proof;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One way to say in a test: refused, with this code. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(String code, ThrowingCallable reading) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(reading)
                .satisfies(it ->
                        org.assertj.core.api.Assertions.assertThat(it.code()).isEqualTo(code));
    }
}
