package org.comity.proof.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 18, (1 << 18) + 1, 700_000})
    void what_comes_hashes_as_what_lies_in_memory(int size) throws Exception {
        byte[] all = new byte[size];
        Arrays.fill(all, (byte) 7);

        assertThat(Digests.sha256(new ByteArrayInputStream(all))).isEqualTo(Digests.sha256(all));
    }

    @Test
    void of_a_part_no_byte_more_is_read() throws Exception {
        var in = new ByteArrayInputStream(new byte[] {1, 2, 3, 4});

        assertThat(Digests.sha256(in, 3)).isEqualTo(Digests.sha256(new byte[] {1, 2, 3}));
        assertThat(in.available()).isEqualTo(1);
        assertThat(Digests.sha256(in, 3)).isEqualTo(Digests.sha256(new byte[] {4}));
    }
}
