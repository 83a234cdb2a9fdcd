package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.identity.secret.ApiTokens;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Files are added by the form, as a browser without script does it; the pages of items, and who sees them. */
class EvidencePagesIT extends PagesOfOneNode {

    private static final String MARK = "these words must never lie on a disk as they are. ";

    @Value("${node.home}")
    private Path home;

    @Autowired
    private Evidence evidence;

    @Autowired
    private ApiTokens tokens;

    private String reference;

    @BeforeAll
    void launch() {
        reference = sent("XD-1", ordinary(), "tolva").reference();
    }

    @ParameterizedTest
    @CsvSource({"en, 1440, true", "ar, 320, false"})
    void a_custodian_adds_a_file_to_a_request_and_matches_it(String language, int width, boolean script) {
        byte[] plain = new byte[300_000];
        new Random(width).nextBytes(plain);
        try (var chair = chair("custodian", language, width, script)) {
            chair.open("/requests/" + reference, "request-custodian");
            chair.press("a[href^='/evidence/add']", "evidence-add");
            chair.upload("file", "mailbox " + width + ".pst", plain);
            chair.press("form[action^='/evidence/add'] button", "evidence-adding");
            if (script) chair.press("#uploads a", "evidence-sealed");
            var hash = Digests.sha256(plain).replaceAll("(.{8})(?=.)", "$1 ");
            assertThat(chair.text()).contains("mailbox " + width + ".pst", hash);
            chair.press("form[action$='/match'] button", "evidence-matched");
            assertThat(chair.has(".tag.green")).isTrue();
            leavesAsAFile(chair, plain);
            chair.open("/evidence?request=" + reference, "evidence-list");
            assertThat(chair.text()).contains(hash);
            chair.press("form[action^='/evidence/add'] button, a[href^='/evidence/add']", "evidence-add");
            if (script && language.equals("en")) chair.tabsThrough();
        }
    }

    /** A browser breaks nothing by itself in a word of 180 letters that is not to be broken. */
    @Test
    void a_long_name_breaks_on_the_list_and_beside_its_request() {
        var own = sent("XD-1", ordinary(), "tolva").reference();
        try (var chair = chair("custodian", "en", 1280, false)) {
            chair.open("/evidence/add?request=" + own);
            chair.upload("file", "n".repeat(176) + ".csv", new byte[9]);
            chair.press("form[action^='/evidence/add'] button");
            chair.fits("/evidence?request=" + own);
            chair.fits("/requests/" + own);
        }
    }

    @Test
    void a_file_that_is_too_large_for_a_form_is_told_so_on_a_page_of_ours() {
        try (var chair = chair("custodian", "en", 1440, true)) {
            chair.open("/verify", "verify-too-large");
            chair.upload("file", "disk.img", new byte[12_000_000]);
            chair.pressInVain("form[action^='/verify'] button");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(chair.text()).contains("What you sent is too large", "smaller file"));
        }
    }

    /** Pressed as a browser presses it; then as one that is never shown, which is asked for first. */
    private void leavesAsAFile(SeatedChair chair, byte[] plain) {
        var id = UUID.fromString(chair.path().substring("/evidence/".length()));
        assertThat(chair.saved("form[action$='/file'] button")).isEqualTo(plain);
        evidence.keepSealed(id, official("ferro"));
        chair.open("/evidence/" + id);
        chair.press("form[action$='/file'] button", "evidence-file-sealed");
        assertThat(chair.saved("form[action$='/file'] button")).isEqualTo(plain);
        assertThat(evidence.custody(id))
                .extracting(it -> it.what().name())
                // The node matches what was added by itself, whenever it comes to it.
                .filteredOn(it -> !it.equals("MATCHED"))
                .endsWith("EXPORTED", "KEPT_SEALED", "EXPORTED");
    }

    @Test
    void a_file_that_is_found_damaged_on_its_way_ends_short_and_its_line_closes() throws Exception {
        var id = evidence.begin(new Evidence.Beginning("broken off.img", "text/plain", null, null), official("ferro"));
        evidence.add(id, 0, new java.io.ByteArrayInputStream(new byte[1_000_000]));
        evidence.finish(id, null, official("ferro"));
        evidence.match(id, official("ferro"));
        var payload = home.resolve("evidence/kept")
                .resolve(id.toString().substring(0, 2))
                .resolve(id.toString())
                .resolve("payload");
        byte[] changed = Files.readAllBytes(payload);
        changed[900_000] ^= 1;
        Files.write(payload, changed);

        var token = tokens.create("ferro", "file").orElseThrow();
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(60_000);
            line.getOutputStream()
                    .write(
                            "GET /api/v1/evidence/%s/file HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(id, token)
                                    .getBytes(UTF_8));
            var answer = new String(line.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: 1000000");
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(body).hasSizeBetween(1, 900_000).matches("\u0000+");
        }
    }

    @Test
    void who_may_read_the_request_sees_its_items_and_nobody_else() throws Exception {
        var id = begun("seen.txt", requests.find(reference).orElseThrow().thread());
        var loose = begun("loose.txt", null);
        assertThat(page("lawyer", "/evidence/" + id, "en")).contains("seen.txt").doesNotContain("/seal\"");
        assertThat(page("lawyer", "/evidence", "en")).contains("seen.txt").doesNotContain("loose.txt");
        assertThat(page("custodian", "/evidence", "en")).contains("seen.txt", "loose.txt");
        assertThat(code("lawyer", "/evidence/" + loose)).isEqualTo(404);
        assertThat(code("administrator", "/evidence")).isEqualTo(403);
        assertThat(code("administrator", "/evidence/" + id)).isEqualTo(403);
        assertThat(code("magistrate", "/evidence/" + id)).isEqualTo(403);
        assertThat(code("lawyer", "/evidence/add")).isEqualTo(403);
        answered(403, "lawyer", post("/evidence/" + id + "/match"));
        answered(409, "custodian", post("/evidence/" + id + "/match"));
        assertThat(code("custodian", "/evidence/" + UUID.randomUUID())).isEqualTo(404);
    }

    @Test
    void the_custody_is_printed_and_each_printing_is_an_entry() throws Exception {
        var id = begun("printed.txt", requests.find(reference).orElseThrow().thread());
        answered(409, "custodian", post("/evidence/" + id + "/custody.pdf"));
        evidence.add(id, 0, new java.io.ByteArrayInputStream(new byte[10]));
        evidence.finish(id, null, official("ferro"));
        answered(403, "duty-officer", post("/evidence/" + id + "/custody.pdf"));
        answered(200, "lawyer", post("/evidence/" + id + "/custody.pdf"));
        answered(200, "custodian", post("/evidence/" + id + "/custody.jsonld"));
        assertThat(evidence.custody(id)).extracting(it -> it.what().name()).endsWith("SEALED", "PRINTED", "PRINTED");
    }

    @Test
    void a_line_that_breaks_keeps_what_came_and_never_writes_it_plain() throws Exception {
        var half = MARK.repeat(80_000);
        var begun = FileTime.from(Instant.now().minusSeconds(2));
        try (var line = new Socket("localhost", port)) {
            var out = line.getOutputStream();
            out.write(head(2L * half.length(), "broken.txt").getBytes(UTF_8));
            out.write(half.getBytes(UTF_8));
            out.flush();
            await().until(() -> named("broken.txt").map(this::stored).orElse(0L) > half.length() / 2);
            assertThat(written(home, begun)).isNotEmpty().noneMatch(it -> holds(it, MARK));
        }
        var item = named("broken.txt").orElseThrow();
        // What came before the line broke is still being forced to the disk.
        await().ignoreExceptionsInstanceOf(EvidenceRefused.class)
                .until(() -> evidence.reached(item.id()) > half.length() - 65_536);
        assertThat(evidence.item(item.id()).orElseThrow().state()).isEqualTo(State.ADDING);
        assertThat(page("custodian", "/evidence/" + item.id(), "en")).contains("The last byte has not come.");
    }

    @Test
    void a_file_that_is_chosen_again_takes_the_place_of_the_one_whose_line_broke() throws Exception {
        var thread = requests.find(reference).orElseThrow().thread();
        var theirs = evidence.begin(new Evidence.Beginning("again.txt", "text/plain", thread, null), official("maren"));
        var programs = begun("again.txt", thread);
        var loose = evidence.begin(new Evidence.Beginning("again.txt", "text/plain", null, null), official("ferro"));
        for (int n = 0; n < 3; n++) {
            int before = n;
            breakOff("again.txt", () -> ours(thread).size() == before + 1);
            var left = ours(thread).getLast().id();
            // What came before the line broke is still being forced to the disk.
            await().ignoreExceptionsInstanceOf(EvidenceRefused.class).until(() -> evidence.reached(left) > 0);
        }

        var body = part("again.txt", "whole") + "--limit--\r\n";
        try (var line = new Socket("localhost", port)) {
            line.getOutputStream().write((head(body.length()) + body).getBytes(UTF_8));
            assertThat(new String(line.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 302");
        }

        assertThat(ours(thread)).hasSize(4).last().matches(Item::whole);
        assertThat(ours(thread).subList(0, 3)).extracting(Item::state).containsOnly(State.GIVEN_UP);
        for (var other : List.of(theirs, programs, loose)) {
            assertThat(evidence.item(other).orElseThrow().state()).isEqualTo(State.ADDING);
        }
    }

    private void breakOff(String file, Callable<Boolean> begun) throws Exception {
        try (var line = new Socket("localhost", port)) {
            var out = line.getOutputStream();
            out.write((head(1_000_000, file) + "x".repeat(200_000)).getBytes(UTF_8));
            out.flush();
            await().until(begun);
        }
    }

    /** Those that the form began, oldest first. */
    private List<Item> ours(String thread) {
        return evidence.newest(thread, true, null, 100).stream()
                .filter(it -> it.name().equals("again.txt"))
                .filter(it -> it.declaredSize() == null && it.begunBy().equals("ferro"))
                .toList()
                .reversed();
    }

    @Test
    void what_was_begun_is_listed_with_what_can_be_done_and_can_be_given_up_without_script() throws Exception {
        var id = begun("left.img", requests.find(reference).orElseThrow().thread());
        evidence.add(id, 0, new java.io.ByteArrayInputStream(new byte[4]));
        for (var each : List.of(
                chair("custodian", "en", 1440, true),
                chair("custodian", "ar", 1440, true),
                chair("custodian", "ar", 320, false))) {
            try (var chair = each) {
                chair.open("/evidence/add?request=" + reference, "evidence-unfinished");
                assertThat(chair.text()).contains("left.img");
                chair.open("/evidence/" + id, "evidence-begun");
            }
        }
        answered(403, "lawyer", post("/evidence/" + id + "/give-up"));
        try (var chair = chair("custodian", "en", 1440, false)) {
            chair.open("/evidence/" + id, "evidence-begun");
            chair.press("aside details summary", "evidence-giving-up");
            chair.press("form[action$='/give-up'] button", "evidence-given-up");
            assertThat(chair.text()).contains("It was begun and given up.", "Given up before it was whole");
            chair.open("/evidence/add?request=" + reference, "evidence-add");
            assertThat(chair.text()).doesNotContain("left.img");
        }
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.GIVEN_UP);
    }

    @Test
    void several_files_of_a_folder_keep_their_tree() throws Exception {
        var body = part("phone\\..\\./photos/a.jpg", "first") + part("C:\\phone/log%1.txt", "second") + "--limit--\r\n";
        try (var line = new Socket("localhost", port)) {
            line.getOutputStream().write((head(body.length()) + body).getBytes(UTF_8));
            assertThat(new String(line.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 302");
        }
        assertThat(named("a.jpg").orElseThrow().folder()).isEqualTo("phone/photos");
        assertThat(named("log_1.txt").orElseThrow().folder()).isEqualTo("C_/phone");
    }

    private String head(long length, String file) throws Exception {
        return head(length) + part(file, "").stripTrailing() + "\r\n\r\n";
    }

    private static String part(String file, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }

    private String head(long length) throws Exception {
        var form = page("custodian", "/evidence/add?request=" + reference, "en");
        var token = form.replaceAll("(?s).*_csrf=([^\"]+)\".*", "$1");
        return "POST /evidence/add?request=" + reference + "&_csrf=" + token
                + " HTTP/1.1\r\nHost: localhost\r\nCookie: "
                + cookies("custodian") + "\r\nContent-Type: multipart/form-data; boundary=limit\r\nContent-Length: "
                + length
                + "\r\nConnection: close\r\n\r\n";
    }

    private UUID begun(String name, String thread) throws IOException {
        return evidence.begin(new Evidence.Beginning(name, "text/plain", thread, 10L), official("ferro"));
    }

    private java.util.Optional<Item> named(String name) {
        return evidence.newest(null, true, null, 50).stream()
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    private long stored(Item item) {
        try {
            return evidence.stored(item.id());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Since then: another test's items, which may be large, lie in the same home. */
    private static List<Path> written(Path folder, FileTime since) throws IOException {
        var written = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(since) > 0) written.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return written;
    }

    private static boolean holds(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException gone) {
            return false;
        }
    }
}
