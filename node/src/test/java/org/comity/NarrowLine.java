package org.comity;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.time.Duration;
import java.time.Instant;

/** Makes the line of one browser as narrow as a small island's, and counts what its person waits for, types and chooses. */
final class NarrowLine {

    private static final int BYTES_PER_SECOND = 64_000 / 8;
    private static final int LATENCY = 600;

    private long bytes;
    private int pages;
    private Duration waited = Duration.ZERO;
    private int typed;
    private int chosen;

    /** With nothing kept from earlier visits. */
    NarrowLine(CDPSession devtools) {
        devtools.send("Network.enable");
        devtools.send("Network.clearBrowserCache");
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY);
        line.addProperty("downloadThroughput", BYTES_PER_SECOND);
        line.addProperty("uploadThroughput", BYTES_PER_SECOND);
        devtools.send("Network.emulateNetworkConditions", line);
        devtools.on(
                "Network.loadingFinished",
                it -> bytes += (long) it.get("encodedDataLength").getAsDouble());
    }

    void waits(Runnable forPage) {
        var since = Instant.now();
        forPage.run();
        waited = waited.plus(Duration.between(since, Instant.now()));
        pages++;
    }

    void typed(String text) {
        typed += text.length();
    }

    void chosen() {
        chosen++;
    }

    @Override
    public String toString() {
        return "{\"pages\":%d,\"bytes\":%d,\"waitedSeconds\":%.1f,\"typed\":%d,\"chosen\":%d}"
                .formatted(pages, bytes, waited.toMillis() / 1000.0, typed, chosen);
    }
}
