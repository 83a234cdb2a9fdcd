package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import tools.jackson.databind.json.JsonMapper;

/** Writes docs/protocol/vectors anew, with fresh keys that are thrown away: {@code -Dvectors.write}. */
public final class Vectors {

    public static final Path FOLDER = Path.of("..", "docs", "protocol", "vectors");

    private static final byte[] ATTACHED = "order".getBytes(UTF_8);
    private static final Act REQUEST = TestActs.request(
            new Attachment("أمر.pdf", "application/pdf", ATTACHED.length, SaltedHash.of("02".repeat(16), ATTACHED)));
    private static final Act ACKNOWLEDGE = TestActs.acknowledge(REQUEST);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Vectors() {}

    static void write() throws IOException {
        Files.createDirectories(FOLDER.resolve("containers"));
        pem("ca.pem", TestCertificates.CA.certificate());
        pem("xa-1.pem", TestCertificates.XA.certificate());
        pem("xb-1.pem", TestCertificates.XB.certificate());
        pem("xb-1-register.pem", TestCertificates.XB_REGISTER.certificate());
        json("canonical.json", canonical());
        json("commitments.json", commitments());
        json("acts.json", acts());
        json("entries.json", entries());
        json("containers.json", containers());
        thread();
    }

    private static List<Object> canonical() {
        var all = new ArrayList<Object>();
        canonical(all, "R1", "{}", "accepted");
        canonical(all, "R1", "{\"a\":[1,-1,0,true,false,null,\"x\"],\"b\":{}}", "accepted");
        canonical(all, "R1", "[]", "json");
        canonical(all, "R1", "{} ", "not-canonical");
        canonical(all, "R1", "{\"a\": 1}", "not-canonical");
        canonical(all, "R1", "{}{}", "json");
        canonical(
                all,
                "R2",
                "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\uff21\":1}",
                "accepted");
        canonical(all, "R2", "{\"\uff21\":1,\"\ud83d\ude00\":1}", "not-canonical");
        canonical(all, "R2", "{\"b\":1,\"a\":1}", "not-canonical");
        canonical(all, "R3", "{\"a\":1,\"a\":1}", "json");
        canonical(all, "R4", "{\"a\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\\\"\\\\/\"}", "accepted");
        canonical(all, "R4", "{\"a\":\"\\u000A\"}", "not-canonical");
        canonical(all, "R4", "{\"a\":\"\\/\"}", "not-canonical");
        canonical(all, "R4", "{\"a\":\"\\u0041\"}", "not-canonical");
        canonical(all, "R5", "{\"a\":\"\u00e9\"}", "accepted");
        canonical(all, "R5", "{\"a\":\"e\u0301\"}", "not-canonical");
        canonical(all, "R5", "{\"\ufb33\":1}", "not-canonical");
        canonical(all, "R5", "{\"a\":\"\\ud83d\"}", "not-canonical");
        canonical(all, "R5", "{\"a\":\"b" + "\u0316".repeat(30) + "\"}", "accepted");
        canonical(all, "R5", "{\"a\":\"b" + "\u0316".repeat(31) + "\"}", "not-canonical");
        canonical(all, "R6", "{\"a\":9007199254740991,\"b\":-9007199254740991}", "accepted");
        canonical(all, "R6", "{\"a\":9007199254740992}", "not-canonical");
        canonical(all, "R6", "{\"a\":-9007199254740992}", "not-canonical");
        canonical(all, "R6", "{\"a\":1.0}", "not-canonical");
        canonical(all, "R6", "{\"a\":1e2}", "not-canonical");
        canonical(all, "R6", "{\"a\":-0}", "not-canonical");
        canonical(all, "R7", "{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}", "accepted");
        canonical(all, "R7", "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}", "json");
        canonical(all, "R7", "{\"" + "x".repeat(200) + "\":1}", "accepted");
        canonical(all, "R7", "{\"" + "x".repeat(201) + "\":1}", "not-canonical");
        return all;
    }

    private static void canonical(List<Object> all, String rule, String text, String result) {
        var vector = vector(rule, result);
        vector.put("hex", HexFormat.of().formatHex(text.getBytes(UTF_8)));
        all.add(vector);
    }

    private static List<Object> commitments() {
        var all = new ArrayList<Object>();
        for (byte[] content : List.of(new byte[0], CanonicalJson.write(REQUEST.body()), ATTACHED)) {
            var vector = vector("R9", "accepted");
            vector.put("salt", "02".repeat(16));
            vector.put("hex", HexFormat.of().formatHex(content));
            vector.put("sha256", SaltedHash.of("02".repeat(16), content).sha256());
            all.add(vector);
        }
        return all;
    }

    private static List<Object> acts() {
        var all = new ArrayList<Object>();
        act(all, "R10", REQUEST.json(), "accepted");
        act(all, "R10", ACKNOWLEDGE.json(), "accepted");
        act(all, "R10", changed(it -> it.remove("drill")), "fields");
        act(all, "R10", changed(it -> it.put("more", 1)), "fields");
        act(all, "R11", changed(it -> it.put("network", "AB".repeat(32))), "field");
        act(all, "R11", changed(it -> it.put("thread", TestActs.THREAD.toUpperCase())), "field");
        act(all, "R11", changed(it -> it.put("type", "x".repeat(65))), "field");
        act(all, "R12", changed(it -> it.put("addressee", "XA-1")), "field");
        act(all, "R12", changed(it -> it.put("author", "x".repeat(33))), "field");
        act(all, "R13", changed(it -> it.put("role", "both")), "field");
        act(all, "R14", changed(it -> it.put("time", "2027-03-01T12:00:00.120Z")), "accepted");
        act(all, "R14", changed(it -> it.put("time", "2027-03-01T12:00:00.12Z")), "field");
        act(all, "R14", changed(it -> it.put("time", "2027-03-01T12:00:00.000Z")), "field");
        act(all, "R14", changed(it -> it.put("time", "2027-03-01T12:00:00+00:00")), "field");
        act(all, "R15", changed(it -> it.put("after", List.of("00".repeat(32), "00".repeat(32)))), "field");
        act(all, "R16", changed(it -> it.put("facts", Map.of("until", "x".repeat(200)))), "accepted");
        act(all, "R16", changed(it -> it.put("facts", Map.of("until", "x".repeat(201)))), "field");
        act(all, "R16", changed(it -> it.put("facts", Map.of("until", 5))), "field");
        act(all, "R17", attached("order.pdf", "other.pdf"), "accepted");
        act(all, "R17", attached("Stra\u00dfe.pdf", "Strasse.pdf"), "field");
        act(all, "R17", attached("kay\u0131t.pdf", "kayit.pdf"), "field");
        act(all, "R18", new Act(REQUEST.envelope(), Map.of("data", "other")).json(), "body-differs");
        return all;
    }

    private static byte[] attached(String... names) {
        return changed(it -> it.put(
                "attachments",
                Arrays.stream(names)
                        .map(name -> Map.of(
                                "name",
                                name,
                                "mediaType",
                                "application/pdf",
                                "size",
                                5,
                                "salt",
                                "02".repeat(16),
                                "sha256",
                                "00".repeat(32)))
                        .toList()));
    }

    private static void act(List<Object> all, String rule, byte[] json, String result) {
        var vector = vector(rule, result);
        vector.put("json", new String(json, UTF_8));
        if (result.equals("accepted")) {
            vector.put("id", Act.read(json).id());
        }
        all.add(vector);
    }

    private static byte[] changed(Consumer<Map<String, Object>> change) {
        var envelope = new TreeMap<>(REQUEST.envelope().json());
        change.accept(envelope);
        return CanonicalJson.write(Map.of("envelope", envelope, "body", REQUEST.body()));
    }

    private static List<SignedEntry> register() {
        var entries = new ArrayList<SignedEntry>();
        var acts = List.of(REQUEST, ACKNOWLEDGE);
        entries.add(TestRegister.next(entries, acts, Digests.sha256(read("act.asice"))));
        entries.add(TestRegister.next(entries, acts, Digests.sha256(read("acknowledge.asice"))));
        return entries;
    }

    private static List<Object> entries() throws IOException {
        containers();
        var all = new ArrayList<Object>();
        for (SignedEntry each : register()) {
            entry(all, "R30", each.json(), "accepted");
        }
        var first = register().getFirst();
        entry(all, "R32", new SignedEntry(first.entry(), register().getLast().signature()).json(), "entry-signature");
        var json = new TreeMap<>(CanonicalJson.read(first.json()));
        json.put("signature", "AAB=");
        entry(all, "R32", CanonicalJson.write(json), "field");
        json.put("more", 1);
        entry(all, "R30", CanonicalJson.write(json), "fields");
        return all;
    }

    private static void entry(List<Object> all, String rule, byte[] json, String result) {
        var vector = vector(rule, result);
        vector.put("json", new String(json, UTF_8));
        if (result.equals("accepted")) {
            vector.put("hash", SignedEntry.read(json).entry().hash());
        }
        all.add(vector);
    }

    private static List<Object> containers() throws IOException {
        var all = new ArrayList<Object>();
        container(all, "R50", "act.asice", "holds", it -> {});
        var answer = TestContainer.of(ACKNOWLEDGE);
        answer.signer = TestCertificates.XB;
        container(all, "R50", "acknowledge.asice", "holds", answer);
        container(all, "R64", "stamped.asice", "holds", TestContainer::stamped);
        container(all, "R41", "twice.asice", "container-twice", it -> it.meta.put("ACT.JSON", new byte[0]));
        container(all, "R41", "folded.asice", "container-twice", it -> {
            it.files.put("attachments/Stra\u00dfe.pdf", new byte[0]);
            it.files.put("attachments/Strasse.pdf", new byte[0]);
        });
        container(all, "R43", "path.asice", "container-name", it -> it.meta.put("../act.json", new byte[0]));
        container(all, "R45", "bomb.asice", "container-expands", it -> it.meta.put("zeros", new byte[1 << 20]));
        container(all, "R46", "mimetype.asice", "container-mimetype", it -> it.mimetype = new byte[] {'z'});
        container(all, "R51", "unknown.asice", "container-file", it -> it.files.put("more", new byte[0]));
        container(
                all,
                "R53",
                "attachment.asice",
                "attachment-differs",
                it -> it.files.put("attachments/أمر.pdf", new byte[5]));
        container(
                all,
                "R54",
                "doctype.asice",
                "container-manifest",
                it -> it.manifest = xml -> xml.replace("?><asic", "?><!DOCTYPE a [<!ENTITY e \"act.pdf\">]><asic"));
        container(
                all,
                "R56",
                "uncovered.asice",
                "manifest",
                it -> it.manifest = xml -> xml.replaceFirst(
                        "<asic:DataObjectReference URI=\"act.pdf\".*?</asic:DataObjectReference>", ""));
        container(all, "R57", "two-signers.asice", "container-signature", it -> it.signers = 2);
        container(all, "R60", "unnamed.asice", "certificate-reference", it -> it.named = false);
        container(all, "R62", "stranger.asice", "anchor", it -> it.signer = TestCertificates.STRANGER);
        return all;
    }

    private static void container(
            List<Object> all, String rule, String file, String result, Consumer<TestContainer> change) {
        var container = TestContainer.of(REQUEST);
        container.files.put("attachments/أمر.pdf", ATTACHED);
        change.accept(container);
        container(all, rule, file, result, container);
    }

    private static void container(List<Object> all, String rule, String file, String result, TestContainer container) {
        var path = FOLDER.resolve("containers").resolve(file);
        try {
            // Built once: entries and thread name these bytes.
            if (!FRESH.contains(file)) {
                Files.write(path, container.build());
                FRESH.add(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var vector = vector(rule, result);
        vector.put("file", "containers/" + file);
        vector.put("at", TestCertificates.NOON.toString());
        all.add(vector);
    }

    private static final List<String> FRESH = new ArrayList<>();

    private static void thread() throws IOException {
        try (var out = Files.newOutputStream(FOLDER.resolve("thread.zip"))) {
            ThreadBundle.write(
                    out,
                    new ThreadBundle.Head(
                            TestActs.NETWORK, TestActs.THREAD, "XB-1", TestCertificates.XB_REGISTER.certificate()),
                    register(),
                    List.of(
                            new ThreadBundle.SealedAct(REQUEST.id(), read("act.asice")),
                            new ThreadBundle.SealedAct(ACKNOWLEDGE.id(), read("acknowledge.asice"))));
        }
    }

    private static byte[] read(String container) {
        try {
            return Files.readAllBytes(FOLDER.resolve("containers").resolve(container));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> vector(String rule, String result) {
        var vector = new LinkedHashMap<String, Object>();
        vector.put("rule", rule);
        vector.put("result", result);
        return vector;
    }

    private static void json(String name, List<Object> vectors) throws IOException {
        Files.write(
                FOLDER.resolve(name),
                (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(vectors) + "\n").getBytes(UTF_8));
    }

    private static void pem(String name, X509Certificate certificate) throws IOException {
        try {
            Files.writeString(
                    FOLDER.resolve(name),
                    "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                            .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(certificate.getEncoded())));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
