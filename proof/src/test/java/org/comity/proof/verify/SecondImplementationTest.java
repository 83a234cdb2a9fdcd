package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.proof.Malformed;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.RandomActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The implementation in examples/python, made from the pages of docs/protocol alone, comes to what this one comes to. */
@Tag("long")
class SecondImplementationTest {

    private static final Path TABLES = Path.of("src/main/resources/org/comity/proof/table");
    private static final Pattern LONG_NUMBER = Pattern.compile("[\\[:,]-?[0-9.]{18}");
    private static final Set<String> UNREADABLE = Set.of("json", "not-canonical");
    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final int THREADS = FULL ? 1200 : 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a document is changed with. */
    private static final List<String> SPLINTERS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            " ",
            "\n",
            "0",
            "-",
            "-0",
            "1.0",
            "1e2",
            "9007199254740992",
            "null",
            "true",
            "NaN",
            "Infinity",
            "e\u0301",
            "\u00e9",
            "\\u00e9",
            "\\ud800",
            "\\u001F",
            "\\u001f",
            "\u0001",
            "\u007f",
            "\u2028",
            "\ufeff",
            "\\n",
            "\\/",
            "a",
            "A",
            "/",
            "..",
            "Z",
            ".000",
            ".5",
            "effective",
            "\"n\":1,");

    private final PythonPeer peer = PythonPeer.needed();

    @TempDir
    Path folder;

    @Test
    void it_reads_every_published_vector_as_the_vector_says() {
        var said =
                peer.run(folder, "", "vectors", Vectors.FOLDER.toAbsolutePath().toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).endsWith(" 0 read otherwise");
    }

    /** By the key derivation, the key wrap and the cipher that docs/protocol/as4.md names, and nothing else. */
    @Test
    void it_opens_the_captured_message() throws IOException {
        var captured = Vectors.FOLDER.resolve("as4").toAbsolutePath();
        assertThat(peer.run(folder, "", "as4", captured.toString()).text()).isEqualTo("an age file");

        Files.copy(captured.resolve("xb-1-as4.key.pem"), folder.resolve("xb-1-as4.key.pem"));
        var request = Files.readAllBytes(captured.resolve("request.mime"));
        int last = new String(request, ISO_8859_1).lastIndexOf("\r\n--") - 1;
        request[last] ^= 1;
        Files.write(folder.resolve("request.mime"), request);
        assertThat(peer.run(folder, "", "as4", folder.toString()).text()).endsWith("not-encrypted: A23");
    }

    @Test
    void a_thread_that_it_makes_holds_for_us_and_does_not_once_a_byte_is_another() throws IOException {
        assertThat(peer.run(folder, "", "play", "made", "--tables", tables()).code())
                .isZero();
        var made = folder.resolve("made");

        assertThat(ours(made.resolve("thread.zip"), made)).isZero();
        assertThat(theirs(made.resolve("thread.zip"), made).text()).contains("\"result\": \"holds\"");

        var files = unzipped(made.resolve("thread.zip"));
        var kinds = new HashSet<String>();
        for (var name : files.keySet()) {
            // Of each folder one; with --full each.
            if (!kinds.add(name.replaceAll("/.*", "")) && !FULL) continue;
            var changed = new HashMap<>(files);
            changed.computeIfPresent(name, (_, bytes) -> changed(bytes));
            zip(changed, made.resolve("changed.zip"));

            assertThat(ours(made.resolve("changed.zip"), made)).as(name).isEqualTo(1);
            assertThat(theirs(made.resolve("changed.zip"), made).text())
                    .as(name)
                    .contains("does-not-hold");
        }
    }

    private static List<String> procedures() throws IOException {
        try (var files = Files.list(TABLES)) {
            return files.map(it -> it.getFileName().toString().replaceFirst("-(\\d+)\\.json$", "/$1"))
                    .sorted()
                    .toList();
        }
    }

    /** Random threads of one procedure, and what we make of each. */
    private record Threads(List<String> said, List<String> expected, Set<String> effects) {}

    @Test
    void threads_of_any_acts_fold_alike() throws IOException {
        var all = new TreeMap<String, Threads>();
        for (var procedure : procedures()) all.put(procedure, threads(procedure));
        var input = new ArrayList<String>();
        all.forEach((procedure, threads) -> threads.said().forEach(it -> input.add(procedure + " " + it)));

        var folded = peer.run(folder, String.join("\n", input), "fold", tables());

        var lines = folded.lines();
        assertThat(lines).as(shortened(folded.text())).hasSameSizeAs(input);
        int at = 0;
        for (var threads : all.values()) {
            for (var expected : threads.expected()) {
                assertThat(lines.get(at)).as(input.get(at)).isEqualTo(expected);
                at++;
            }
        }
        assertThat(all)
                .allSatisfy((procedure, threads) -> assertThat(threads.effects())
                        .as(procedure)
                        .contains("effective", "incomplete")
                        .hasSizeGreaterThan(3));
    }

    private static Threads threads(String procedure) {
        var table = MoveTable.find(procedure).orElseThrow();
        var chance = chance();
        var threads = new Threads(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        for (int thread = 0; thread < THREADS; thread++) {
            var acts = new ArrayList<Map<String, Object>>();
            var said = new ArrayList<String>();
            var state = MoveTable.NOTHING_YET;
            for (int n = 0; n < 24; n++) {
                var act = RandomActs.any(table, state, n, chance);
                var folded = table.fold(state, act);
                // Most threads go on, or most acts would only meet an end.
                if (ended(table, folded.state()) && !ended(table, state) && chance.nextInt(8) > 0) continue;
                acts.add(Map.of("act", act.act(), "type", act.type(), "role", act.role(), "facts", act.facts()));
                state = folded.state();
                said.add(folded.effect());
            }
            threads.said().add(JSON.writeValueAsString(acts));
            threads.effects().addAll(said);
            threads.expected().add(JSON.writeValueAsString(List.of(said, Digests.sha256(CanonicalJson.write(state)))));
        }
        return threads;
    }

    /** Whatever is done to a document, both read it, or both refuse it with the same code. */
    @Test
    void documents_that_were_changed_at_random_are_read_alike() throws IOException {
        var chance = chance();
        var readers = new TreeMap<String, Consumer<byte[]>>(Map.of(
                "act",
                Act::read,
                "entry",
                SignedEntry::read,
                "approvals",
                Approval::read,
                "json",
                CanonicalJson::read));
        var documents = Map.of("act", vectors("acts.json"), "entry", vectors("entries.json"));
        var lines = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (int n = 0; n < 4000; n++) {
            var kind = RandomActs.any(List.copyOf(readers.keySet()), chance);
            var bytes = splintered(original(documents, kind, chance), chance);
            lines.add(kind + " " + HexFormat.of().formatHex(bytes));
            expected.add(kind + " " + new String(bytes, UTF_8) + ": " + code(readers.get(kind), bytes));
        }

        var said = peer.run(folder, String.join("\n", lines), "read", "-").lines();

        assertThat(said.size()).as(shortened(String.join("\n", said))).isEqualTo(lines.size());
        var differing = new ArrayList<String>();
        for (int n = 0; n < said.size(); n++) {
            if (!expected.get(n).endsWith(": " + said.get(n)) && !eitherCode(expected.get(n), said.get(n))) {
                differing.add(expected.get(n) + ", and not " + said.get(n));
            }
        }
        assertThat(differing.stream().limit(3))
                .as("%d differ", differing.size())
                .isEmpty();
        assertThat(new TreeSet<>(said))
                .contains("accepted", "json", "not-canonical", "fields", "field", "body-differs");
    }

    /** R7 leaves it to the reader which of the two it says of a very long number. */
    private static boolean eitherCode(String expected, String said) {
        return LONG_NUMBER.matcher(expected).find()
                && UNREADABLE.contains(said)
                && UNREADABLE.contains(expected.substring(expected.lastIndexOf(' ') + 1));
    }

    /** @param documents that are read, of acts and entries */
    private static String original(Map<String, List<String>> documents, String kind, Random chance) {
        return switch (kind) {
            case "act", "entry" -> RandomActs.any(documents.get(kind), chance);
            case "approvals" ->
                "[{\"method\":\"passkey\",\"pseudonym\":\"officer-1\",\"time\":\"2027-03-01T12:00:00Z\"},"
                        + "{\"method\":\"passkey\",\"pseudonym\":\"officer-2\",\"time\":\"2027-03-01T12:00:00.120Z\"}]";
            default -> "{\"a\":[1,-1,0,true,false,null,\"x\\n\\u001f\"],\"b\":{\"\u00e9\":\"\ud83d\ude00\"}}";
        };
    }

    @SuppressWarnings("unchecked")
    private static List<String> vectors(String file) throws IOException {
        var all = (List<Map<String, String>>)
                JSON.readValue(Files.readAllBytes(Vectors.FOLDER.resolve(file)), List.class);
        return all.stream()
                .filter(it -> it.get("result").equals("accepted"))
                .map(it -> it.get("json"))
                .toList();
    }

    private static byte[] splintered(String text, Random chance) {
        var changed = new StringBuilder(text);
        for (int times = chance.nextInt(3); times >= 0; times--) {
            int from = chance.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + chance.nextInt(3));
            changed.replace(from, to, chance.nextInt(3) == 0 ? "" : RandomActs.any(SPLINTERS, chance));
        }
        var bytes = changed.toString().getBytes(UTF_8);
        if (chance.nextInt(20) == 0 && bytes.length > 0) {
            bytes[chance.nextInt(bytes.length)] = (byte) (0x80 + chance.nextInt(0x80));
        }
        return bytes;
    }

    private static String code(Consumer<byte[]> reader, byte[] bytes) {
        try {
            reader.accept(bytes);
            return "accepted";
        } catch (Malformed e) {
            return e.code();
        }
    }

    private static Map<String, byte[]> unzipped(Path file) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                files.put(each.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static void zip(Map<String, byte[]> files, Path to) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
    }

    private static boolean ended(MoveTable table, Map<String, Object> state) {
        return state.values().stream()
                .anyMatch(it -> it instanceof String name && table.ended().contains(name));
    }

    private static String shortened(String text) {
        return text.substring(Math.max(0, text.length() - 2000));
    }

    private static byte[] changed(byte[] bytes) {
        var changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private static int ours(Path thread, Path keys) {
        var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        var command = new ArrayList<>(List.of(thread.toString()));
        anchors(keys).forEach(it -> command.addAll(List.of("--anchor", it)));
        return Verify.run(command.toArray(String[]::new), out, out);
    }

    private PythonPeer.Said theirs(Path thread, Path keys) {
        var command = new ArrayList<>(List.of("verify", thread.toString(), "--tables", tables()));
        anchors(keys).forEach(it -> command.addAll(List.of("--anchor", it)));
        return peer.run(folder, "", command.toArray(String[]::new));
    }

    private static List<String> anchors(Path keys) {
        return Stream.of("XA-1/seal", "XB-1/seal", "XB-1/register")
                .map(it -> it + "=" + keys.resolve(it.replace('/', '-') + ".pem"))
                .toList();
    }

    private static String tables() {
        return TABLES.toAbsolutePath().toString();
    }

    private static Random chance() {
        long seed = Long.getLong("seed", 20_270_301L);
        System.out.println("SecondImplementationTest -Dseed=" + seed);
        return new Random(seed);
    }
}
