package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a practice network everybody may sit in any chair, so no other machine reaches it unless that is asked for. */
class DemoListensTest {

    @TempDir
    Path home;

    @Test
    void every_port_listens_on_the_loopback_only() throws Exception {
        var listen = demo().listen();
        assertThat(InetAddress.getByName(listen).isLoopbackAddress()).isTrue();
        assertThat(ChildProcess.listening(listen))
                .containsExactly("-Dserver.address=" + listen, "-Dcomity.listen=" + listen);
    }

    @Test
    void who_asks_for_more_gets_it() {
        assertThat(demo("--listen").listen()).isNull();
        assertThat(ChildProcess.listening(null)).isEmpty();
    }

    private Demo demo(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("--home", home.toString()));
        arguments.addAll(List.of(more));
        return new Demo(arguments);
    }
}
