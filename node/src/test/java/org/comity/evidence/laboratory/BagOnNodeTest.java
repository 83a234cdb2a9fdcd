package org.comity.evidence.laboratory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** How the command judges a work of the node that has ended. */
class BagOnNodeTest {

    @Test
    void what_the_node_counted_decides_and_not_which_lines_it_lists() throws Exception {
        var good = "{\"file\":\"a.txt\",\"good\":true,\"code\":\"matched\",\"detail\":\"\"}";

        assertThat(ends(good, 1, 1, 0))
                .startsWith("false")
                .contains("Not all is as it should be")
                .doesNotContain("Done.", "more that are");
        assertThat(ends(good, 2_001, 0, 2_000))
                .startsWith("true")
                .contains("and 2,000 more, which are counted and not listed", "Done.");
    }

    private static String ends(String lines, int good, int bad, int notShown) throws IOException {
        var node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var work =
                "{\"folder\":\"answer\",\"bytes\":7,\"part\":null,\"lines\":[%s],\"good\":%d,\"bad\":%d,\"notShown\":%d,\"ended\":\"2027-03-01T12:00:00Z\"}"
                        .formatted(lines, good, bad, notShown);
        node.createContext(
                "/api/v1/evidence/disk",
                it -> answer(
                        it,
                        it.getRequestMethod().equals("GET")
                                ? "{\"folders\":[],\"works\":[" + work + "]}"
                                : "{\"folder\":\"answer\"}"));
        node.start();
        var said = new ByteArrayOutputStream();
        try {
            var line = new NodeLine(
                    URI.create("http://127.0.0.1:" + node.getAddress().getPort()), "token", null);
            boolean well = new BagOnNode(line, new PrintStream(said, true, UTF_8)).bringIn("answer");
            return well + "\n" + said.toString(UTF_8);
        } finally {
            node.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
