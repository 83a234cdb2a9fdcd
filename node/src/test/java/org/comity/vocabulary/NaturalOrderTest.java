package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void names_stand_as_people_count_them() {
        assertThat(Stream.of("disk 10.img", "Disk 9.img", "disk 2.img", "b/1.log", "a/12.log", "a/2.log")
                        .sorted(NaturalOrder.names()))
                .containsExactly("a/2.log", "a/12.log", "b/1.log", "disk 2.img", "Disk 9.img", "disk 10.img");
    }
}
