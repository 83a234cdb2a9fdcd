package org.comity.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads, page by page, the requests of a node whose opening act has its entry. */
final class RegisteredRequests {

    private RegisteredRequests() {}

    static Set<String> on(int port) throws IOException, InterruptedException {
        var officer = ApiProgram.of(port, "duty-officer");
        var all = new TreeSet<String>();
        var path = "/requests";
        while (true) {
            var page = officer.look(path);
            for (var each : (List<?>) Objects.requireNonNull(page.get("requests"))) {
                var row = (Map<?, ?>) each;
                if (!"Sent".equals(row.get("state")) && !Boolean.TRUE.equals(row.get("disputed"))) {
                    all.add(Objects.requireNonNull(row.get("reference")).toString());
                }
            }
            if (page.get("cursor") == null) {
                return all;
            }
            path = "/requests?after="
                    + java.net.URLEncoder.encode(
                            page.get("cursor").toString(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
