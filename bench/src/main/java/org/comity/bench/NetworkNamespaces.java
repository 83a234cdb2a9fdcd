package org.comity.bench;

import java.io.IOException;
import java.util.List;
import org.comity.bench.BadLine.Quality;
import org.jspecify.annotations.Nullable;

/** Joins two network namespaces by a cable of 64 kbit/s; where the kernel does not let us, a relay. */
record NetworkNamespaces(boolean real, String name) implements AutoCloseable {

    private static final Quality THIN = new Quality(64_000 / 8, 0, 0);

    static NetworkNamespaces shaped() throws IOException, InterruptedException {
        var name = "comity" + ProcessHandle.current().pid();
        var made = """
                ip netns add %1$sa && ip netns add %1$sb &&
                ip link add ca netns %1$sa type veth peer name cb netns %1$sb &&
                ip -n %1$sa addr add 10.77.0.1/30 dev ca && ip -n %1$sb addr add 10.77.0.2/30 dev cb &&
                ip -n %1$sa link set lo up && ip -n %1$sb link set lo up &&
                ip -n %1$sa link set ca up && ip -n %1$sb link set cb up &&
                ip netns exec %1$sa tc qdisc add dev ca root tbf rate 64kbit burst 4kb limit 64kb &&
                ip netns exec %1$sb tc qdisc add dev cb root tbf rate 64kbit burst 4kb limit 64kb
                """.formatted(name);
        var space = new NetworkNamespaces(run(made), name);
        if (!space.real) space.close();
        return space;
    }

    List<String> near() {
        return real ? List.of("ip", "netns", "exec", name + "a") : List.of();
    }

    List<String> far() {
        return real ? List.of("ip", "netns", "exec", name + "b") : List.of();
    }

    String host() {
        return real ? "10.77.0.1" : "127.0.0.1";
    }

    /** Where the far side connects to reach a port of the near one. */
    Way line(int port, long seed) throws IOException {
        return real ? new Way(port, null) : new Way(0, new BadLine(THIN, port, seed));
    }

    record Way(int direct, @Nullable BadLine relay) implements AutoCloseable {

        int port() {
            return relay == null ? direct : relay.port();
        }

        @Override
        public void close() throws IOException {
            if (relay != null) relay.close();
        }
    }

    private static boolean run(String commands) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", commands)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() {
        try {
            run("ip netns del %1$sa; ip netns del %1$sb".formatted(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
