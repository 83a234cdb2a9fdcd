package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.dump.AS4DumpManager;
import com.helger.phase4.dump.IAS4OutgoingDumper;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.messaging.EAS4MessageMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.comity.directory.Directory;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.jspecify.annotations.Nullable;

/**
 * A message of XA-1 to XB-1 as it went over the line, and the receipt for it.
 *
 * @param type its Content-Type
 */
record CapturedMessage(String type, byte[] request, byte[] receipt) {

    private static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-000000000001";

    /** Sent by the carrier of a node, and taken by its port. */
    static CapturedMessage byNode() throws Exception {
        var dumper = new Kept();
        AS4DumpManager.setOutgoingDumper(dumper);
        try (var wire = new Wire()) {
            wire.senders = Clock.fixed(Instant.parse("2027-03-01T12:00:00.123Z"), ZoneOffset.UTC);
            var position = new Directory.Position(7, "ab".repeat(32));
            wire.carry(
                    new PracticeNodeKeys("XA-1"),
                    new Parcel(Parcel.Action.ACT, "XA-1", "XB-1", THREAD, "an age file".getBytes(UTF_8), position));
        } finally {
            AS4DumpManager.setOutgoingDumper(null);
        }
        return new CapturedMessage(dumper.type, dumper.request.toByteArray(), dumper.response.toByteArray());
    }

    String soap() {
        return soapOf(request);
    }

    /** The first part of a multipart message. */
    static String soapOf(byte[] request) {
        var text = new String(request, UTF_8);
        return text.substring(text.indexOf("<?xml"), text.indexOf("\r\n--", text.indexOf("<?xml")));
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("request.mime"), request);
        Files.writeString(folder.resolve("request.type"), type.replaceAll("\\s+", " ") + "\n");
        Files.write(folder.resolve("receipt.xml"), receipt);
        var key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(PracticeWorld.key("XB-1", "as4").getEncoded());
        Files.writeString(
                folder.resolve("xb-1-as4.key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    }

    private static final class Kept implements IAS4OutgoingDumper {

        private final ByteArrayOutputStream request = new ByteArrayOutputStream();
        private final ByteArrayOutputStream response = new ByteArrayOutputStream();
        private String type = "";

        @Override
        public OutputStream onBeginRequest(
                EAS4MessageMode mode,
                @Nullable IAS4IncomingMessageMetadata metadata,
                @Nullable IAS4IncomingMessageState state,
                String id,
                @Nullable HttpHeaderMap headers,
                int attempt) {
            if (mode.isResponse()) return response;
            type = headers == null ? "" : String.valueOf(headers.getFirstHeaderValue("Content-Type"));
            return request;
        }

        @Override
        public void onEndRequest(
                EAS4MessageMode mode,
                @Nullable IAS4IncomingMessageMetadata metadata,
                @Nullable IAS4IncomingMessageState state,
                String id,
                @Nullable Exception failed) {}
    }
}
