package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledOnceTest {

    @Test
    void without_the_start_up_cache_the_first_compiler_is_enough() {
        assertThat(ChildProcess.compiling(List.of("-Xmx128m", "-Dspring.aot.enabled=true")))
                .containsExactly("-XX:TieredStopAtLevel=1");
    }

    @Test
    void with_it_a_process_is_compiled_as_everywhere() {
        assertThat(ChildProcess.compiling(List.of("-XX:AOTCache=/made/comity.aot")))
                .isEmpty();
    }
}
