package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.act.Act;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatVectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors of docs/protocol, which other programs can check as well, and its list of codes. */
class VectorsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DOCUMENT = Vectors.FOLDER.resolveSibling("README.md");

    @BeforeAll
    static void write() throws Exception {
        if (System.getProperty("vectors.write") != null) {
            Vectors.write();
        }
        // By itself too, since each writing makes new keys.
        if (System.getProperty("seats.write") != null) {
            SeatVectors.write();
        }
    }

    @ParameterizedTest
    @MethodSource
    void canonical(Map<String, String> vector) {
        byte[] bytes = HexFormat.of().parseHex(vector.get("hex"));
        assertThat(result(() -> CanonicalJson.write(CanonicalJson.read(bytes)))).isEqualTo(vector.get("result"));
    }

    static Stream<Map<String, String>> canonical() throws IOException {
        return read("canonical.json");
    }

    @ParameterizedTest
    @MethodSource
    void commitments(Map<String, String> vector) {
        byte[] content = HexFormat.of().parseHex(vector.get("hex"));
        assertThat(SaltedHash.of(vector.get("salt"), content).sha256()).isEqualTo(vector.get("sha256"));
    }

    static Stream<Map<String, String>> commitments() throws IOException {
        return read("commitments.json");
    }

    @ParameterizedTest
    @MethodSource
    void acts(Map<String, String> vector) {
        byte[] json = vector.get("json").getBytes(UTF_8);
        assertThat(result(() -> Act.read(json))).isEqualTo(vector.get("result"));
        if (vector.containsKey("id")) {
            assertThat(Act.read(json).id()).isEqualTo(vector.get("id"));
        }
    }

    static Stream<Map<String, String>> acts() throws IOException {
        return read("acts.json");
    }

    @ParameterizedTest
    @MethodSource
    void entries(Map<String, String> vector) throws Exception {
        byte[] json = vector.get("json").getBytes(UTF_8);
        var keeper = certificate("xb-1-register.pem").getPublicKey();
        String result = result(() -> SignedEntry.read(json));
        if (result.equals("accepted") && !SignedEntry.read(json).signedBy(keeper)) {
            result = "entry-signature";
        }
        assertThat(result).isEqualTo(vector.get("result"));
        if (vector.containsKey("hash")) {
            assertThat(SignedEntry.read(json).entry().hash()).isEqualTo(vector.get("hash"));
        }
    }

    static Stream<Map<String, String>> entries() throws IOException {
        return read("entries.json");
    }

    @ParameterizedTest
    @MethodSource
    void containers(Map<String, String> vector) throws Exception {
        byte[] bytes = Files.readAllBytes(Vectors.FOLDER.resolve(vector.get("file")));
        var ca = Anchor.of(certificate("ca.pem"));
        String result = result(() -> Container.read(bytes));
        if (result.equals("accepted")) {
            var verdict = Container.read(bytes).verify(ca, ca, Instant.parse(vector.get("at")));
            result = verdict.firstFailure().map(Verdict.Check::code).orElse("holds");
        }
        assertThat(result).isEqualTo(vector.get("result"));
    }

    static Stream<Map<String, String>> containers() throws IOException {
        return read("containers.json");
    }

    @ParameterizedTest
    @MethodSource
    void seats(Map<String, String> vector) throws Exception {
        byte[] bytes = Files.readAllBytes(Vectors.FOLDER.resolve(vector.get("file")));
        var ca = Anchor.of(certificate("seats/ca.pem"));
        var at = Instant.parse(vector.get("at"));
        String result = result(() -> {
            var read = Container.read(bytes);
            read.seat().require(read.act(), read.approvals(), at, _ -> java.util.Optional.empty());
            return read;
        });
        if (result.equals("accepted")) {
            var verdict = Container.read(bytes).verify(ca, ca, at);
            result = verdict.firstFailure().map(Verdict.Check::code).orElse("holds");
        }
        assertThat(result).isEqualTo(vector.get("result"));
    }

    static Stream<Map<String, String>> seats() throws IOException {
        return read("seats.json");
    }

    /** R77. */
    @Test
    void the_thread_holds_with_its_thread_of_seats() {
        var ca = Vectors.FOLDER.resolve("seats/ca.pem");
        var thread = Vectors.FOLDER.resolve("seats/thread.zip");
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(
                new String[] {thread.toString(), "--anchor", "XB-1/seal=" + ca, "--anchor", "XB-1/register=" + ca},
                print,
                print);
        assertThat(code).as(out.toString(UTF_8)).isEqualTo(6);
        assertThat(out.toString(UTF_8))
                .contains("had not been ended. [seat-ended]")
                .doesNotContain("[file]", "is not here");
    }

    @Test
    void the_thread_holds() {
        var seals = Map.of("XA-1/seal=", "xa-1.pem", "XB-1/seal=", "xb-1.pem");
        assertThat(thread(seals)).isZero();
        assertThat(thread(Map.of("", "ca.pem"))).as("author-unknown").isEqualTo(7);
    }

    /** @param seals files by what they are tied to */
    private static int thread(Map<String, String> seals) {
        var arguments = new ArrayList<>(List.of(
                Vectors.FOLDER.resolve("thread.zip").toString(),
                "--anchor",
                "XB-1/register=" + Vectors.FOLDER.resolve("xb-1-register.pem")));
        seals.forEach((tied, file) -> arguments.addAll(List.of("--anchor", tied + Vectors.FOLDER.resolve(file))));
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        return Verify.run(arguments.toArray(String[]::new), print, print);
    }

    /** A thread of two is written as it was before threads of more parties were. */
    @Test
    void the_thread_is_written_again_byte_for_byte(@TempDir Path folder) throws IOException {
        var right = contents(Vectors.FOLDER.resolve("thread.zip"));
        var entries = below(ThreadBundle.REGISTER, right).map(SignedEntry::read).toList();
        var acts = below(ThreadBundle.ACTS, right)
                .map(it -> new ThreadBundle.SealedAct(Container.read(it).act().id(), it))
                .toList();
        var again = folder.resolve("thread.zip");
        try (var out = Files.newOutputStream(again)) {
            ThreadBundle.write(
                    out,
                    ThreadBundle.Head.read(CanonicalJson.write(
                            CanonicalJson.read(HexFormat.of().parseHex(right.get(ThreadBundle.HEAD))))),
                    entries,
                    acts);
        }
        assertThat(contents(again)).isEqualTo(right);
        for (var each : acts) {
            var act = Container.read(each.container()).act();
            assertThat(CanonicalJson.write(Map.of(
                            "body", act.body(), "envelope", act.envelope().json())))
                    .isEqualTo(act.json());
        }
    }

    private static Stream<byte[]> below(String folder, Map<String, String> files) {
        return files.entrySet().stream()
                .filter(it -> it.getKey().startsWith(folder))
                .map(it -> HexFormat.of().parseHex(it.getValue()));
    }

    private static Map<String, String> contents(Path bundle) throws IOException {
        var files = BundleFiles.open(bundle);
        var all = new java.util.TreeMap<String, String>();
        for (var each : files.names()) all.put(each, HexFormat.of().formatHex(files.read(each)));
        return all;
    }

    /** Every code that is thrown or reported stands in the document, or in that of items, bags or logs. */
    @Test
    void the_document_lists_every_code() throws IOException {
        var documented = find(
                Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE),
                Files.readString(DOCUMENT)
                        + Files.readString(DOCUMENT.resolveSibling("items.md"))
                        + Files.readString(DOCUMENT.resolveSibling("seats.md"))
                        + Files.readString(DOCUMENT.resolveSibling("bags.md"))
                        + Files.readString(DOCUMENT.resolveSibling("logs.md"))
                        + Files.readString(DOCUMENT.resolveSibling("feeds.md")));
        var used = new java.util.TreeSet<String>();
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            for (var each :
                    sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                used.addAll(find(
                        Pattern.compile(
                                "(?:new (?:Malformed|Unreadable)\\(|[cC]hecks\\.(?:want|notChecked)\\(\\s*|register\\.notChecked\\(|failed\\([a-z.()]+,"
                                        + "\\s*|new Check\\(each, )\\s*\"([a-z-]+)\""),
                        Files.readString(each)));
            }
        }
        assertThat(documented).containsAll(used);
    }

    @Test
    void every_rule_that_a_vector_cites_is_in_the_document() throws IOException {
        var rules = find(
                Pattern.compile("\\*\\*(R[0-9]+)\\*\\*"),
                Files.readString(DOCUMENT) + Files.readString(DOCUMENT.resolveSibling("seats.md")));
        for (String each : List.of("canonical", "commitments", "acts", "entries", "containers", "seats")) {
            assertThat(rules)
                    .containsAll(read(each + ".json").map(it -> it.get("rule")).toList());
        }
    }

    private static List<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult it) -> it.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static String result(Supplier<?> reading) {
        try {
            reading.get();
            return "accepted";
        } catch (Malformed e) {
            return e.code();
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, String>> read(String file) throws IOException {
        var vectors = (List<Map<String, String>>)
                JSON.readValue(Files.readAllBytes(Vectors.FOLDER.resolve(file)), List.class);
        assertThat(vectors).isNotEmpty();
        return vectors.stream();
    }

    private static X509Certificate certificate(String file) throws Exception {
        try (var in = Files.newInputStream(Vectors.FOLDER.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
