package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seat.SeatProof.Given;
import org.comity.proof.verify.Vectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes docs/protocol/vectors/seats anew, with fresh keys that are thrown away: {@code -Dseats.write}. */
public final class SeatVectors {

    static final Path FOLDER = Vectors.FOLDER.resolve("seats");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestSeat seat = new TestSeat();
    private final TestPasskey key = TestPasskey.es256();
    private final Given given = seat.give(key, "XM-officer-1");
    private final Act act = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", key, Map.of());
    private final List<Object> all = new ArrayList<>();

    public static void write() throws Exception {
        Files.createDirectories(FOLDER);
        new SeatVectors().all();
    }

    private void all() throws Exception {
        Files.writeString(
                FOLDER.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(
                                        TestCertificates.CA.certificate().getEncoded())));
        var right = TestSeat.proof(act, given, key);
        vector("R153", "seat", "holds", TestSeat.container(act, right));
        var rsa = TestPasskey.rs256(2048);
        var byRsa = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", rsa, Map.of());
        vector(
                "R151",
                "rsa",
                "holds",
                TestSeat.container(byRsa, TestSeat.proof(byRsa, seat.give(rsa, "XM-officer-2"), rsa)));
        var invented = List.of(
                new Approval("XM-officer-1", "passkey", TestCertificates.NOON),
                new Approval("XM-officer-2", "passkey", TestCertificates.NOON));
        vector("R154", "other-approvals", "seat-key", TestSeat.container(act, right, invented));
        vector("R153", "unproved", "seat-form", TestSeat.container(act, null));
        wrong("R155", "created", "seat-form", it -> it.client = said -> said.replace(".get", ".create"));
        var other = TestSeat.said(TestSeat.OTHER, "preservation/1", "ask", key, Map.of());
        vector("R154", "another-act", "seat-challenge", TestSeat.container(act, TestSeat.proof(other, given, key)));
        wrong("R155", "other-pages", "seat-origin", it -> it.origin = "https://belmora.example");
        wrong("R155", "other-host", "seat-origin", it -> it.host = "elsewhere.example");
        wrong("R155", "unverified", "seat-user", it -> it.flags = 1);
        var made = key.approves(act.id());
        var forged = new SeatAssertion(
                made.authenticatorData(),
                made.clientDataJson(),
                made.credential(),
                made.key(),
                TestPasskey.es256().approves(act.id()).signature());
        vector(
                "R155",
                "signature",
                "seat-signature",
                TestSeat.container(act, new SeatProof(List.of(forged), List.of(given))));
        vector(
                "R155",
                "stranger",
                "seat-key",
                TestSeat.container(act, TestSeat.proof(act, given, TestPasskey.es256())));
        vector(
                "R155",
                "other-entry",
                "seat-given",
                TestSeat.container(
                        act, TestSeat.proof(act, new Given(seat.seats.entries.getFirst(), given.envelope()), key)));
        var opening = TestSeat.opening(TestSeat.OPENED, key);
        vector("R159", "opening", "holds", TestSeat.container(opening, TestSeat.proof(opening, given, key)));
        vector("R159", "opening-unproved", "seat-form", TestSeat.container(opening, null));
        Files.write(
                Vectors.FOLDER.resolve("seats.json"),
                (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n").getBytes(UTF_8));
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        Files.write(FOLDER.resolve("thread.zip"), seat.other.export(seat.seats.parts()));
    }

    private void wrong(String rule, String name, String result, Consumer<TestPasskey> change) throws IOException {
        change.accept(key);
        var container = TestSeat.container(act, TestSeat.proof(act, given, key));
        key.origin = TestPasskey.ORIGIN;
        key.host = "belmora.example";
        key.flags = TestPasskey.PRESENT_AND_VERIFIED;
        key.client = it -> it;
        vector(rule, name, result, container);
    }

    private void vector(String rule, String name, String result, byte[] container) throws IOException {
        Files.write(FOLDER.resolve(name + ".asice"), container);
        var vector = new LinkedHashMap<String, Object>();
        vector.put("rule", rule);
        vector.put("result", result);
        vector.put("file", "seats/%s.asice".formatted(name));
        vector.put("at", TestCertificates.NOON.plusSeconds(90).toString());
        all.add(vector);
    }
}
