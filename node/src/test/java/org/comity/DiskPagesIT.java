package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item.State;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.Anchor;
import org.comity.proof.verify.CheckingBag;
import org.comity.sealing.NodeKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The page of the disk: a counterpart's files against its letter, bags out, and a bag that somebody changed. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class DiskPagesIT extends PagesOfOneNode {

    @Value("${node.evidence.disk.folder}")
    private Path disk;

    @Autowired
    private Evidence evidence;

    @Autowired
    private NodeKeys keys;

    private String reference;

    @BeforeAll
    void send() {
        reference = sent("XD-1", ordinary(), "tolva").reference();
    }

    @Test
    void files_of_a_letter_are_compared_with_its_list_and_each_difference_is_named() throws Exception {
        var folder = Files.createDirectories(disk.resolve("answer/mails"));
        var right = Files.writeString(folder.resolve("talk.txt"), "hello");
        var changed = Files.writeString(folder.resolve("log.txt"), "not what was said");
        Files.writeString(folder.resolve("more.txt"), "nobody named this");
        var list = Digests.sha256(Files.readAllBytes(right)) + "  talk.txt\n" + "ab".repeat(32) + "  log.txt\n"
                + "gone.txt: " + "cd".repeat(32) + "\n";
        answered(
                403,
                "lawyer",
                post("/evidence/disk/plain")
                        .param("folder", "answer")
                        .param("request", reference)
                        .param("list", list));
        answered(
                422,
                "custodian",
                post("/evidence/disk/plain")
                        .param("folder", "answer")
                        .param("request", reference)
                        .param("list", "no hash"));
        answered(
                404,
                "custodian",
                post("/evidence/disk/plain")
                        .param("folder", "../answer")
                        .param("request", reference)
                        .param("list", list));
        answered(
                302,
                "custodian",
                post("/evidence/disk/plain")
                        .param("folder", "answer")
                        .param("request", reference)
                        .param("list", list));
        ended("gone.txt");

        var page = page("custodian", "/evidence/disk", "en");
        assertThat(page)
                .contains("Matches the letter; brought in", "another hash", Digests.sha256(Files.readAllBytes(changed)))
                .contains("does not name this file", "it is not on the disk", "gone.txt");
        var items = evidence.newest(requests.find(reference).orElseThrow().thread(), true, null, 100);
        assertThat(items)
                .filteredOn(it -> it.folder().equals("mails"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo("talk.txt");
                    assertThat(it.state()).isEqualTo(State.MATCHED);
                });
        assertThat(page("custodian", "/evidence/disk", "ar"))
                .contains("يطابق الكتاب")
                .doesNotContain("disk.line");
    }

    @Test
    void a_procedure_leaves_as_a_bag_that_holds_and_a_changed_one_is_refused_by_name() throws Exception {
        answered(302, "custodian", post("/evidence/disk/out").param("request", reference));
        ended(reference);
        assertThat(page("custodian", "/evidence/disk", "en")).contains("The bag is whole");
        Path bag;
        try (var found = Files.list(disk)) {
            bag = found.filter(it -> it.getFileName().toString().startsWith(reference))
                    .findFirst()
                    .orElseThrow();
        }
        var self = keys.sealCertificate();
        var verdict = CheckingBag.verify(
                bag,
                Map.of(reference.substring(0, 2) + "-1", Anchor.of(self, keys.registerCertificate())),
                java.util.Set.of());
        assertThat(verdict.failed()).isEmpty();
        assertThat(verdict.checks()).extracting(it -> it.code()).contains("export", "registered", "bag-hash");

        Files.writeString(bag.resolve("data/thread/thread.json"), " ", java.nio.file.StandardOpenOption.APPEND);
        answered(
                302,
                "custodian",
                post("/evidence/disk/in").param("folder", bag.getFileName().toString()));
        // Its name stands there while it is being read, too.
        ended("data/thread/thread.json");
        assertThat(page("custodian", "/evidence/disk", "en")).contains("another hash than manifest-sha256.txt says");
    }

    @ParameterizedTest
    @MethodSource("org.comity.StoryIT#wide")
    void the_page_is_read_and_filled_in_by_everybody(String language, int width, boolean script) throws Exception {
        var other = sent("XD-1", ordinary(), "tolva").reference();
        var folder = "answer-" + language + width + script;
        var file =
                Files.writeString(Files.createDirectories(disk.resolve(folder)).resolve("call.txt"), folder);
        try (var chair = chair("custodian", language, width, script)) {
            chair.open("/evidence/disk?request=" + other, "disk");
            chair.choose("folder", folder);
            chair.fill("list", "no hash");
            chair.press("form[action$='/disk/plain'] button", "disk-wrong");
            assertThat(chair.has(".problems")).isTrue();
            assertThat(chair.typed("list")).as("nothing is lost").isEqualTo("no hash");

            chair.choose("folder", folder);
            chair.fill(
                    "list",
                    Digests.sha256(Files.readAllBytes(file)) + "  call.txt\n" + "ab".repeat(32) + "  gone-" + folder);
            chair.press("form[action$='/disk/plain'] button", "disk-begun");
            ended("gone-" + folder);
            chair.open("/evidence/disk?request=" + other, "disk-compared");
            chair.press("form[action$='/disk/out'] button", "disk-begun");
            ended(other);
            chair.open("/evidence/disk?request=" + other, "disk-written");
            chair.press("form[action$='/disk/files'] button", "disk-begun");
            ended(other + "-XA-1");
            chair.open("/evidence/disk", "disk-written");
            assertThat(chair.has("form[action$='/disk/in'] button")).isTrue();
            if (script && language.equals("en")) chair.tabsThrough();
        }
    }

    /** The work whose lines name this, and every other. */
    private void ended(String named) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var now = page("custodian", "/evidence/disk", "en");
            return now.contains(named) && !now.contains("goes on</p>");
        });
    }
}
