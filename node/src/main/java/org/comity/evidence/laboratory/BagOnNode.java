package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has a node write a bag onto its disk, or bring one in, and tells how far it is. The node goes on whoever looks. */
public final class BagOnNode {

    private static final String DISK = "/api/v1/evidence/disk";
    private static final Duration LOOK = Duration.ofMillis(700);
    private static final int PATIENCE = 60;

    private final NodeLine node;
    private final PrintStream out;

    public BagOnNode(NodeLine node, PrintStream out) {
        this.node = node;
        this.out = out;
    }

    /** Which bags and other folders lie on the disk. */
    public boolean list() throws IOException {
        var folders = node.get(DISK).get("folders");
        if (folders.isEmpty()) out.println("Nothing lies on the node's disk.");
        for (var each : folders) {
            var from = each.get("from");
            out.printf(
                    "%-10s %s%s%n",
                    each.get("kind").asString(),
                    each.get("name").asString(),
                    from.isNull()
                            ? ""
                            : ", made by " + from.asString() + " at "
                                    + each.get("at").asString());
        }
        return true;
    }

    /** @return whether the bag is whole */
    public boolean writeOut(String request, String use, String words) throws IOException {
        return follow(node.post(DISK + "/bags", Map.of("request", request, "use", use, "words", words)));
    }

    /** @return whether every file is there */
    public boolean writeFiles(String request, boolean sealedOnly) throws IOException {
        return follow(node.post(DISK + "/files", Map.of("request", request, "sealedOnly", sealedOnly)));
    }

    /** @return whether all of it was taken */
    public boolean bringIn(String folder) throws IOException {
        var path = DISK + "/bags/"
                + URLEncoder.encode(folder, StandardCharsets.UTF_8).replace("+", "%20");
        return follow(node.post(path + "/bringing-in", Map.of()));
    }

    /** Files of a State without a node, against the list of its letter. */
    public boolean compare(String folder, String request, String list, boolean sealedOnly) throws IOException {
        return follow(node.post(
                DISK + "/plain", Map.of("folder", folder, "request", request, "list", list, "sealedOnly", sealedOnly)));
    }

    private boolean follow(JsonNode begun) throws IOException {
        var folder = begun.get("folder").asString();
        out.printf("%s: begun%n", folder);
        long told = -1;
        int silent = 0;
        while (true) {
            JsonNode work;
            try {
                work = work(folder);
                silent = 0;
            } catch (IOException broken) {
                // The line, not the work: that goes on at the node.
                if (++silent > PATIENCE) throw broken;
                LockSupport.parkNanos(LOOK.toNanos());
                continue;
            }
            if (work == null) throw new IOException("The node was started anew; run the command again");
            long bytes = work.get("bytes").asLong();
            if (bytes != told) out.printf("%s: %s%n", folder, far(work.path("part"), bytes));
            told = bytes;
            if (!work.get("ended").isNull()) return ended(work);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static String far(JsonNode part, long bytes) {
        return part.isObject()
                ? "%s %d of %d, %,d of %,d bytes"
                        .formatted(
                                part.get("step").asString().toLowerCase(Locale.ROOT),
                                part.get("n").asInt(),
                                part.get("of").asInt(),
                                part.get("bytes").asLong(),
                                part.get("ofBytes").asLong())
                : "%,d bytes".formatted(bytes);
    }

    private @Nullable JsonNode work(String folder) throws IOException {
        for (var each : node.get(DISK).get("works")) {
            if (each.get("folder").asString().equals(folder)) return each;
        }
        return null;
    }

    private boolean ended(JsonNode work) {
        for (var line : work.get("lines")) {
            out.printf(
                    "%s %s: %s %s%n",
                    line.get("good").asBoolean() ? "    " : "NOT ",
                    line.get("file").asString(),
                    line.get("code").asString(),
                    line.get("detail").asString());
        }
        int notShown = work.get("notShown").asInt();
        if (notShown > 0) out.printf("     and %,d more, which are counted and not listed%n", notShown);
        int bad = work.get("bad").asInt();
        out.println(
                bad == 0
                        ? "Done."
                        : "Not all is as it should be; %,d lines are not; those listed begin with NOT.".formatted(bad));
        return bad == 0;
    }
}
