package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.comity.Laboratory.random;
import static org.comity.Laboratory.sha256;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Files that take long, over lines that drop: from a browser, and by the laboratory's command. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddingIT extends PagesOfOneNode {

    private static final int CHUNK = 65_536;

    @TempDir
    private Path folder;

    private Laboratory laboratory;
    private String token;

    @BeforeAll
    void custodian() {
        token = Programs.made("http://localhost:" + port, "custodian");
    }

    @BeforeEach
    void laboratory() {
        laboratory = new Laboratory("http://localhost:" + port, folder, token);
    }

    @Test
    @Order(1)
    void a_browser_goes_on_by_itself_when_the_line_drops() throws Exception {
        var file = laboratory.made("dropped.img", 10_000_000);
        try (var line = new BreakingLine(port, 4_000_000);
                var context = Chromium.context()) {
            var page = laboratory.custodian(context.newPage(), line.address());
            page.locator("#f-file").setInputFiles(file);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();
            assertThat(line.broken()).isPositive();
            assertThat(page.locator("#told").textContent()).contains("dropped.img", "Sealed");
        }
        assertThat(laboratory.only("dropped.img").get("sha256")).isEqualTo(sha256(file));
    }

    @Test
    @Order(2)
    void what_one_browser_began_another_ends() throws Exception {
        var file = laboratory.made("moved.img", 12_000_000);
        try (var line = new BreakingLine(port, 7_000_000).closedAfterABreak()) {
            try (var context = Chromium.context()) {
                var page = laboratory.custodian(context.newPage(), line.address());
                page.locator("#f-file").setInputFiles(file);
                page.locator("form[data-uploads] button").click();
                await().atMost(Duration.ofSeconds(60)).until(() -> line.broken() > 0);
            }
            line.mend();
            await().atMost(Duration.ofSeconds(60)).until(() -> laboratory.stored("moved.img") > 5_000_000);
            assertThat(laboratory.only("moved.img").get("state")).isEqualTo("adding");
            try (var context = Chromium.context()) {
                var page = laboratory.custodian(context.newPage(), line.address());
                page.locator("#f-file").setInputFiles(file);
                page.locator("form[data-uploads] button").click();
                page.locator("#uploads a").waitFor();
            }
        }
        assertThat(laboratory.only("moved.img").get("sha256")).isEqualTo(sha256(file));
    }

    /** Two images of one name and size: what is here of the one is not gone on with by the other. */
    @Test
    @Order(3)
    void another_file_of_the_same_name_and_size_is_an_item_of_its_own() throws Exception {
        var first = laboratory.made("twin.img", 12_000_000);
        try (var line = new BreakingLine(port, 7_000_000).closedAfterABreak()) {
            try (var context = Chromium.context()) {
                var page = laboratory.custodian(context.newPage(), line.address());
                page.locator("#f-file").setInputFiles(first);
                page.locator("form[data-uploads] button").click();
                await().atMost(Duration.ofSeconds(60)).until(() -> line.broken() > 0);
            }
            line.mend();
            await().atMost(Duration.ofSeconds(60)).until(() -> laboratory.stored("twin.img") > 5_000_000);
        }
        var other = Files.write(
                Files.createDirectories(folder.resolve("other")).resolve("twin.img"), random(12_000_000, 99));
        try (var context = Chromium.context()) {
            var page = laboratory.custodian(context.newPage(), laboratory.node());
            assertThat(page.locator("#unfinished").textContent()).contains("twin.img", "Not finished");
            page.locator("#f-file").setInputFiles(other);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();
        }
        assertThat(laboratory.items("twin.img"))
                .extracting(it -> it.get("sha256"))
                .containsExactlyInAnyOrder(null, sha256(other));

        var begun = laboratory.items("twin.img").stream()
                .filter(it -> it.get("sha256") == null)
                .findFirst()
                .orElseThrow();
        assertThat(laboratory
                        .tus("DELETE", "/" + begun.get("id"), "1.0.0", "0", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(laboratory
                        .tus("HEAD", "/" + begun.get("id"), "1.0.0", "0", "")
                        .statusCode())
                .isEqualTo(410);
        assertThat(laboratory
                        .tus("DELETE", "/" + begun.get("id"), "1.0.0", "0", "")
                        .statusCode())
                .isEqualTo(410);
        assertThat(laboratory.command(0, "add", first.toString(), "--node", laboratory.node()))
                .contains("All are sealed.");
        assertThat(laboratory.items("twin.img"))
                .extracting(it -> it.get("sha256"))
                .containsExactlyInAnyOrder(null, sha256(other), sha256(first));
    }

    /** A form without script does not say how large its files are. */
    @Test
    @Order(4)
    void the_command_ends_what_a_form_without_script_began() throws Exception {
        var file = laboratory.made("form.img", 9_000_000);
        // Sent again by the browser itself, the form would put an item with less of the file in this one's place.
        try (var line = new BreakingLine(port, 5_000_000).closedAfterABreak();
                var context = Chromium.context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = laboratory.custodian(context.newPage(), line.address());
            page.locator("#f-file").setInputFiles(file);
            page.locator("form[data-uploads] button").click(new Locator.ClickOptions().setNoWaitAfter(true));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> line.broken() > 0 && laboratory.stored("form.img") > 2_000_000);
        }
        assertThat(laboratory.items("form.img"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.get("size")).isNull());
        assertThat(laboratory.command(0, "add", file.toString(), "--node", laboratory.node()))
                .contains("goes on at byte", "All are sealed.");
        assertThat(laboratory.items("form.img"))
                .extracting(it -> it.get("sha256"))
                .containsOnlyOnce(sha256(file));
    }

    @Test
    @Order(5)
    void the_command_brings_a_folder_with_its_tree_and_not_twice() throws Exception {
        var tree = Files.createDirectories(folder.resolve("seizure 7/صور"));
        Files.write(tree.resolve("a.jpg"), random(3_000_000, 1));
        Files.write(tree.resolve("empty"), new byte[0]);
        Files.write(tree.getParent().resolve("log.txt"), random(CHUNK, 2));
        try (var line = new BreakingLine(port, 1_500_000)) {
            assertThat(laboratory.command(0, "add", folder.resolve("seizure 7").toString(), "--node", line.address()))
                    .contains("3 files. All are sealed.", "the line dropped");
        }
        assertThat(laboratory.only("a.jpg").get("folder")).isEqualTo("seizure 7/صور");
        assertThat(laboratory.only("a.jpg").get("sha256")).isEqualTo(sha256(tree.resolve("a.jpg")));
        assertThat(laboratory.only("empty").get("state")).isIn("sealed", "matched");
        assertThat(laboratory.command(0, "add", folder.resolve("seizure 7").toString(), "--node", laboratory.node()))
                .contains("is there already, with the same fingerprint");
        for (var name : List.of("a.jpg", "empty")) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> laboratory.only(name).get("state").equals("matched"));
        }
        taken(tree);
        laboratory.only("log.txt");
    }

    /** Over a line that drops: what was adds up, under its name, in its folder. */
    private void taken(Path tree) throws Exception {
        var to = folder.resolve("for the court");
        var ids = List.of(
                laboratory.only("a.jpg").get("id").toString(),
                laboratory.only("empty").get("id").toString());
        try (var line = new BreakingLine(port, 1_500_000)) {
            assertThat(laboratory.command(
                            0, "save", ids.get(0), ids.get(1), "--to", to.toString(), "--node", line.address()))
                    .contains("All are saved.", "the line dropped");
        }
        assertThat(to.resolve("seizure 7/صور/a.jpg")).hasSameBinaryContentAs(tree.resolve("a.jpg"));
        assertThat(to.resolve("seizure 7/صور/empty")).isEmptyFile();
        assertThat(Files.readAllLines(to.resolve("SHA256SUMS")))
                .containsExactly(
                        sha256(tree.resolve("a.jpg")) + "  seizure 7/صور/a.jpg",
                        sha256(tree.resolve("empty")) + "  seizure 7/صور/empty");
        assertThat(laboratory.command(0, "save", ids.get(0), "--to", to.toString(), "--node", laboratory.node()))
                .contains("is there already");
        assertThat(Files.readAllLines(to.resolve("SHA256SUMS"))).hasSize(2);
    }

    /** Added as any other file, and found to be what nobody may look at. */
    @Test
    @Order(6)
    void a_file_that_is_here_is_marked_when_it_is_chosen_where_such_files_are_added() throws Exception {
        var file = laboratory.made("abuse.bin", 3_000);
        laboratory.command(0, "add", file.toString(), "--node", laboratory.node());
        var item =
                laboratory.node() + "/evidence/" + laboratory.only("abuse.bin").get("id");
        try (var context = Chromium.browser().newContext()) {
            var page = laboratory.custodian(context.newPage(), laboratory.node());
            page.navigate(item);
            assertThat(page.locator("form[action$='/sealed-only']").count()).isOne();

            page.navigate(laboratory.node() + "/evidence/add?sealedOnly=true");
            page.locator("#f-file").setInputFiles(file);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();

            assertThat(page.locator("#uploads").textContent()).contains("It is here already");
            page.navigate(item);
            assertThat(page.locator("form[action$='/sealed-only']").count()).isZero();
        }
        laboratory.only("abuse.bin");
    }

    /** Written to, or on a disk with a bad sector: a request that fails looks like a line that broke. */
    @Test
    @Order(7)
    void a_file_that_the_browser_cannot_read_is_left_and_the_next_one_added() throws Exception {
        var changed = laboratory.made("changed.img", 200_000);
        var next = laboratory.made("next.img", 3_000);
        try (var context = Chromium.browser().newContext()) {
            var page = laboratory.custodian(context.newPage(), laboratory.node());
            page.locator("#f-file").setInputFiles(new Path[] {changed, next});
            Files.write(changed, random(100_000, 5));
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();

            assertThat(page.locator("#uploads .up").first().textContent())
                    .contains("changed.img", "This file could not be read on your computer");
        }
        assertThat(laboratory.only("next.img").get("sha256")).isEqualTo(sha256(next));
        assertThat(laboratory
                        .tus("DELETE", "/" + laboratory.only("changed.img").get("id"), "1.0.0", "0", "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    @Order(8)
    void a_file_whose_item_is_missing_is_added_anew_and_the_page_says_why() throws Exception {
        var file = laboratory.made("lost.img", 3_000);
        laboratory.command(0, "add", file.toString(), "--node", laboratory.node());
        try (var context = Chromium.browser().newContext()) {
            var page = laboratory.custodian(context.newPage(), laboratory.node());
            page.route("**/evidence/uploads?**", it -> {
                var listed = it.fetch();
                it.fulfill(new Route.FulfillOptions()
                        .setResponse(listed)
                        .setBody(listed.text().replaceAll("\"state\":\"(sealed|matched)\"", "\"state\":\"missing\"")));
            });
            page.locator("#f-file").setInputFiles(file);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();

            assertThat(page.locator("#uploads").textContent())
                    .contains("the state of that item is: Missing. It is added anew.", "Sealed.");
        }
        assertThat(laboratory.items("lost.img"))
                .extracting(it -> it.get("sha256"))
                .containsExactly(sha256(file), sha256(file));
    }

    @Test
    @Order(9)
    void a_press_without_a_file_says_so_and_a_file_in_which_nothing_is_goes_when_they_say_so() throws Exception {
        var empty = Files.write(folder.resolve("nothing.img"), new byte[0]);
        try (var context = Chromium.browser().newContext()) {
            var page = laboratory.custodian(context.newPage(), laboratory.node());
            page.locator("form[data-uploads] button").click();
            assertThat(page.locator("#missing").innerText()).contains("No file is chosen");
            assertThat(page.locator("#next").isVisible()).isFalse();

            page.onceDialog(dialog -> {
                assertThat(dialog.message()).contains("nothing.img", "0 bytes");
                dialog.dismiss();
            });
            page.locator("#f-file").setInputFiles(empty);
            page.locator("form[data-uploads] button").click();
            assertThat(page.locator("#uploads .up").count()).isZero();
            assertThat(page.locator("#missing").isVisible()).isFalse();

            page.onceDialog(Dialog::accept);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();
            assertThat(page.locator("#next a").getAttribute("href")).isEqualTo("/evidence");
        }
        laboratory.only("nothing.img");
    }

    @Test
    @Order(10)
    void what_cannot_be_done_is_said() throws Exception {
        assertThat(laboratory.command(2, "add", "--node", laboratory.node())).contains("comity evidence add PATH");
        assertThat(laboratory.command(2, "save", "no-id", "--to", folder.toString(), "--node", laboratory.node()))
                .contains("no-id");
        assertThat(laboratory.command(
                        1,
                        "save",
                        UUID.randomUUID().toString(),
                        "--to",
                        folder.toString(),
                        "--node",
                        laboratory.node()))
                .contains("refused", "Not all are saved.");
        assertThat(laboratory.command(1, "add", folder.resolve("nowhere").toString(), "--node", laboratory.node()))
                .contains("Not done");
        var file = laboratory.made("refused.img", 1000).toString();
        assertThat(laboratory.command(1, "add", file, "--node", laboratory.node(), "--request", "XB-2026-000001"))
                .contains("Refused");
        var other = Files.writeString(folder.resolve("other-token"), Programs.made(laboratory.node(), "lawyer"));
        assertThat(Laboratory.ran(
                        1, List.of("add", file, "--node", laboratory.node(), "--token-file", other.toString())))
                .contains("custodian");
        assertThat(laboratory.tus("POST", "", "1.0.0", "12", "").statusCode()).isEqualTo(409);
        assertThat(laboratory.tus("POST", "", "0.2.2", "12", "filename YQ==").statusCode())
                .isEqualTo(409);
        assertThat(laboratory.tus("POST", "", "1.0.0", "-1", "filename YQ==").statusCode())
                .isEqualTo(409);
        assertThat(laboratory
                        .tus("POST", "", "1.0.0", "900000000000000000", "filename YQ==")
                        .body())
                .contains("evidence.no-room");
        assertThat(laboratory.tus("POST", "", "1.0.0", "12", "filename %%%").statusCode())
                .isEqualTo(409);
        assertThat(laboratory
                        .tus("PATCH", "/" + "0".repeat(36), "1.0.0", "0", "")
                        .statusCode())
                .isBetween(400, 415);
    }
}
